import type { HouseholdDetail, HouseholdRow as HouseholdListRow } from '@savner/contract/people';
import { addressText } from './domain/households/address-text.js';
import { type DetailedHousehold, presentSourced } from './domain/households/household-detail.js';
import { fullName } from './domain/names/display-name.js';
import type { Household } from './domain/households/household.js';

export function presentHouseholdRow(household: Household): HouseholdListRow {
  return {
    id: household.id,
    displayName: household.displayName,
    municipality: household.municipality,
    place: household.place,
    stage: household.stage,
    sortingReason: household.sortingReason,
    blockReason: household.blockReason,
    hasPhone: household.phones.some(({ state }) => state === 'ok'),
    hasAddress: household.hasAddress,
    tipCount: household.tipCount,
    personCount: household.personCount,
    firstTipAt: household.firstTipAt.toISOString(),
    informBy: household.informBy.toISOString(),
    version: household.version,
  };
}

export function presentHousehold(household: Household, detail: DetailedHousehold): HouseholdDetail {
  return {
    ...presentHouseholdRow(household),
    namesOnCard: [...household.namesOnCard],
    address: {
      street: household.street,
      postcode: household.postcode,
      place: household.place,
      country: household.country,
    },
    phones: household.phones.map(({ number, state }) => ({ number, state })),
    persons: detail.persons.map((person) => ({
      id: person.id,
      displayName: fullName(person),
      birthYear: person.birthYear,
      tipIds: [...person.tipIds],
      names: presentSourced(person.names, fullName).map((value, index) => ({
        ...value,
        given: person.names[index]?.value.given ?? '',
        surname: person.names[index]?.value.surname ?? '',
      })),
      birthYears: presentSourced(person.birthYears, String),
    })),
    othersInHousehold: [...detail.othersInHousehold],
    values: {
      names: presentSourced(detail.names, String),
      namesOnCard: presentSourced(detail.namesOnCard, (lines) => lines.join('\n')).map((value, index) => ({
        ...value,
        lines: [...(detail.namesOnCard[index]?.value ?? [])],
      })),
      municipalities: presentSourced(detail.municipalities, String),
      phones: presentSourced(detail.phones, String),
      emails: presentSourced(detail.emails, String),
      addresses: presentSourced(detail.addresses, addressText).map((value, index) => ({
        ...value,
        address: detail.addresses[index]?.value ?? {
          street: null,
          postcode: null,
          place: null,
          country: null,
        },
      })),
    },
    contradictions: detail.contradictions.map((one) => ({ ...one, values: [...one.values] })),
    missers: [...detail.missers],
    retiredAt: household.retiredAt?.toISOString() ?? null,
    mergedInto: household.mergedInto,
  };
}
