import type { NameLists } from '../names/name-lists.js';
import type { NameToken } from '../names/name-token.js';
import { type Generation, type NamedPerson, type TipNames, readNames } from '../names/tip-names.js';
import { type StreetAddress, readStreet } from './address.js';
import { declaredMembers } from './declared-members.js';
import type { KnownPlaces } from './known-places.js';
import { countryKey, placeInTalk, placeKeys } from './place.js';

/** Raised with every change to the normalising: stored features with another version are made anew. */
export const featuresVersion = 6;

/** What matching reads of a tip. */
export interface MatchableTip {
  readonly id: string;
  /** Four-digit number. */
  readonly municipality: string;
  readonly firstNames: string | null;
  readonly lastName: string | null;
  readonly formerName: string | null;
  readonly nickname: string | null;
  readonly birthYear: number | null;
  /** E.164 */
  readonly phone: string | null;
  readonly email: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly place: string | null;
  readonly country: string | null;
  readonly othersInHousehold: string | null;
}

/** A tip made comparable, once. The tip itself is never changed. */
export interface TipFeatures {
  readonly tipId: string;
  readonly kind: 'person' | 'family';
  readonly given: readonly NameToken[];
  readonly nicknames: readonly NameToken[];
  readonly surnames: readonly NameToken[];
  /** The others of a couple's tip and the people named as living with them. */
  readonly members: readonly NamedPerson[];
  /** How many of `members`, counted from the first, are the others of a couple's tip. */
  readonly partners: number;
  /** The person's (or family's) name as the tipper wrote it. */
  readonly written: { readonly given: string; readonly surname: string };
  /** Two are named in one tip, so its year, phone and e-mail may be either one's. */
  readonly isCouple: boolean;
  readonly birthYear: number | null;
  /** Which of two of one name; null where nothing is said. */
  readonly generation: Generation | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly street: StreetAddress | null;
  readonly postcode: string | null;
  readonly places: readonly string[];
  /** The parts of Norway they may lie in: the first two figures of their postcodes. */
  readonly regions: readonly string[];
  /** Null for Norway and unknown. */
  readonly country: string | null;
  readonly municipality: string;
}

export interface Knowledge {
  readonly lists: NameLists;
  readonly places: KnownPlaces;
}

export function makeFeatures(tip: MatchableTip, { lists, places: known }: Knowledge): TipFeatures {
  const names = readNames(tip, lists);
  const country = countryKey(tip.country);
  const postcode = postcodeKey(tip.postcode);
  const isNorwegian = country === null && postcode !== null && fourFigures.test(postcode);
  const ownPlace = isNorwegian ? known.placeOf(postcode) : null;
  const places = placeKeys(
    [tip.place, ownPlace, placeInTalk(tip.street)],
    (key) => known.regionsOf(key).length > 0,
  );
  return {
    tipId: tip.id,
    kind: kindOf(names, tip),
    given: names.person.given,
    nicknames: names.nicknames,
    surnames: names.person.surnames,
    members: [...names.others, ...declaredMembers(tip.othersInHousehold, lists)],
    partners: names.others.length,
    written: names.person.written,
    isCouple: names.others.length > 0,
    birthYear: tip.birthYear,
    generation: names.generation,
    phone: tip.phone,
    email: tip.email?.trim().toLowerCase() || null,
    street: readStreet(tip.street),
    postcode,
    places,
    regions:
      ownPlace !== null ? [postcode?.slice(0, 2) ?? ''] : country === null ? regionsIn(places, known) : [],
    country,
    municipality: tip.municipality,
  };
}

const fourFigures = /^\d{4}$/;

function postcodeKey(text: string | null): string | null {
  if (text === null || fourFigures.test(text)) return text;
  return text.replace(/\s/g, '').toUpperCase() || null;
}

/** Who has a birth year or an e-mail address is one person, also when only the surname is known. */
function kindOf(names: TipNames, { birthYear, email }: MatchableTip): TipFeatures['kind'] {
  if (names.kind !== 'surname') return names.kind;
  return birthYear === null && email === null ? 'family' : 'person';
}

/** A name that half the country has (Sand, Vik) tells no part of it. */
const mostRegions = 3;

function regionsIn(places: readonly string[], known: KnownPlaces): readonly string[] {
  if (places.length === 0) return [];
  if (places.length === 1) return atMost(known.regionsOf(places[0] ?? ''));
  const regions = new Set(places.flatMap((place) => known.regionsOf(place)));
  return atMost([...regions].sort());
}

function atMost(regions: readonly string[]): readonly string[] {
  return regions.length <= mostRegions ? regions : [];
}

/** Changes when, and only when, what matching reads of the tip has changed: a refused pair may then be asked about again. */
export function matchedText(tip: MatchableTip): string {
  return JSON.stringify([
    tip.municipality,
    tip.firstNames,
    tip.lastName,
    tip.formerName,
    tip.nickname,
    tip.birthYear,
    tip.phone,
    tip.email,
    tip.street,
    tip.postcode,
    tip.place,
    tip.country,
    tip.othersInHousehold,
  ]);
}
