import type { TipFeatures } from '../matching/features.js';
import type { MatchModel } from '../matching/model.js';
import type { Population } from '../matching/population.js';
import { scorePair } from '../matching/score.js';

const mostMoved = 3;

/**
 * The prior that gives pairs taken for one person the same bits on average as before. The base rate of a small campaign would make
 * the machine bold where families live close together; how bold it may be is a setting, not something to learn.
 */
export function recentredPrior(
  model: MatchModel,
  before: MatchModel,
  population: Population,
  same: readonly { readonly a: TipFeatures; readonly b: TipFeatures }[],
): MatchModel {
  if (same.length === 0) return model;
  const gained = same.reduce(
    (sum, { a, b }) =>
      sum + scorePair(a, b, { model, population }).bits - scorePair(a, b, { model: before, population }).bits,
    0,
  );
  const moved = Math.max(-mostMoved, Math.min(mostMoved, gained / same.length));
  return { ...model, prior: Math.round((before.prior - moved) * 100) / 100 };
}
