import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mostSides } from '@savner/contract/people';
import { caseIdOf, casesOf, type GroupedQuestion } from './review-cases.js';

function asks(
  a: string,
  b: string,
  probability = 0.5,
  kind: 'person' | 'household' = 'person',
): GroupedQuestion {
  return { kind, a, b, probability, groupA: a.slice(0, 1), groupB: b.slice(0, 1) };
}

const shapeOf = (questions: readonly GroupedQuestion[]) =>
  casesOf(questions)
    .map((one) => one.map(({ kind, a, b }) => `${kind} ${a}?${b}`).sort())
    .sort();

describe('which questions are one case', () => {
  it('A?B and B?C are asked as one, also when B is shown by two different tips', () => {
    expect(shapeOf([asks('A1', 'B1'), asks('B2', 'C1')])).toEqual([['person A1?B1', 'person B2?C1']]);
  });

  it('questions that share nobody stand alone', () => {
    expect(shapeOf([asks('A1', 'B1'), asks('C1', 'D1')])).toHaveLength(2);
  });

  it('«the same person» and «living together» are never asked in one breath', () => {
    expect(shapeOf([asks('A1', 'B1'), asks('B1', 'C1', 0.5, 'household')])).toHaveLength(2);
  });

  it('a heap is divided where the least likely question holds it together', () => {
    const chain = [0.9, 0.8, 0.7, 0.35, 0.9, 0.8, 0.7].map((probability, index) =>
      asks(`${'ABCDEFGH'.charAt(index)}1`, `${'ABCDEFGH'.charAt(index + 1)}1`, probability),
    );
    expect(casesOf(chain).map((one) => one.length)).toEqual([3, 3, 1]);
  });

  const heaps = fc.array(
    fc.record({
      a: fc.constantFrom(...'ABCDEFGHIJKL'),
      b: fc.constantFrom(...'ABCDEFGHIJKL'),
      probability: fc.constantFrom(0.3, 0.5, 0.9),
    }),
    { maxLength: 30 },
  );

  it('loses no question, has no case wider than a screen, and does not mind the order', () => {
    fc.assert(
      fc.property(heaps, fc.infiniteStream(fc.nat(1_000)), (drawn, chance) => {
        const questions = [
          ...new Map(
            drawn
              .filter(({ a, b }) => a !== b)
              .map(({ a, b, probability }) => [`${a}${b}`, asks(`${a}1`, `${b}1`, probability)]),
          ).values(),
        ];
        const cases = casesOf(questions);
        expect(cases.flat()).toHaveLength(questions.length);
        for (const one of cases) {
          expect(new Set(one.flatMap(({ groupA, groupB }) => [groupA, groupB])).size).toBeLessThanOrEqual(
            mostSides,
          );
        }
        expect(new Set(cases.map(caseIdOf)).size).toBe(cases.length);
        const shuffled = questions
          .map((question) => ({ question, at: chance.next().value }))
          .sort((one, other) => one.at - other.at)
          .map(({ question }) => question);
        expect(shapeOf(shuffled)).toEqual(shapeOf(questions));
      }),
      { numRuns: 300 },
    );
  });
});
