import { type NameToken, isSameName, isSlip, isVariant } from '../names/name-token.js';
import type { NamedPerson } from '../names/tip-names.js';
import { comparePlaces, isSameDoor, type PlaceComparison } from './compare-contact.js';
import type { TipFeatures } from './features.js';

/** What says that two tips go to one household. `review` asks a human; `apart` speaks against. */
export type HouseholdLink =
  | {
      readonly level: 'sure';
      readonly because:
        | 'door_and_name'
        | 'door_and_member'
        | 'door_and_phone'
        | 'phone_and_name'
        | 'phone_and_member'
        | 'phone_and_town'
        | 'named_member';
    }
  | {
      readonly level: 'review';
      readonly because:
        'door' | 'phone' | 'given_name_of_member' | 'member_elsewhere' | 'family_name_and_town';
    }
  | { readonly level: 'apart' }
  | { readonly level: 'none' };

/**
 * One address alone is not a household (blocks of flats): a shared surname, a declared member or one phone must join it.
 * A member named in full counts without an address when the town or the municipality agrees, and asks a human when the
 * two have whole addresses with nothing in common.
 */
export function householdLink(
  a: TipFeatures,
  b: TipFeatures,
  place: PlaceComparison = comparePlaces(a, b),
): HouseholdLink {
  const door = isSameDoor(place);
  const phone = a.phone !== null && a.phone === b.phone;
  const surname = anyPair(
    a.surnames,
    b.surnames,
    (one, other) => isSameName(one, other) || isSlip(one, other),
  );
  const member = bestMention(a, b);
  const town = place.shared.length > 0;
  const home = a.municipality === b.municipality;
  if (door && surname) return { level: 'sure', because: 'door_and_name' };
  if (door && member !== 'none') return { level: 'sure', because: 'door_and_member' };
  if (door && phone) return { level: 'sure', because: 'door_and_phone' };
  if (phone && surname) return { level: 'sure', because: 'phone_and_name' };
  if (phone && member !== 'none') return { level: 'sure', because: 'phone_and_member' };
  // A landline may be a switchboard's; a mobile that two have is at home.
  if (phone && town && (home || isMobile(a.phone))) return { level: 'sure', because: 'phone_and_town' };
  if ((member === 'mutual' || member === 'full') && home && haveOtherDoors(a, b))
    return { level: 'review', because: 'member_elsewhere' };
  if (member === 'mutual' && home) return { level: 'sure', because: 'named_member' };
  // Without the municipality in common, «gift med Per Hansen» may be any Per Hansen in Oslo.
  if (member === 'full' && home && (town || saysNoPlace(a, b)))
    return { level: 'sure', because: 'named_member' };
  if (member === 'given' && town && home && surname) return { level: 'sure', because: 'named_member' };
  if (door) return { level: 'review', because: 'door' };
  if (phone) return { level: 'review', because: 'phone' };
  if (member !== 'none' && town && (home || member === 'mutual'))
    return { level: 'review', because: 'given_name_of_member' };
  const family = a.kind === 'family' || b.kind === 'family';
  if (family && surname && town && home) return { level: 'review', because: 'family_name_and_town' };
  return !town && a.places.length > 0 && b.places.length > 0 ? { level: 'apart' } : { level: 'none' };
}

function isMobile(phone: string | null): boolean {
  return phone !== null && /^\+47[49]/.test(phone);
}

/** Both say where the post goes, street and all, and nothing in it agrees. */
function haveOtherDoors(a: TipFeatures, b: TipFeatures): boolean {
  const [one, other] = [a.street, b.street];
  if (!one?.number || !other?.number || a.postcode === null || b.postcode === null) return false;
  return a.postcode !== b.postcode && one.street !== other.street && one.number !== other.number;
}

type Mention = 'none' | 'given' | 'full' | 'mutual';

function bestMention(a: TipFeatures, b: TipFeatures): Mention {
  if (a.members.length === 0 && b.members.length === 0) return 'none';
  const forth = mentions(a.members, b);
  const back = mentions(b.members, a);
  if (forth !== 'none' && back !== 'none') return 'mutual';
  return forth === 'full' || back === 'full'
    ? 'full'
    : forth === 'given' || back === 'given'
      ? 'given'
      : 'none';
}

/** Whether `tip` is about one of `members`; in full when the surname is there too. */
function mentions(members: readonly NamedPerson[], tip: TipFeatures): 'none' | 'given' | 'full' {
  const named = members.filter((member) => anyPair(member.given, tip.given, isOneName));
  if (
    named.some((member) => anyPair(member.surnames, tip.surnames, (x, y) => isSameName(x, y) || isSlip(x, y)))
  )
    return 'full';
  return named.some((member) => member.surnames.length === 0) ? 'given' : 'none';
}

function isOneName(one: NameToken, other: NameToken): boolean {
  return isSameName(one, other) || isVariant(one, other) || isSlip(one, other);
}

function anyPair(
  a: readonly NameToken[],
  b: readonly NameToken[],
  holds: (one: NameToken, other: NameToken) => boolean,
): boolean {
  for (const one of a) for (const other of b) if (holds(one, other)) return true;
  return false;
}

function saysNoPlace(a: TipFeatures, b: TipFeatures): boolean {
  return a.places.length === 0 || b.places.length === 0;
}
