import type { Language } from '@savner/contract/common';
import type { LikelyPerson } from '@savner/contract/people';
import type { Household } from './domain/households/household.js';
import type { Fit } from './domain/likely/rank-likely.js';
import { explainPair } from './domain/matching/explain.js';
import type { Scale } from './domain/matching/score.js';

interface Likely {
  readonly fit: Fit;
  readonly household: Household;
  /** Null for a family named without given names. */
  readonly person: {
    readonly displayName: string;
    readonly birthYear: number | null;
    readonly tipCount: number;
  } | null;
}

/** Reasons shown: what speaks loudest is enough to recognise somebody by. */
const mostReasons = 3;

export function presentLikely(
  { fit, household, person }: Likely,
  scale: Scale,
  language: Language,
): LikelyPerson {
  const { displayName, tipCount } = person ?? household;
  return {
    tipId: fit.tip.tipId,
    householdId: household.id,
    kind: person === null ? 'family' : 'person',
    displayName,
    birthYear: person?.birthYear ?? null,
    place: household.place,
    municipality: household.municipality,
    tipCount,
    blockReason: household.blockReason,
    why: reasonsFor(fit, scale, language),
  };
}

function reasonsFor({ draft, tip }: Fit, scale: Scale, language: Language): string[] {
  return explainPair(draft, tip, scale, language)
    .filter(({ field, bits }) => bits > 0 && !(field === 'home' && draft.municipality === ''))
    .slice(0, mostReasons)
    .map(({ text }) => text);
}
