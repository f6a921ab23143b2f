import type { HouseholdPhone, PostalAddress } from '@savner/contract/people';
import { fullName, searchKey, sortKey } from '../names/display-name.js';
import { type PlaceOf, gatherAddresses, hasStreet, isPostable } from './household-address.js';
import { gatherEmails, gatherPhones } from './household-contact.js';
import { type RecordedFact, factsOf } from './household-fact.js';
import { type HouseholdPerson, displayName, householdPersons, namesOnCard } from './household-names.js';
import type { MergedTip } from './merged-tip.js';
import { type Sourced, fromFact, fromTip, gather } from './sourced.js';
import { type Stage, stageOf } from './stage.js';

export interface HouseholdParts {
  /** At least one. */
  readonly tips: readonly MergedTip[];
  readonly facts: readonly RecordedFact[];
  readonly isPossibleDuplicate: boolean;
  readonly informWithinDays: number;
  readonly placeOf: PlaceOf;
}

/** The merged view of a household: one of each value preferred, nothing lost. */
export interface ComposedHousehold extends Stage {
  readonly displayName: string;
  readonly sortKey: string;
  readonly searchKey: string;
  readonly namesOnCard: readonly string[];
  readonly persons: readonly HouseholdPerson[];
  readonly address: PostalAddress;
  readonly hasAddress: boolean;
  readonly phones: readonly HouseholdPhone[];
  readonly emails: readonly string[];
  readonly municipality: string;
  readonly tipCount: number;
  readonly firstTipAt: Date;
  /** First tip plus the campaign's days; later tips never move it. */
  readonly informBy: Date;
}

const noAddress: PostalAddress = { street: null, postcode: null, place: null, country: null };
const millisecondsADay = 86_400_000;

export function composeHousehold({ tips: unsorted, facts, ...rules }: HouseholdParts): ComposedHousehold {
  const tips = [...unsorted].sort(byArrival);
  const persons = householdPersons(tips, facts);
  const onCard = namesOnCard(tips, persons, facts);
  const name = displayName(tips, onCard, facts);
  const addresses = gatherAddresses(tips, facts, rules.placeOf);
  const address = addresses[0]?.value ?? noAddress;
  const isReturned = addresses.some(({ state }) => state === 'dead');
  const phones = gatherPhones(tips, facts).map(({ value, state }) => ({ number: value, state }));
  const emails = gatherEmails(tips, facts).map(({ value }) => value);
  const postable = addresses[0]?.state === 'ok' && isPostable(address, rules.placeOf);
  const firstTipAt = tips[0]?.receivedAt ?? new Date(0);
  return {
    displayName: name,
    sortKey: sortKey(
      `${persons[0]?.surname ?? tips[0]?.features.written.surname ?? ''} ${persons[0]?.given ?? ''}`,
    ),
    searchKey: searchText(name, tips, phones),
    namesOnCard: onCard.length > 0 ? onCard.map(fullName) : [name],
    persons,
    address,
    hasAddress: postable,
    phones,
    emails,
    municipality: gatherMunicipalities(tips, facts)[0]?.value ?? '',
    tipCount: tips.length,
    firstTipAt,
    informBy: new Date(firstTipAt.getTime() + rules.informWithinDays * millisecondsADay),
    ...stageOf({
      facts,
      isPossibleDuplicate: rules.isPossibleDuplicate,
      hasName: name !== '',
      hasPhone: phones.some(({ state }) => state === 'ok'),
      hasEmail: emails.length > 0,
      hasStreet: hasStreet(address),
      hasPlace: (address.place ?? address.postcode) !== null,
      isPostable: postable,
      isReturned,
    }),
  };
}

/** The one with most tips, the earliest on a tie; or where the coordinator has put it. */
export function gatherMunicipalities(
  tips: readonly MergedTip[],
  facts: readonly RecordedFact[],
): Sourced<string>[] {
  const inTips = tips.map((tip) => ({
    key: tip.municipality,
    value: tip.municipality,
    source: fromTip(tip),
  }));
  const byHand = factsOf(facts, 'move_municipality').map((recorded) => ({
    key: recorded.fact.municipality,
    value: recorded.fact.municipality,
    source: fromFact(recorded),
  }));
  return gather([...inTips, ...byHand]);
}

/** Everything a coordinator may search by: every name, number, address and place, in every spelling told. */
function searchText(name: string, tips: readonly MergedTip[], phones: readonly HouseholdPhone[]): string {
  const words = tips.flatMap((tip) => [
    tip.firstNames,
    tip.lastName,
    tip.formerName,
    tip.nickname,
    tip.email,
    tip.street,
    tip.place,
    tip.postcode,
  ]);
  const texts = [name, ...words, ...phones.map(({ number }) => number)].filter(
    (text) => text !== null && text !== '',
  );
  return [...new Set(texts.map((text) => searchKey(text ?? '')))].join(' | ').slice(0, 4_000);
}

function byArrival(a: MergedTip, b: MergedTip): number {
  return a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1);
}
