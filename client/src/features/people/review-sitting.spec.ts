import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../../test/samples.js';
import { newSitting, openCases, sit, type Sitting, type SittingEvent } from './review-sitting.js';

const [first, second, third] = [aCase(1), aCase(2), aCase(3)];
const waiting = [first, second, third];

/** What is asked now: a case brought back, or the first that is open. */
function nextCase(sitting: Sitting, cases = waiting, behind?: ReadonlySet<string>) {
  return sitting.broughtBack ?? openCases(sitting, cases, behind)[0] ?? null;
}

function after(...events: SittingEvent[]): Sitting {
  return events.reduce(sit, newSitting);
}

const answer = (asked: typeof first, answerKey: string): SittingEvent => ({
  kind: 'answered',
  asked,
  answerKey,
  said: 'same',
});

describe('a sitting with the duplicates', () => {
  it('goes on to the next case at once, before the answer is stored', () => {
    expect(nextCase(after(answer(first, 'one')), waiting)).toBe(second);
  });

  it('does not show a case again while the list still holds it', () => {
    const sitting = after(answer(first, 'one'), { kind: 'stored', answerKey: 'one', decisionId: 'd1' });
    expect(nextCase(sitting, waiting)).toBe(second);
    expect(sitting.steps[0]?.decisionId).toBe('d1');
  });

  it('leaves out cases answered before the page was read anew', () => {
    expect(
      nextCase(newSitting, waiting, new Set([`person ${first.sides.map(({ tipId }) => tipId).join(' ')}`])),
    ).toBe(second);
  });

  it('brings a refused answer back before everything else, with the reason', () => {
    const problem = new Error('no');
    const sitting = after(answer(first, 'one'), answer(second, 'two'), {
      kind: 'refused',
      answerKey: 'one',
      problem,
    });
    expect(nextCase(sitting, waiting)).toBe(first);
    expect(sitting.problem).toBe(problem);
    expect(nextCase(sit(sitting, answer(first, 'three')), waiting)).toBe(third);
  });

  it('a refusal of what the sitting knows nothing of changes no case', () => {
    const sitting = after({ kind: 'refused', answerKey: 'yesterday', problem: new Error('no') });
    expect(nextCase(sitting, waiting)).toBe(first);
  });

  it('takes the last step back', () => {
    const sitting = after({ kind: 'put_off', asked: first }, answer(second, 'two'));
    const [, last] = sitting.steps;
    if (last === undefined) throw new Error('There are two steps');
    const back = sit(sitting, { kind: 'taken_back', step: last });
    expect([nextCase(back), back.said]).toEqual([second, 'undone']);
  });

  it('leaves a case that was brought back when somebody goes on by herself', () => {
    const refused = after(answer(second, 'two'), {
      kind: 'refused',
      answerKey: 'two',
      problem: new Error('no'),
    });
    const sitting = sit(refused, { kind: 'moved' });
    expect([sitting.broughtBack, sitting.problem, nextCase(sitting)]).toEqual([null, null, first]);
  });
});
