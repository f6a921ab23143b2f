import { addressKey, gatherAddresses, type PlaceOf, tidyAddress } from './household-address.js';
import { fieldOf, type HouseholdFact, type RecordedFact } from './household-fact.js';
import { fullName } from '../names/display-name.js';
import { writtenName } from './household-names.js';
import type { MergedTip } from './merged-tip.js';

/** Where a fact is kept: with a tip whose value it is about, or with the household. */
export interface FactOwner {
  /** The id the tip, or the household, was born with. */
  readonly householdId: string;
  readonly tipId: string | null;
}

interface About {
  readonly householdId: string;
  readonly tips: readonly MergedTip[];
  readonly facts: readonly RecordedFact[];
  readonly placeOf: PlaceOf;
}

/**
 * Whose fact it is. A choice among values that tips gave follows the tip that gave it first, and a dead number every
 * tip that gave it, so that they go the right way when a merge is undone; what nobody tipped stays with the household.
 * Empty when there is nothing to say it about.
 */
export function ownersOf(fact: HouseholdFact, about: About): FactOwner[] {
  const household: FactOwner = { householdId: about.householdId, tipId: null };
  const orHousehold = (owners: readonly FactOwner[]) => (owners.length > 0 ? [...owners] : [household]);
  switch (fact.kind) {
    case 'prefer_name':
    case 'prefer_address':
    case 'prefer_phone':
    case 'prefer_email':
    case 'move_municipality':
      return orHousehold(tellersOf(fact, about).slice(0, 1));
    case 'phone_dead':
    case 'phone_ok':
      return [...orHousehold(tellersOf(fact, about)), ...toldBesides(isPhone(fact.phone), about)];
    case 'address_dead':
    case 'address_ok':
      return [
        ...orHousehold(tellersOf(fact, about)),
        ...toldBesides(isAddress(addressKey(tidyAddress(fact, about.placeOf)), about.placeOf), about),
      ];
    case 'prefer_birth_year':
    case 'prefer_person_name':
      return tellersOf(fact, about).slice(0, 1);
    case 'automatic':
      return choicesOf(fact, about);
    case 'names_on_card':
    case 'right_person':
    case 'wrong_person':
    case 'blocked':
    case 'retracted':
      return [household];
  }
}

type Told = Exclude<
  HouseholdFact,
  { kind: 'automatic' | 'names_on_card' | 'right_person' | 'wrong_person' | 'blocked' | 'retracted' }
>;

function tellersOf(fact: Told, { tips, placeOf }: About): FactOwner[] {
  const toOwner = ({ id, birthHouseholdId }: MergedTip) => ({ householdId: birthHouseholdId, tipId: id });
  if (isOfAddress(fact)) {
    const key = addressKey(tidyAddress(fact, placeOf));
    const told = gatherAddresses(tips, [], placeOf).find((address) => address.key === key);
    const ids = new Set(told?.sources.map(({ tipId }) => tipId));
    return tips.filter(({ id }) => ids.has(id)).map(toOwner);
  }
  return tips.filter((tip) => says(tip, fact)).map(toOwner);
}

type AddressFact = Extract<Told, { kind: 'prefer_address' | 'address_dead' | 'address_ok' }>;

function isOfAddress(fact: Told): fact is AddressFact {
  return fact.kind === 'prefer_address' || fact.kind === 'address_dead' || fact.kind === 'address_ok';
}

function says(tip: MergedTip, fact: Exclude<Told, AddressFact>): boolean {
  switch (fact.kind) {
    case 'prefer_phone':
    case 'phone_dead':
    case 'phone_ok':
      return tip.phone === fact.phone;
    case 'prefer_email':
      return tip.features.email === fact.email.toLowerCase();
    case 'move_municipality':
      return tip.municipality === fact.municipality;
    case 'prefer_name':
      return (
        fullName({ given: tip.firstNames?.trim() ?? '', surname: tip.lastName?.trim() ?? '' }) === fact.name
      );
    case 'prefer_birth_year':
      return tip.personId === fact.personId && tip.birthYear === fact.birthYear;
    case 'prefer_person_name': {
      const { given, surname } = writtenName(tip);
      return tip.personId === fact.personId && given === fact.given && surname === fact.surname;
    }
  }
}

/** A number or an address that somebody wrote or told for the household too. */
function toldBesides(isIt: (fact: HouseholdFact) => boolean, { facts }: About): FactOwner[] {
  return facts
    .filter(({ fact, tipId }) => isIt(fact) && tipId === null)
    .slice(0, 1)
    .map(({ householdId }) => ({ householdId, tipId: null }));
}

function isPhone(phone: string) {
  return (fact: HouseholdFact) => fact.kind === 'prefer_phone' && fact.phone === phone;
}

function isAddress(key: string, placeOf: PlaceOf) {
  return (fact: HouseholdFact) =>
    fact.kind === 'prefer_address' && addressKey(tidyAddress(fact, placeOf)) === key;
}

/** Everything the release lets go, each with its owner. */
function choicesOf(
  { field, personId }: Extract<HouseholdFact, { kind: 'automatic' }>,
  { tips, facts }: About,
): FactOwner[] {
  const personOf = new Map(tips.map((tip) => [tip.id, tip.personId]));
  const owners = facts
    .filter(({ fact, isChosen }) => isChosen && fieldOf(fact) === field)
    .filter(({ tipId }) => personId === null || (tipId !== null && personOf.get(tipId) === personId))
    .map(({ householdId, tipId }) => ({ householdId, tipId }));
  return [...new Map(owners.map((owner) => [`${owner.householdId} ${owner.tipId ?? ''}`, owner])).values()];
}
