import { describe, expect, it } from '@jest/globals';
import { attempts, callReport, type CallReportInput, talkResults } from '@savner/contract/rules/call-report';
import { NorwegianCalendar } from '../../../platform/calendar.js';
import { afterReport, afterSkip } from './after-report.js';
import { type Progress, untouched } from './call-case.js';
import { outlookOf } from './outlook.js';
import { attemptRules, resultRules } from './outcome-rules.js';

const calendar = new NorwegianCalendar();
const at = (date: string, hour: number, minute = 0) => calendar.atLocal(date, hour, minute);
const given = {
  now: at('2026-02-03', 18),
  callerId: 'caller',
  otherNumbers: 0,
  calendar,
  settings: {
    maxAttempts: 4,
    retrySameEvening: false,
    weekdayCallHours: [16, 21] as [number, number],
    saturdayCallHours: [11, 16] as [number, number],
  },
};
const fresh = untouched(at('2026-01-29', 16));
const decide = (report: CallReportInput, before: Progress = fresh, more: Partial<typeof given> = {}) =>
  afterReport(before, callReport.parse(report), { ...given, ...more });

describe('an attempt', () => {
  it('without an answer waits 20 hours and another hour of the day, and counts one', () => {
    const decision = decide({ attempt: 'no_answer' });
    expect(decision).toMatchObject({ leadsTo: 'retry', at: at('2026-02-04', 16) });
    expect(decision.progress).toMatchObject({ halfAttempts: 2, rank: 'retry', state: 'queued' });
  });

  it('without an answer comes back the same evening where the leader allows it, while the team still calls', () => {
    const allowed = { ...given.settings, retrySameEvening: true };
    const early = { settings: allowed, now: at('2026-02-03', 16, 30) };
    expect(decide({ attempt: 'no_answer' }, fresh, early).at).toEqual(at('2026-02-03', 19, 30));
    const late = { settings: allowed, now: at('2026-02-03', 19) };
    expect(decide({ attempt: 'no_answer' }, fresh, late).at).toEqual(at('2026-02-04', 16));
  });

  it('that was busy waits half an hour, then three hours, and counts half', () => {
    const first = decide({ attempt: 'busy' });
    expect(first).toMatchObject({ at: at('2026-02-03', 18, 30), progress: { halfAttempts: 1 } });
    expect(decide({ attempt: 'busy' }, first.progress)).toMatchObject({ at: at('2026-02-04', 16) });
  });

  it('with a message left waits 48 hours; a second message counts as no answer', () => {
    const first = decide({ attempt: 'message_left' });
    expect(first.at).toEqual(at('2026-02-05', 20));
    expect(decide({ attempt: 'message_left' }, first.progress).at).toEqual(at('2026-02-04', 16));
  });

  it('that reached somebody else is repeated at most three times', () => {
    const once = decide({ attempt: 'other_person' });
    expect(once).toMatchObject({ leadsTo: 'retry', progress: { halfAttempts: 1 } });
    const twice = decide({ attempt: 'other_person' }, once.progress);
    expect(decide({ attempt: 'other_person' }, twice.progress).leadsTo).toBe('not_reached');
  });

  it('that agreed on a time belongs to the caller until half an hour after it, and counts nothing', () => {
    const time = at('2026-02-05', 10);
    const decision = decide({ attempt: 'callback', callbackAt: time.toISOString() });
    expect(decision).toMatchObject({
      leadsTo: 'callback',
      at: time,
      progress: {
        rank: 'callback',
        reservedFor: 'caller',
        reservedUntil: at('2026-02-05', 10, 30),
        halfAttempts: 0,
      },
    });
  });

  it('on a wrong number goes to the next number, or to the coordinator to find one', () => {
    expect(decide({ attempt: 'wrong_number' }, fresh, { otherNumbers: 1 })).toMatchObject({
      numberIsDead: true,
      leadsTo: 'next_number',
    });
    expect(decide({ attempt: 'not_in_service' })).toMatchObject({
      numberIsDead: true,
      leadsTo: 'find_number',
    });
  });

  it('that needs another caller is passed to the one named, or to anybody else', () => {
    const toUserId = '0190d0d0-0000-7000-8000-000000000000';
    expect(decide({ attempt: 'needs_other_caller', toUserId }).passTo).toEqual({ userId: toUserId });
    expect(decide({ attempt: 'needs_other_caller' }).passTo).toBe('others');
  });

  it('at the limit of four leaves the rest to the leader, and half attempts count half', () => {
    const three = { ...fresh, halfAttempts: 6 };
    expect(decide({ attempt: 'busy' }, three).leadsTo).toBe('retry');
    expect(decide({ attempt: 'no_answer' }, three)).toMatchObject({
      leadsTo: 'not_reached',
      progress: { state: 'not_reached' },
    });
    expect(decide({ attempt: 'technical' }, { ...fresh, halfAttempts: 8 }).leadsTo).toBe('retry');
  });
});

