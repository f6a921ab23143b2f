import type { Misser, SourcedValue } from '@savner/contract/people';
import { addressText } from './address-text.js';
import { type Contradiction, contradictionsOf } from './contradictions.js';
import { type PlaceOf, type SourcedAddress, gatherAddresses } from './household-address.js';
import { type SourcedPhone, gatherEmails, gatherPhones } from './household-contact.js';
import type { RecordedFact } from './household-fact.js';
import {
  type HouseholdPerson,
  householdPersons,
  linesOnCard,
  namesOnCard,
  writtenNames,
} from './household-names.js';
import type { MergedTip } from './merged-tip.js';
import { choiceAmong, type Source, type Sourced } from './sourced.js';
import { gatherMunicipalities } from './compose-household.js';

/** A tip with what the missed person may one day be told. */
export interface DetailTip extends MergedTip {
  readonly campaignId: string;
  readonly relation: string | null;
  readonly greeting: string | null;
  readonly tipperName: string | null;
  readonly maySayName: boolean;
  readonly mayContact: boolean;
}

/** Everything known of a household, each value with where it came from. */
export interface DetailedHousehold {
  readonly persons: readonly HouseholdPerson[];
  readonly othersInHousehold: readonly string[];
  readonly names: readonly Sourced<string>[];
  readonly namesOnCard: readonly Sourced<readonly string[]>[];
  readonly phones: readonly SourcedPhone[];
  readonly emails: readonly Sourced<string>[];
  readonly addresses: readonly SourcedAddress[];
  readonly missers: readonly Misser[];
  readonly municipalities: readonly Sourced<string>[];
  readonly contradictions: readonly Contradiction[];
}

export function detailHousehold(
  unsorted: readonly DetailTip[],
  facts: readonly RecordedFact[],
  placeOf: PlaceOf,
): DetailedHousehold {
  const tips = [...unsorted].sort(
    (a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  const others = tips.map((tip) => tip.othersInHousehold?.trim() ?? '').filter((text) => text !== '');
  const persons = householdPersons(tips, facts);
  const phones = gatherPhones(tips, facts);
  const emails = gatherEmails(tips, facts);
  const addresses = gatherAddresses(tips, facts, placeOf);
  const ofHousehold = { phone: phones, email: emails, address: addresses };
  const contradictions = contradictionsOf(tips, (field, personId, value) => {
    if (field === 'birthYear')
      return isChosenAmong(persons.find(({ id }) => id === personId)?.birthYears ?? []);
    const isDead =
      (field === 'phone' && phones.some((phone) => phone.value === value && phone.state === 'dead')) ||
      (field === 'address' &&
        addresses.some((each) => addressText(each.value) === value && each.state === 'dead'));
    return isDead || isChosenAmong(ofHousehold[field]);
  });
  return {
    persons,
    othersInHousehold: [...new Set(others)],
    names: writtenNames(tips, facts, namesOnCard(tips, persons, facts)),
    namesOnCard: linesOnCard(tips, persons, facts),
    phones,
    emails,
    addresses,
    missers: tips.map(misserOf),
    municipalities: gatherMunicipalities(tips, facts),
    contradictions,
  };
}

function isChosenAmong(values: readonly Pick<Sourced<unknown>, 'sources'>[]): boolean {
  return values.some(({ sources }) => choiceAmong(sources) !== null);
}

/** One who misses them. Without leave, nobody is told the name. */
export function misserOf(tip: DetailTip): Misser {
  return {
    tipId: tip.id,
    municipality: tip.municipality,
    receivedAt: tip.receivedAt.toISOString(),
    relation: tip.relation,
    greeting: tip.greeting,
    tipperName: tip.maySayName ? tip.tipperName : null,
    mayContact: tip.mayContact,
    wrote: wordsOf(tip),
    personId: tip.personId,
  };
}

/** A value on the screen: text, sources, and whether it is the one in use. */
export function presentSourced<Value>(
  values: readonly (Sourced<Value> & { readonly state?: 'ok' | 'dead' })[],
  text: (value: Value) => string,
): SourcedValue[] {
  return values.map(({ value, sources, state, isAutomatic }, index) => ({
    value: text(value),
    preferred: index === 0 && state !== 'dead',
    automatic: isAutomatic,
    state: state ?? null,
    sources: sources.map(({ origin, tipId, by, at }) => ({ origin, tipId, by, at: at.toISOString() })),
    chosen: index === 0 ? chosenBy(choiceAmong(sources)) : null,
  }));
}

function chosenBy(choice: Source | null): SourcedValue['chosen'] {
  return choice === null || choice.origin === 'tip'
    ? null
    : { origin: choice.origin, by: choice.by ?? '', at: choice.at.toISOString() };
}

function wordsOf(tip: DetailTip): string {
  const words = [
    [tip.firstNames, tip.lastName].filter((part) => part !== null).join(' '),
    tip.formerName,
    tip.nickname === null ? null : `«${tip.nickname}»`,
    tip.birthYear === null ? null : String(tip.birthYear),
    tip.phone,
    tip.email,
    addressText(tip),
    tip.othersInHousehold,
  ];
  return words.filter((word) => word !== null && word !== '').join(' · ');
}
