import { editDistance } from '../names/edit-distance.js';
import type { StreetAddress } from './address.js';
import type { TipFeatures } from './features.js';
import type { Levels } from './levels.js';

type Aged = Pick<TipFeatures, 'birthYear' | 'isCouple'>;

export function compareYears(a: Aged, b: Aged): Levels['year'] {
  if (a.birthYear === null || b.birthYear === null) return 'missing';
  const apart = Math.abs(a.birthYear - b.birthYear);
  switch (apart) {
    case 0:
      return 'equal';
    case 1:
      return 'one_off';
    case 2:
      return 'two_off';
    case 3:
      return 'three_off';
    default:
      if (a.isCouple || b.isCouple) return 'missing';
      return farApart(a.birthYear, b.birthYear);
  }
}

/** Parents and children share names, address and telephone, so a generation apart is not taken for a slip unasked. */
function farApart(one: number, other: number): Levels['year'] {
  const isGeneration = Math.abs(one - other) >= 16;
  if (editDistance(String(one), String(other), 1) === 1)
    return isGeneration ? 'generation_slip' : 'figure_slip';
  return isGeneration ? 'generation' : 'far';
}

export function comparePhones(a: TipFeatures, b: TipFeatures): Levels['phone'] {
  if (a.phone === null || b.phone === null) return 'missing';
  if (a.phone === b.phone) return 'equal';
  if (editDistance(a.phone, b.phone, 1) === 1) return 'one_off';
  return a.isCouple || b.isCouple ? 'missing' : 'different';
}

export function compareEmails(a: TipFeatures, b: TipFeatures): Levels['email'] {
  if (a.email === null || b.email === null) return 'missing';
  if (a.email === b.email) return 'equal';
  if (editDistance(a.email, b.email, 1) === 1) return 'one_off';
  const allowed = Math.floor(Math.min(a.email.length, b.email.length) / 4);
  if (mailbox(a.email) === mailbox(b.email) || editDistance(a.email, b.email, allowed) <= allowed)
    return 'similar';
  return a.isCouple || b.isCouple ? 'missing' : 'different';
}

export interface PlaceComparison {
  readonly level: Levels['place'];
  /** Keys of the towns they share, in both their spellings. */
  readonly shared: readonly (readonly [string, string])[];
}

/** What stands before the @, where it says more than a first name may. */
function mailbox(email: string): string {
  const [name = ''] = email.split('@');
  return name.length >= 6 ? name : email;
}

/** One comparison of where they live, the most exact agreement first; a street, a postcode and a town are not independent. */
export function comparePlaces(a: TipFeatures, b: TipFeatures): PlaceComparison {
  const shared = sharedTowns(a, b);
  return { level: placeLevel(a, b, shared.length > 0), shared };
}

function placeLevel(a: TipFeatures, b: TipFeatures, town: boolean): Levels['place'] {
  const postcode = sharesPostcode(a, b);
  const door = isOtherPostcode(a, b) ? 'different' : compareDoors(a.street, b.street);
  if (town || postcode || (!isOtherCountry(a, b) && isNear(a, b))) {
    if (door === 'same') return 'address';
    if (door === 'slip') return 'address_slip';
    if (door === 'street') return 'street';
  }
  if (postcode) return 'postcode';
  if (town) return 'town';
  return withoutSharedTown(a, b, door === 'same');
}

/** The same front door, as far as the two say: same street and number, and no other town. */
export function isSameDoor({ level }: PlaceComparison): boolean {
  return level === 'address' || level === 'address_slip';
}

function sharedTowns(a: TipFeatures, b: TipFeatures): readonly (readonly [string, string])[] {
  let shared: (readonly [string, string])[] | null = null;
  for (const one of a.places) {
    for (const other of b.places) {
      if (isSamePlace(one, other)) (shared ??= []).push([one, other]);
    }
  }
  return shared ?? none;
}

const none: readonly (readonly [string, string])[] = [];

function sharesPostcode(a: TipFeatures, b: TipFeatures): boolean {
  return a.postcode !== null && a.postcode === b.postcode && a.country === b.country;
}

/** Both say where the post goes, and it is no slip of one figure. */
function isOtherPostcode(a: TipFeatures, b: TipFeatures): boolean {
  return a.postcode !== null && b.postcode !== null && editDistance(a.postcode, b.postcode, 1) > 1;
}

function compareDoors(
  a: StreetAddress | null,
  b: StreetAddress | null,
): 'same' | 'slip' | 'street' | 'different' {
  if (!a || !b) return 'different';
  if (a.number !== null && b.number !== null && a.number !== b.number) return 'different';
  const distance = editDistance(a.street, b.street, 1);
  const sameLetter = a.letter === null || b.letter === null || a.letter === b.letter;
  if (distance > 1 || (distance === 1 && Math.min(a.street.length, b.street.length) < 5)) return 'different';
  if (a.number === null || b.number === null) return 'street';
  if (!sameLetter) return 'different';
  return distance === 0 ? 'same' : 'slip';
}

function isOtherCountry(a: TipFeatures, b: TipFeatures): boolean {
  return a.country !== null && b.country !== null && a.country !== b.country;
}

/** In one part of the country, as far as the first two figures of a postcode tell. */
function isNear(a: TipFeatures, b: TipFeatures): boolean {
  return a.regions.some((region) => b.regions.includes(region));
}

function withoutSharedTown(a: TipFeatures, b: TipFeatures, hasSameDoor: boolean): Levels['place'] {
  const saysNothing = (tip: TipFeatures) => tip.places.length === 0 && tip.postcode === null;
  if (isOtherCountry(a, b)) return 'different';
  if (saysNothing(a) || saysNothing(b)) return hasSameDoor ? 'street' : 'missing';
  if (isNear(a, b)) return 'near';
  return a.country !== null && a.country === b.country ? 'country' : 'different';
}

function isSamePlace(a: string, b: string): boolean {
  if (a === b) return true;
  const shortest = Math.min(a.length, b.length);
  if (shortest < 5) return shortest === 4 && editDistance(a, b, 1) === 1;
  const allowed = shortest >= 7 ? 2 : 1;
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1)) return false;
  const isBeginning =
    3 * shortest >= 2 * Math.max(a.length, b.length) && (a.startsWith(b) || b.startsWith(a));
  return isBeginning || editDistance(a, b, allowed) <= allowed;
}
