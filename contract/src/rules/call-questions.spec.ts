import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addBesides,
  answer,
  choices,
  emptyReport,
  type Question,
  type ReportState,
  steps,
  toReport,
} from './call-questions.js';
import { attempts, talkResults } from './call-report.js';

const asked = (state: ReportState) => steps(state).map((step) => step.question);

describe('the questions after a call', () => {
  it('begin with whether anybody answered', () => {
    expect(asked(emptyReport)).toEqual(['contact']);
    expect(toReport(emptyReport)).toEqual({ isReady: false, missing: 'contact' });
  });

  it('need two taps for a call nobody answered', () => {
    const state = answer(answer(emptyReport, 'contact', 'no'), 'whyNot', 'no_answer');
    expect(toReport(state)).toMatchObject({ isReady: true, report: { attempt: 'no_answer', note: '' } });
  });

  it('need three taps for a talk that ended in «maybe later», and offer the reminder afterwards', () => {
    let state = answer(answer(emptyReport, 'contact', 'yes'), 'couldTalk', 'talked');
    state = answer(state, 'result', 'later');
    expect(toReport(state)).toMatchObject({
      isReady: true,
      report: { attempt: 'talked', outcome: { result: 'later', months: null } },
    });
    expect(asked(state)).toEqual(['contact', 'couldTalk', 'result', 'laterMonths']);
    expect(toReport(answer(state, 'laterMonths', 12))).toMatchObject({
      report: { outcome: { result: 'later', months: 12 } },
    });
  });

  it('forget what no longer belongs to the path, and keep the rest, when an answer is changed', () => {
    let state = answer(answer(emptyReport, 'contact', 'yes'), 'couldTalk', 'talked');
    state = addBesides(answer(state, 'result', 'interested'), { note: 'Ring igjen før jul' });
    state = answer(state, 'couldTalk', 'callback');
    expect(asked(state)).toEqual(['contact', 'couldTalk', 'callbackAt']);
    state = answer(state, 'callbackAt', '2026-02-04T17:00:00.000Z');
    expect(toReport(state)).toMatchObject({
      report: { attempt: 'callback', callbackAt: '2026-02-04T17:00:00.000Z', note: 'Ring igjen før jul' },
    });
  });

  it('let whoever answered tell that the person is dead', () => {
    const state = answer(answer(emptyReport, 'contact', 'someone_else'), 'whoAnswered', 'deceased');
    expect(toReport(state)).toMatchObject({ report: { attempt: 'talked', outcome: { result: 'deceased' } } });
  });

  it('reach every attempt and every result there is', () => {
    const reports = everyPath(emptyReport).flatMap((state) => {
      const ready = toReport(state);
      return ready.isReady ? [ready.report] : [];
    });
    expect(new Set(reports.map((report) => report.attempt))).toEqual(new Set(attempts));
    const results = reports.flatMap((report) => (report.attempt === 'talked' ? [report.outcome.result] : []));
    expect(new Set(results)).toEqual(new Set(talkResults));
  });

  it('never show an answer that was not asked for, in whatever order people tap', () => {
    const tap = fc
      .constantFrom<Question>(...(Object.keys(choices) as Question[]), 'callbackAt')
      .chain((question) => fc.constantFrom(...valuesOf(question)).map((value) => ({ question, value })));
    fc.assert(
      fc.property(fc.array(tap, { maxLength: 12 }), (taps) => {
        let state = emptyReport;
        for (const { question, value } of taps) {
          if (asked(state).includes(question)) state = answer(state, question, value as never);
        }
        const shown = new Set<string>(asked(state));
        for (const name of Object.keys(state.answers)) expect(shown.has(name)).toBe(true);
        expect(steps(state).filter((step) => step.isRequired && !step.isAnswered).length).toBeLessThanOrEqual(
          1,
        );
      }),
    );
  });
});

function valuesOf(question: Question): readonly unknown[] {
  if (question === 'callbackAt') return ['2026-02-04T17:00:00.000Z'];
  return question === 'interests' ? [['job']] : choices[question];
}

/** Every state that answering the required questions can lead to. */
function everyPath(state: ReportState): ReportState[] {
  const open = steps(state).find((step) => step.isRequired && !step.isAnswered);
  if (!open) return [state];
  return valuesOf(open.question).flatMap((value) => everyPath(answer(state, open.question, value as never)));
}
