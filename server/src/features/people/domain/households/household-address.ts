import type { PostalAddress } from '@savner/contract/people';
import { readStreet } from '../matching/address.js';
import { countryKey } from '../matching/place.js';
import { searchKey } from '../names/display-name.js';
import { type RecordedFact, factsOf, latestFirst } from './household-fact.js';
import type { MergedTip } from './merged-tip.js';
import { type Observation, type Sourced, fromFact, fromTip, gather } from './sourced.js';

export type PlaceOf = (postcode: string) => string | null;

export interface SourcedAddress extends Sourced<PostalAddress> {
  /** `dead`: post sent there has come back. */
  readonly state: 'ok' | 'dead';
}

/** Every address the tips and people have told, the one a card would go to first; those that send post back last. */
export function gatherAddresses(
  tips: readonly MergedTip[],
  facts: readonly RecordedFact[],
  placeOf: PlaceOf,
): SourcedAddress[] {
  const said = tips.map((tip) => ({ tip, address: tidyAddress(tip, placeOf) }));
  const observations: Observation<PostalAddress>[] = said
    .filter(({ address }) => address.street ?? address.postcode ?? address.place)
    .map(({ tip, address }) =>
      observed(
        completed(
          address,
          said.map((other) => other.address),
          placeOf,
        ),
        fromTip(tip),
      ),
    );
  const byHand = factsOf(facts, 'prefer_address').map((recorded) =>
    observed(tidyAddress(recorded.fact, placeOf), fromFact(recorded)),
  );
  const addresses = gather([...observations, ...byHand], (address) => completeness(address, placeOf)).map(
    (address) => ({ ...address, state: stateOf(address.key, facts, placeOf) }),
  );
  return [
    ...addresses.filter(({ state }) => state === 'ok'),
    ...addresses.filter(({ state }) => state === 'dead'),
  ];
}

/** Dead until somebody says otherwise, by saying so or by giving it as the address to use. */
function stateOf(key: string, facts: readonly RecordedFact[], placeOf: PlaceOf): SourcedAddress['state'] {
  const said = (['address_dead', 'address_ok', 'prefer_address'] as const)
    .flatMap((kind) => factsOf(facts, kind))
    .filter(({ fact }) => addressKey(tidyAddress(fact, placeOf)) === key)
    .sort(latestFirst);
  return said[0]?.fact.kind === 'address_dead' ? 'dead' : 'ok';
}

/** Whether the post can bring a card there. */
export function isPostable(address: PostalAddress, placeOf: PlaceOf): boolean {
  return completeness(address, placeOf) === 4;
}

export function hasStreet(address: PostalAddress): boolean {
  return isStreet(address.street);
}

function completeness(address: PostalAddress, placeOf: PlaceOf): number {
  const abroad = countryKey(address.country) !== null;
  const street = isStreet(address.street);
  const code = abroad
    ? address.place !== null
    : address.postcode !== null && placeOf(address.postcode) !== null;
  if (street && code) return 4;
  if (street) return 3;
  return address.postcode !== null ? 2 : address.place !== null ? 1 : 0;
}

function isStreet(text: string | null): boolean {
  return readStreet(text) !== null || /^(?:postboks|pb\.?)\s*\d+/iu.test(text ?? '');
}

/** One tipper knew the street, another the postcode of the same place: together they make an address. */
function completed(
  address: PostalAddress,
  others: readonly PostalAddress[],
  placeOf: PlaceOf,
): PostalAddress {
  if (address.postcode !== null || !isStreet(address.street) || countryKey(address.country) !== null)
    return address;
  const donor = others.find((other) => other.postcode !== null && fits(address, other));
  return donor
    ? { ...address, postcode: donor.postcode, place: placeName(donor.postcode, donor.place, placeOf) }
    : address;
}

function fits(address: PostalAddress, other: PostalAddress): boolean {
  const [one, two] = [readStreet(address.street), readStreet(other.street)];
  if (one && two) return one.street === two.street;
  return address.place !== null && searchKey(address.place) === searchKey(other.place ?? '');
}

export function tidyAddress(
  given: Pick<MergedTip, 'street' | 'postcode' | 'place' | 'country'>,
  placeOf: PlaceOf,
): PostalAddress {
  const country = countryKey(given.country) === null ? null : (given.country?.trim() ?? null);
  const postcode = given.postcode?.trim() || null;
  return {
    street: streetName(given.street),
    postcode,
    place: country === null ? placeName(postcode, given.place, placeOf) : given.place?.trim() || null,
    country,
  };
}

function placeName(postcode: string | null, place: string | null, placeOf: PlaceOf): string | null {
  return (postcode === null ? null : placeOf(postcode)) ?? (place?.trim() || null);
}

function streetName(street: string | null): string | null {
  const text = street?.replace(/\s+/g, ' ').trim() ?? '';
  if (text === '') return null;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function observed(
  address: PostalAddress,
  source: Observation<PostalAddress>['source'],
): Observation<PostalAddress> {
  return { key: addressKey(address), value: address, source };
}

/** The same for two ways to write one address. */
export function addressKey(address: PostalAddress): string {
  const street = readStreet(address.street);
  const door = street
    ? `${street.street} ${street.number ?? ''}${street.letter ?? ''}`
    : searchKey(address.street ?? '');
  const where = address.postcode ?? searchKey(address.place ?? '');
  return `${door}|${where}|${countryKey(address.country) ?? ''}`;
}
