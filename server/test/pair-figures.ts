import type { SampleTruth } from './sample-tips.js';

export interface Figures {
  readonly pairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

type Judge = (a: SampleTruth, b: SampleTruth) => 'same' | 'different' | 'ignored';

/** Two tips are about one person when their first-named are; sharing only a later one counts neither way. */
export const personTruth: Judge = (a, b) => {
  if (a.person === null || b.person === null) return 'ignored';
  if (a.person === b.person) return 'same';
  return a.persons.some((person) => b.persons.includes(person)) ? 'ignored' : 'different';
};

export const householdTruth: Judge = (a, b) => (a.household === b.household ? 'same' : 'different');

/** Pairwise precision, recall and F1 of found pairs against the truth. */
export function pairFigures(
  found: readonly (readonly [string, string])[],
  truth: ReadonlyMap<string, SampleTruth>,
  judge: Judge,
): Figures {
  const judged = found.map(([a, b]) => judgeIds(a, b, truth, judge));
  const right = judged.filter((verdict) => verdict === 'same').length;
  const wrong = judged.filter((verdict) => verdict === 'different').length;
  const all = allPairs([...truth.keys()]).filter(([a, b]) => judgeIds(a, b, truth, judge) === 'same').length;
  const precision = right / Math.max(1, right + wrong);
  const recall = right / Math.max(1, all);
  return {
    pairs: found.length,
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
  };
}

export function pairsWithin(groups: readonly (readonly string[])[]): (readonly [string, string])[] {
  return groups.flatMap((group) => allPairs(group));
}

function allPairs(ids: readonly string[]): (readonly [string, string])[] {
  return ids.flatMap((a, index) => ids.slice(index + 1).map((b) => [a, b] as const));
}

function judgeIds(
  a: string,
  b: string,
  truth: ReadonlyMap<string, SampleTruth>,
  judge: Judge,
): ReturnType<Judge> {
  const [one, other] = [truth.get(a), truth.get(b)];
  return one && other ? judge(one, other) : 'ignored';
}
