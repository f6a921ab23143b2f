import type { PairDecision } from '../matching/component.js';
import type { TipFeatures } from '../matching/features.js';
import { fields } from '../matching/levels.js';
import type { MatchModel } from '../matching/model.js';
import type { Scale } from '../matching/score.js';
import { learnBlocks } from './learn-blocks.js';
import { type LevelEvidence, newWeights } from './new-weights.js';
import { recentredPrior } from './recentred-prior.js';
import { trainingSet } from './training-set.js';

/** Fewer than this say more about chance than about how people write. */
export const leastToLearnFrom = { tips: 300, pairs: 100 } as const;

export type Estimation =
  | { readonly kind: 'too_little'; readonly tips: number; readonly pairs: number }
  | {
      readonly kind: 'estimated';
      /** Bears the version of the model it started from, until it is given one of its own. */
      readonly model: MatchModel;
      readonly evidence: readonly LevelEvidence[];
      readonly tips: number;
      /** Pairs taken for one person. */
      readonly pairs: number;
      readonly answers: number;
      readonly randomPairs: number;
    };

/**
 * Learns Fellegi-Sunter weights from tips and answers, offline. u is counted from random pairs. m is learnt by EM inside each
 * selective block, for the fields its key does not hold, and averaged over blocks. Every weight then moves from the present
 * one only as far as the data carry it, in the order that the levels demand. The prior moves the other way, so that the
 * level of caution stays: only what fields are worth against each other is learnt.
 * @param scale its model is what the weights are smoothed towards
 * @param random 0 ≤ x < 1; the same numbers and tips give the same model
 */
export function estimateModel(
  tips: readonly TipFeatures[],
  decisions: readonly PairDecision[],
  scale: Scale,
  random: () => number,
): Estimation {
  const { model: shipped, population } = scale;
  const set = trainingSet(tips, decisions, scale, random);
  const pairs = set.same.length;
  if (tips.length < leastToLearnFrom.tips || pairs < leastToLearnFrom.pairs)
    return { kind: 'too_little', tips: tips.length, pairs };
  const learnt = learnBlocks(set, shipped);
  const { weights, evidence } = newWeights(set, learnt, shipped, tips.length);
  const model = recentredPrior({ ...shipped, weights }, shipped, population, set.same);
  const randomPairs = Math.max(...fields.map((field) => countOf(set.strangers.get(field))));
  return { kind: 'estimated', model, evidence, tips: tips.length, pairs, answers: set.answers, randomPairs };
}

function countOf(counts: ReadonlyMap<string, number> | undefined): number {
  return [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
}
