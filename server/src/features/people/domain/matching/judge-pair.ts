import type { TipFeatures } from './features.js';
import { type HouseholdLink, householdLink } from './household-link.js';
import type { Levels } from './levels.js';
import type { MatchModel } from './model.js';
import { type PairScore, scorePair } from './score.js';

/** Below this probability a pair is not worth a human's time. */
export const reviewFrom = 0.3;

export type Band = 'automatic' | 'review' | 'none';

/** A pair worth keeping: what it is and what made it so. `a` sorts before `b`. */
export interface Edge {
  readonly a: string;
  readonly b: string;
  readonly bits: number;
  readonly probability: number;
  readonly band: Band;
  readonly household: HouseholdLink['level'];
  readonly levels: Levels;
  readonly modelVersion: string;
}

export interface Rules {
  readonly model: MatchModel;
  /** Probability from which two tips are joined without asking; a campaign setting. */
  readonly automaticFrom: number;
}

/** Null when the pair says nothing worth keeping. */
export function judgePair(one: TipFeatures, other: TipFeatures, rules: Rules): Edge | null {
  const [a, b] = one.tipId < other.tipId ? [one, other] : [other, one];
  const score = scorePair(a, b, rules.model);
  const band = a.kind === 'person' && b.kind === 'person' ? bandOf(score, rules) : 'none';
  const household = householdLink(a, b).level;
  if (band === 'none' && (household === 'none' || household === 'apart')) return null;
  return {
    a: a.tipId,
    b: b.tipId,
    bits: score.bits,
    probability: score.probability,
    band,
    household,
    levels: score.levels,
    modelVersion: rules.model.version,
  };
}

function bandOf(score: PairScore, { automaticFrom }: Rules): Band {
  if (score.veto === 'different' || score.probability < reviewFrom) return 'none';
  return score.probability >= automaticFrom && score.veto === 'none' ? 'automatic' : 'review';
}
