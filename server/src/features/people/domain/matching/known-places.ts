import { placeKeys } from './place.js';

/** What the register of postcodes tells of places. */
export interface KnownPlaces {
  /** The place of a Norwegian postcode; null when unknown. */
  placeOf(postcode: string): string | null;
  /** The first two figures of the postcodes of the place with this key; none when unknown. */
  regionsOf(key: string): readonly string[];
  /** About how large a share of the country lives there, 0-1: the place's share of the postcodes. */
  shareOf(key: string): number;
}

/** Abroad, or a part of a town that has no postcode of its own. */
const unknownShare = 0.001;

export function knownPlaces(register: Iterable<readonly [postcode: string, place: string]>): KnownPlaces {
  const names = new Map(register);
  const codes = new Map<string, string[]>();
  for (const [postcode, name] of names) {
    for (const key of placeKeys([name], () => false)) codes.set(key, [...(codes.get(key) ?? []), postcode]);
  }
  const known = new Map(
    [...codes].map(([key, own]) => [
      key,
      { regions: [...new Set(own.map((code) => code.slice(0, 2)))], share: own.length / names.size },
    ]),
  );
  return {
    placeOf: (postcode) => names.get(postcode) ?? null,
    regionsOf: (key) => known.get(key)?.regions ?? [],
    shareOf: (key) => Math.max(known.get(key)?.share ?? 0, known.has(key) ? 0.0004 : unknownShare),
  };
}
