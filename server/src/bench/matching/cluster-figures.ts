/** How well pairs were found: 0-1 each. */
export interface PairFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** What is true of a tip. */
export interface Truth {
  /** Whom it is about, first named first; none where a family is named. */
  readonly persons: readonly string[];
  readonly household: string;
}

/**
 * Pairwise precision and recall of a division into groups, counted by group sizes: the pairs themselves are never listed.
 * @param groupOf by the tip's place; null stands for «alone»
 * @param truthOf the same; null leaves the tip out
 * @param isIgnored pairs of one group that count neither way
 */
export function figuresOfGroups(
  groupOf: readonly (string | null)[],
  truthOf: readonly (string | null)[],
  isIgnored: (a: number, b: number) => boolean = () => false,
): PairFigures {
  const [found, real, both] = [
    new Map<string, number[]>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  for (const [tip, truth] of truthOf.entries()) {
    if (truth === null) continue;
    const group = groupOf[tip] ?? `alone ${tip}`;
    const members = found.get(group);
    if (members) members.push(tip);
    else found.set(group, [tip]);
    real.set(truth, (real.get(truth) ?? 0) + 1);
    both.set(`${group}\u0000${truth}`, (both.get(`${group}\u0000${truth}`) ?? 0) + 1);
  }
  let foundPairs = 0;
  for (const members of found.values())
    foundPairs += pairsAmong(members.length) - ignoredAmong(members, isIgnored);
  return figures(sum(both.values()), foundPairs, sum(real.values()));
}

/** @param right pairs found and true @param found all found @param real all true */
export function figures(right: number, found: number, real: number): PairFigures {
  const precision = found === 0 ? 1 : right / found;
  const recall = real === 0 ? 1 : right / real;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

export function pairsAmong(count: number): number {
  return (count * (count - 1)) / 2;
}

function sum(counts: Iterable<number>): number {
  let pairs = 0;
  for (const count of counts) pairs += pairsAmong(count);
  return pairs;
}

function ignoredAmong(members: readonly number[], isIgnored: (a: number, b: number) => boolean): number {
  let ignored = 0;
  for (const [index, a] of members.entries()) {
    for (const b of members.slice(index + 1)) if (isIgnored(a, b)) ignored += 1;
  }
  return ignored;
}