describe('a talk', () => {
  const talk = (outcome: Extract<CallReportInput, { attempt: 'talked' }>['outcome']) =>
    decide({ attempt: 'talked', outcome });

  it('with somebody on the way home reaches the host within three working days, interested ones within seven', () => {
    expect(talk({ result: 'moving' })).toMatchObject({ leadsTo: 'host', followUp: { dueOn: '2026-02-06' } });
    expect(talk({ result: 'interested' })).toMatchObject({
      leadsTo: 'host',
      followUp: { dueOn: '2026-02-10' },
    });
    expect(talk({ result: 'interested' }).progress.state).toBe('with_host');
  });

  it('that ends in «maybe later» reminds the host in so many months, only if they said yes to it', () => {
    expect(talk({ result: 'later', months: 24 }).followUp).toMatchObject({ dueOn: '2028-02-03' });
    const lastOfAugust = { now: at('2026-08-31', 18) };
    const halfYear: CallReportInput = { attempt: 'talked', outcome: { result: 'later', months: 6 } };
    expect(decide(halfYear, fresh, lastOfAugust).followUp).toMatchObject({ dueOn: '2027-02-28' });
    expect(talk({ result: 'later' })).toMatchObject({ followUp: null, leadsTo: 'closed' });
  });

  it('that ends in no, erase, dead or protected stops everything', () => {
    for (const result of ['no_thanks', 'erase', 'deceased', 'protected'] as const) {
      expect(talk({ result })).toMatchObject({ household: result, progress: { state: 'done', result } });
    }
  });

  it('with the wrong person sends the household back to sorting', () => {
    expect(talk({ result: 'wrong_person' })).toMatchObject({
      household: 'wrong_person',
      leadsTo: 'sorting',
      progress: { state: 'queued', result: null },
    });
  });
});

it('a message to the coordinator blocks what would have been called again, and nothing that is finished', () => {
  expect(decide({ attempt: 'no_answer', askCoordinator: 'Feil person?' }).progress.state).toBe(
    'needs_coordinator',
  );
  const done = decide({ attempt: 'talked', outcome: { result: 'not_now' }, askCoordinator: 'Takk' });
  expect(done.progress.state).toBe('done');
});

it('a skipped household goes to the bottom, keeps its agreed time, and needs the leader the third time', () => {
  expect(afterSkip(fresh, given.now)).toMatchObject({ rank: 'skipped', skips: 1, state: 'queued' });
  const agreed = decide({ attempt: 'callback', callbackAt: at('2026-02-05', 10).toISOString() }).progress;
  expect(afterSkip(agreed, given.now)).toMatchObject({ rank: 'callback', reservedFor: null });
  expect(afterSkip({ ...fresh, skips: 2 }, given.now).state).toBe('needs_coordinator');
});

it('the table has a rule for every code, and the outlook says the same as the report decides', () => {
  expect(Object.keys(attemptRules).sort()).toEqual(attempts.filter((code) => code !== 'talked').sort());
  expect(Object.keys(resultRules).sort()).toEqual([...talkResults].sort());
  const outlook = outlookOf(fresh, given);
  expect(outlook.map((each) => each.code).sort()).toEqual(
    [...attempts.filter((code) => code !== 'talked'), ...talkResults].sort(),
  );
  expect(outlook.find((each) => each.code === 'no_answer')?.at).toBe(
    decide({ attempt: 'no_answer' }).at?.toISOString(),
  );
});
