import { editDistance } from '../names/edit-distance.js';
import type { StreetAddress } from './address.js';
import type { TipFeatures } from './features.js';
import type { Levels } from './levels.js';

export function compareYears(a: TipFeatures, b: TipFeatures): Levels['year'] {
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
      return apart >= 16 ? 'generation' : 'far';
  }
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
  return a.isCouple || b.isCouple ? 'missing' : 'different';
}

/** One comparison of where they live, the most exact agreement first; a street, a postcode and a town are not independent. */
export function comparePlaces(a: TipFeatures, b: TipFeatures): Levels['place'] {
  const town = sharesTown(a, b);
  const postcode = sharesPostcode(a, b);
  const door = compareDoors(a.street, b.street);
  const contradicted = isOtherCountry(a, b) || (!town && isOtherRegion(a, b));
  if (!contradicted && door === 'same') return 'address';
  if (!contradicted && door === 'slip' && (town || postcode)) return 'address_slip';
  if (door === 'street' && (town || postcode)) return 'street';
  if (postcode) return 'postcode';
  if (town) return 'town';
  return withoutSharedTown(a, b);
}

/** The same front door, as far as the two say: same street and number, and no other town. */
export function isSameDoor(a: TipFeatures, b: TipFeatures): boolean {
  const level = comparePlaces(a, b);
  return level === 'address' || level === 'address_slip';
}

export function sharesTown(a: TipFeatures, b: TipFeatures): boolean {
  return a.places.some((one) => b.places.some((other) => isSamePlace(one, other)));
}

function sharesPostcode(a: TipFeatures, b: TipFeatures): boolean {
  return a.postcode !== null && a.postcode === b.postcode && a.country === b.country;
}

function compareDoors(
  a: StreetAddress | null,
  b: StreetAddress | null,
): 'same' | 'slip' | 'street' | 'different' {
  if (!a || !b) return 'different';
  const distance = editDistance(a.street, b.street, 1);
  const sameLetter = a.letter === null || b.letter === null || a.letter === b.letter;
  if (distance > 1 || (distance === 1 && a.street.length < 5)) return 'different';
  if (a.number === null || b.number === null) return 'street';
  if (a.number !== b.number || !sameLetter) return 'different';
  return distance === 0 ? 'same' : 'slip';
}

function isOtherCountry(a: TipFeatures, b: TipFeatures): boolean {
  return a.country !== null && b.country !== null && a.country !== b.country;
}

/** The first two figures of a Norwegian postcode name a part of the country. */
function isOtherRegion(a: TipFeatures, b: TipFeatures): boolean {
  return a.postcode !== null && b.postcode !== null && a.postcode.slice(0, 2) !== b.postcode.slice(0, 2);
}

function withoutSharedTown(a: TipFeatures, b: TipFeatures): Levels['place'] {
  const saysNothing = (tip: TipFeatures) => tip.places.length === 0 && tip.postcode === null;
  if (a.country !== null && a.country === b.country) return 'country';
  if (isOtherCountry(a, b)) return 'different';
  if (saysNothing(a) || saysNothing(b)) return 'missing';
  const region = (tip: TipFeatures) => (tip.country === null ? (tip.postcode?.slice(0, 2) ?? null) : null);
  return region(a) !== null && region(a) === region(b) ? 'near' : 'different';
}

function isSamePlace(a: string, b: string): boolean {
  if (a === b) return true;
  const shortest = Math.min(a.length, b.length);
  if (shortest < 5) return shortest === 4 && editDistance(a, b, 1) === 1;
  return a.startsWith(b) || b.startsWith(a) || editDistance(a, b, 1) === 1;
}
