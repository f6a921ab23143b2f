import type { Field, Levels } from '../matching/levels.js';
import { LevelTally, type PerLevel, totalOf, valueAt } from './level-tally.js';

/** A pair as EM sees it. `known`: a human has answered, or two different given names have. */
export interface TrainingPair {
  readonly levels: Levels;
  readonly known: 'same' | 'different' | null;
  /** 1 for an ordinary pair; an answer counts for more. */
  readonly weight: number;
}

export interface Maximised {
  /** How often each level is seen when the two are one, among pairs where the field is filled in. */
  readonly m: PerLevel;
  /** Pairs believed to be one, per field and level. */
  readonly same: PerLevel;
  /** Share of the pairs believed to be one. */
  readonly share: number;
}

const mostRounds = 200;
const settled = 1e-6;

/**
 * Expectation-maximisation for one selective block: which pairs are one, and how often each level is then seen, found in turns.
 * `u` (how often strangers agree) stays as it is: it is counted from random pairs, where nearly all are strangers. Over all pairs,
 * or over a block that is no better, EM finds some other division in two (men and women, two valleys) and calls it a match.
 * @param learnt fields that the block's key does not hold; the others agree by construction
 * @param start m to begin with, also what one pair's worth of doubt pulls towards
 */
export function maximise(
  pairs: readonly TrainingPair[],
  learnt: readonly Field[],
  u: PerLevel,
  start: PerLevel,
): Maximised {
  let found: Maximised = { m: start, same: new Map(), share: 0.5 };
  for (let round = 0; round < mostRounds; round += 1) {
    const next = oneRound(pairs, learnt, u, start, found);
    const moved = Math.abs(next.share - found.share);
    found = next;
    if (moved < settled && round > 0) break;
  }
  return found;
}

function oneRound(
  pairs: readonly TrainingPair[],
  learnt: readonly Field[],
  u: PerLevel,
  start: PerLevel,
  { m, share }: Maximised,
): Maximised {
  const same = new LevelTally();
  let [believed, all] = [0, 0];
  for (const pair of pairs) {
    const belief = beliefIn(pair, learnt, u, m, share);
    same.add(pair.levels, pair.weight * belief, learnt);
    believed += pair.weight * belief;
    all += pair.weight;
  }
  const next = new Map(learnt.map((field) => [field, sharesOf(same.counts, field, start)]));
  return { m: next, same: same.counts, share: clipped(believed / Math.max(1, all)) };
}

function beliefIn(
  { levels, known }: TrainingPair,
  learnt: readonly Field[],
  u: PerLevel,
  m: PerLevel,
  share: number,
): number {
  if (known !== null) return known === 'same' ? 1 : 0;
  let bits = Math.log2(share / (1 - share));
  for (const field of learnt) {
    const level = levels[field];
    if (level === 'missing') continue;
    bits += Math.log2(Math.max(least, valueAt(m, field, level)) / Math.max(least, valueAt(u, field, level)));
  }
  return 1 / (1 + 2 ** -bits);
}

function sharesOf(same: PerLevel, field: Field, start: PerLevel): ReadonlyMap<string, number> {
  const total = totalOf(same, field) + 1;
  const levels = new Set([...(start.get(field)?.keys() ?? []), ...(same.get(field)?.keys() ?? [])]);
  return new Map(
    [...levels].map((level) => [level, (valueAt(same, field, level) + valueAt(start, field, level)) / total]),
  );
}

const least = 1e-9;

function clipped(share: number): number {
  return Math.min(1 - 1e-6, Math.max(1e-6, share));
}
