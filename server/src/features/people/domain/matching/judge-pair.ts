import { comparePlaces } from './compare-contact.js';
import { compareNames } from './compare-names.js';
import type { TipFeatures } from './features.js';
import { type HouseholdLink, householdLink } from './household-link.js';
import type { Levels } from './levels.js';
import { type PairScore, type Scale, scorePair, tellPeopleApart } from './score.js';

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
  readonly modelVersion: string;
}

/** An edge with what it rests on. */
export interface JudgedPair extends Edge {
  readonly levels: Levels;
  readonly weights: PairScore['weights'];
}

export interface Rules extends Scale {
  /** Probability from which two tips are joined without asking; a campaign setting. */
  readonly automaticFrom: number;
}

/** Null when the pair says nothing worth keeping. */
export function judgePair(one: TipFeatures, other: TipFeatures, rules: Rules): JudgedPair | null {
  const [a, b] = one.tipId < other.tipId ? [one, other] : [other, one];
  const place = comparePlaces(a, b);
  const household = householdLink(a, b, place).level;
  const isLinked = household === 'sure' || household === 'review';
  const arePersons = a.kind === 'person' && b.kind === 'person';
  const names = compareNames(a, b);
  // Most pairs end here: names that speak of two people need not be weighed against the rest.
  if (!isLinked && (!arePersons || tellPeopleApart(names))) return null;
  const score = scorePair(a, b, rules, { place, names });
  const band = arePersons ? bandOf(score, rules) : 'none';
  if (band === 'none' && !isLinked) return null;
  return {
    a: a.tipId,
    b: b.tipId,
    bits: score.bits,
    probability: score.probability,
    band,
    household,
    levels: score.levels,
    weights: score.weights,
    modelVersion: rules.model.version,
  };
}

function bandOf(score: PairScore, { automaticFrom }: Rules): Band {
  if (score.veto === 'different' || score.probability < reviewFrom) return 'none';
  return score.probability >= automaticFrom && score.veto === 'none' ? 'automatic' : 'review';
}
