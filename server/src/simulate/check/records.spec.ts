import { describe, expect, it } from '@jest/globals';
import type { BoardCard } from '@savner/contract/call-board';
import type { CallReportInput } from '@savner/contract/rules/call-report';
import {
  aNight,
  at,
  findings,
  handOut,
  listed,
  onBoard,
  report,
  skip,
  undo,
} from '../../../test/simulate/a-night.js';
import { checkNight } from './check-night.js';

const notNow = { attempt: 'talked', outcome: { result: 'not_now' } } as const;
const taken = handOut('Anna', 'Solli', '17:10');
const sent = report('Anna', 'Solli', '17:15', notNow);
const closed = onBoard('Solli', { state: 'done' });
const id = listed(sent).id;

describe('reports', () => {
  it('are in order when each acknowledged one stands once, as it was sent', () => {
    expect(findings({ sightings: [taken, sent], boards: [closed] })).toEqual([]);
  });

  it('are missed when they were acknowledged and are not there, and noticed when they are there twice', () => {
    const missing = findings({ sightings: [taken, sent], boards: [closed], stored: [] });
    expect(missing).toEqual([
      `report: Solli (Solli) by Anna, talked, 17:15:00-17:15:01: ${id} was acknowledged and is stored 0 times`,
    ]);
    const twice = [
      ['Anna', listed(sent)],
      ['Bo', listed(sent)],
    ] as const;
    expect(findings({ sightings: [taken, sent], boards: [closed], stored: twice })).toEqual([
      expect.stringContaining('is stored 2 times'),
    ]);
  });

  it('are noticed when they are stored as something else, or with somebody else', () => {
    const other = { ...listed(sent), result: 'home' as const };
    const changed = findings({ sightings: [taken, sent], boards: [closed], stored: [['Anna', other]] });
    expect(changed).toEqual([expect.stringContaining('is stored as something else: talked home')]);
    const moved = findings({ sightings: [taken, sent], boards: [closed], stored: [['Bo', listed(sent)]] });
    expect(moved).toEqual([expect.stringContaining('is stored as something else')]);
  });

  it('are noticed when they were refused, and are there', () => {
    const refused = { ...sent, answers: [{ kind: 'refused', code: 'conflict' }] as const };
    expect(findings({ sightings: [taken, refused], stored: [['Anna', listed(sent)]] })).toEqual([
      `report: Solli (Solli) by Anna, talked, 17:15:00: ${id} is stored and was never acknowledged`,
    ]);
    expect(findings({ sightings: [taken, refused] })).toEqual([]);
  });

  it('are noticed when they were taken back, and are there', () => {
    const sightings = [taken, sent, undo(sent, '17:16')];
    expect(findings({ sightings })).toEqual([]);
    expect(findings({ sightings, stored: [['Anna', listed(sent)]] })).toEqual([
      expect.stringContaining('was taken back, and still stands in the list'),
    ]);
  });

  it('are noticed when one key was answered in two ways, or two keys by one report', () => {
    const [answer] = sent.answers;
    const refused = { kind: 'refused', code: 'conflict' } as const;
    const both = { ...sent, answers: answer ? [answer, refused] : [] };
    expect(findings({ sightings: [taken, both], boards: [closed] })).toEqual([
      expect.stringContaining('the same key was answered in 2 ways'),
    ]);
    const again = { ...sent, key: 'another', asked: at('17:17'), answered: at('17:18') };
    const found = findings({ sightings: [taken, sent, again], boards: [closed] });
    expect(found).toContainEqual(expect.stringContaining('answers two keys'));
  });
});

