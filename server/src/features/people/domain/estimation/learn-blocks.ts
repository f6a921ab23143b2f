import { type Field, fields } from '../matching/levels.js';
import type { MatchModel } from '../matching/model.js';
import { type Maximised, maximise } from './expectation-maximisation.js';
import { type PerLevel, totalOf, valueAt } from './level-tally.js';
import { trainingBlocks } from './training-blocks.js';
import type { TrainingSet } from './training-set.js';

/** A block with fewer pairs believed to be one, or a smaller share of them, teaches nothing. */
const fewestSame = 30;
const smallestShare = 0.02;

/** A level that fewer strangers stand at has no share worth counting: the present weight says what it is. */
export const fewestStrangers = 5;

export interface Learnt {
  /** What the present weights take m and u to be, among the levels seen here. */
  readonly start: PerLevel;
  readonly u: PerLevel;
  readonly m: PerLevel;
  /** Pairs believed to be one, per field and level, in the block that has most of them. */
  readonly same: PerLevel;
}

export function learnBlocks(set: TrainingSet, present: MatchModel): Learnt {
  const { u, start } = startingShares(set, present);
  const found = [...set.blocks].flatMap(([kind, pairs]) => {
    const held = trainingBlocks[kind] ?? fields;
    const learnt = fields.filter((field) => !held.includes(field));
    const block = maximise(pairs, learnt, u, start);
    const isTeaching = block.share >= smallestShare && block.share * pairs.length >= fewestSame;
    return isTeaching ? [{ learnt, block }] : [];
  });
  const blocksFor = (field: Field) =>
    found.filter(({ learnt }) => learnt.includes(field)).map(({ block }) => block);
  return {
    start,
    u,
    m: new Map(fields.map((field) => [field, meanShares(blocksFor(field), field)])),
    same: new Map(fields.map((field) => [field, mostSame(blocksFor(field), field)])),
  };
}

/** Blocks weigh as much as they hold pairs with the field filled in. */
function meanShares(blocks: readonly Maximised[], field: Field): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  let total = 0;
  for (const { m, same } of blocks) {
    const weight = totalOf(same, field);
    total += weight;
    for (const [level, share] of m.get(field) ?? []) sums.set(level, (sums.get(level) ?? 0) + weight * share);
  }
  return total === 0 ? new Map() : new Map([...sums].map(([level, sum]) => [level, sum / total]));
}

/** One pair lies in many blocks, so the largest block counts, not their sum. */
function mostSame(blocks: readonly Maximised[], field: Field): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { same } of blocks)
    for (const [level, count] of same.get(field) ?? [])
      most.set(level, Math.max(count, most.get(level) ?? 0));
  return most;
}

/**
 * u from the strangers, m from u and the present weights. Where too few strangers agree to be counted, what is left of m is shared
 * among those levels, and u follows from the weight.
 */
function startingShares(
  { strangers, presentBits }: TrainingSet,
  present: MatchModel,
): { u: PerLevel; start: PerLevel } {
  const u = new Map<Field, Map<string, number>>();
  const start = new Map<Field, Map<string, number>>();
  for (const field of fields) {
    const weights: Readonly<Record<string, number>> = present.weights[field];
    const levels = Object.keys(weights).filter((level) => level !== 'missing');
    const total = Math.max(1, totalOf(strangers, field));
    const isCounted = (level: string) => valueAt(strangers, field, level) >= fewestStrangers;
    const counted = levels.filter(isCounted).map((level) => {
      const share = valueAt(strangers, field, level) / total;
      return { level, u: share, m: share * 2 ** valueAt(presentBits, field, level) };
    });
    const rare = levels.filter((level) => !isCounted(level));
    const left = Math.max(0.05, 1 - counted.reduce((sum, { m }) => sum + m, 0));
    const derived = rare.map((level) => {
      const m = left / rare.length;
      return { level, m, u: m * 2 ** -(weights[level] ?? 0) };
    });
    const all = [...counted, ...derived];
    const sum = all.reduce((so, { m }) => so + m, 0);
    u.set(field, new Map(all.map(({ level, u: share }) => [level, share])));
    start.set(field, new Map(all.map(({ level, m }) => [level, m / sum])));
  }
  return { u, start };
}
