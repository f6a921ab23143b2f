import type { TipFeatures } from '../matching/features.js';
import { priorBits, type Scale, scorePair } from '../matching/score.js';
import type { DraftReading } from './read-draft.js';

/** A tip the draft may be about, and the reading of the draft that fits it best. */
export interface Fit {
  readonly tip: TipFeatures;
  readonly draft: TipFeatures;
  readonly bits: number;
}

/**
 * In bits, the prior left aside. A half-written tip says little, and a hint that is not needed costs a glance; a hint that
 * fails to come costs a duplicate. Two names in full alone lie just above.
 */
const leastEvidence = 12;

/** The tips that fit, the best first; ties by id, so that the order does not flicker. */
export function rankLikely(
  readings: readonly DraftReading[],
  candidates: readonly TipFeatures[],
  scale: Scale,
): Fit[] {
  return candidates
    .flatMap((tip) => bestFit(readings, tip, scale) ?? [])
    .sort((a, b) => b.bits - a.bits || (a.tip.tipId < b.tip.tipId ? -1 : 1));
}

function bestFit(readings: readonly DraftReading[], tip: TipFeatures, scale: Scale): Fit | null {
  const fits = readings
    .filter((reading) => mayBegin(reading, tip))
    .flatMap(({ features, begins }) => fit(features, tip, scale, lettersWorth(begins)) ?? []);
  return fits.reduce<Fit | null>((best, one) => (best === null || one.bits > best.bits ? one : best), null);
}

/** In bits: a letter that agrees is worth one, far less than it would be in a whole name. */
function lettersWorth(begins: DraftReading['begins']): number {
  return begins === null ? 0 : Math.min(begins.text.length, 6);
}

function fit(draft: TipFeatures, tip: TipFeatures, scale: Scale, letters: number): Fit | null {
  const score = scorePair(draft, tip, scale);
  if (score.veto === 'different') return null;
  const bits = score.bits + letters;
  return bits - priorBits(scale) < leastEvidence ? null : { tip, draft, bits };
}

function mayBegin({ begins }: DraftReading, tip: TipFeatures): boolean {
  if (begins === null) return true;
  return tip[begins.name].some(
    ({ text }) => text.length > begins.text.length && text.startsWith(begins.text),
  );
}