describe('households', () => {
  /** Anna has reported on Solli at 17:15; what is wrong with where it stands afterwards? */
  const wrongWith = (input: CallReportInput, card: Partial<BoardCard>, toldAt: number | null = null) => {
    const told = { kind: 'stored', reportId: 'r', isLate: false, leadsTo: 'retry', at: toldAt } as const;
    const reported = report('Anna', 'Solli', '17:15', input, { answers: [told] });
    return findings({ sightings: [taken, reported], boards: [onBoard('Solli', card)] }).map((line) =>
      line.replace(/^lost household: Solli \(Solli\): (.*)\. What is known.*$/, '$1'),
    );
  };

  it('stand where their reports lead to', () => {
    expect(wrongWith(notNow, { state: 'done' })).toEqual([]);
    expect(wrongWith(notNow, { state: 'callable' })).toEqual(['it stands in callable instead of done']);
    const interested = { attempt: 'talked', outcome: { result: 'interested' } } as const;
    expect(wrongWith(interested, { state: 'done' })).toEqual(['it stands in done instead of with_host']);
    const wrongPerson = { attempt: 'talked', outcome: { result: 'wrong_person' } } as const;
    expect(wrongWith(wrongPerson, { state: 'callable' })).toEqual([
      'it stands in callable instead of blocked',
    ]);
    expect(wrongWith({ attempt: 'wrong_number' }, { state: 'callable' })).toHaveLength(1);
    const facts = { phone: '+4790000009' };
    expect(wrongWith({ attempt: 'wrong_number', facts }, { state: 'callable' })).toEqual([]);
  });

  it('wait until the time that was told, and no longer', () => {
    const tomorrow = at('23:30') + 3_600_000;
    expect(wrongWith({ attempt: 'busy' }, { state: 'waiting', attempts: 0.5 }, tomorrow)).toEqual([]);
    expect(wrongWith({ attempt: 'busy' }, { state: 'callable', attempts: 0.5 }, tomorrow)).toHaveLength(1);
    expect(wrongWith({ attempt: 'busy' }, { state: 'waiting', attempts: 0.5 }, at('17:45'))).toHaveLength(1);
  });

  it('count their attempts and skips', () => {
    const later = at('23:30') + 3_600_000;
    expect(wrongWith({ attempt: 'no_answer' }, { state: 'waiting', attempts: 2 }, later)).toEqual([
      'it has 2 attempts instead of 1',
    ]);
    const sightings = [taken, skip('Anna', 'Solli', '17:11')];
    expect(findings({ sightings, boards: [onBoard('Solli', { skips: 1 })] })).toEqual([]);
    expect(findings({ sightings })).toEqual([expect.stringContaining('it has 0 skips instead of 1')]);
  });

  it('are noticed when they are gone, doubled, moved, changed by nobody or from nowhere', () => {
    const boards = (change: (before: ReturnType<typeof aNight>['after']['boards']) => typeof before) =>
      findings({
        sightings: [],
        change: (night) => ({ ...night, after: { ...night.after, boards: change(night.after.boards) } }),
      });
    expect(boards((all) => all.slice(1))).toEqual(['lost household: Solli (Solli): it stands 0 times']);
    expect(boards((all) => [...all, onBoard('Solli')])).toEqual([
      'lost household: Solli (Solli): it stands 2 times',
    ]);
    expect(boards((all) => all.map((each) => ({ ...each, municipality: '3426' })))).toHaveLength(2);
    expect(boards((all) => [...all, onBoard('Ukjent')])).toEqual([
      expect.stringContaining('it was not there before'),
    ]);
    expect(boards(([, ...rest]) => [onBoard('Solli', { state: 'done' }), ...rest])).toEqual([
      expect.stringContaining('nobody touched it, and it went from callable to done'),
    ]);
  });

  it('are not moved by a late report that a newer one has overtaken, unless contact must stop', () => {
    const late = { kind: 'stored', reportId: 'late', isLate: true, leadsTo: 'closed', at: null } as const;
    const night = (input: CallReportInput) => [
      taken,
      handOut('Bo', 'Solli', '18:00'),
      report(
        'Bo',
        'Solli',
        '18:10',
        { attempt: 'busy' },
        { answers: [{ ...late, reportId: 'bo', isLate: false, at: at('18:40') }] },
      ),
      report('Anna', 'Solli', '18:20', input, { answers: [late] }),
    ];
    const standsIn = (input: CallReportInput, state: BoardCard['state']) =>
      findings({ sightings: night(input), boards: [onBoard('Solli', { state, attempts: 0.5 })] });
    expect(standsIn(notNow, 'callable')).toEqual([]);
    expect(standsIn(notNow, 'done')).toHaveLength(1);
    const stop = { attempt: 'talked', outcome: { result: 'no_thanks' } } as const;
    expect(standsIn(stop, 'blocked')).toEqual([]);
    expect(standsIn(stop, 'callable')).toHaveLength(1);
  });

  it('are left alone where nobody outside can tell what came first', () => {
    const sightings = [
      taken,
      report('Anna', 'Solli', '18:00', { attempt: 'busy' }),
      { ...skip('Bo', 'Solli', '18:00'), outcome: 'unknown' as const },
    ];
    const { violations, unclear } = checkNight(aNight({ sightings }));
    expect({ violations, unclear }).toEqual({ violations: [], unclear: 1 });
  });
});

describe('figures', () => {
  it('are noticed when they count otherwise than the callers were told', () => {
    const night = aNight({ sightings: [taken, sent], boards: [closed] });
    const [counts] = night.after.counts;
    const [anna, ...others] = night.after.callers;
    if (!counts || !anna) throw new Error('an empty night');
    const after = {
      ...night.after,
      counts: [{ ...counts, called: 2, reached: 0 }],
      callers: [{ ...anna, calls: 2, talks: 0 }, ...others],
    };
    expect(checkNight({ ...night, after }).violations.map(({ what }) => what)).toEqual([
      '3427: called 2 instead of 1',
      '3427: reached 0 instead of 1',
      'Anna: calls 2 instead of 1',
      'Anna: talks 0 instead of 1',
    ]);
  });
});

it('answers that no client could read are found, whatever they were about', () => {
  const troubles = [{ callerId: 'Bo', at: at('19:00'), what: 'POST /next answered 500' }];
  expect(findings({ sightings: [], change: (night) => ({ ...night, troubles }) })).toEqual([
    'trouble: Bo at 19:00:00: POST /next answered 500',
  ]);
});
