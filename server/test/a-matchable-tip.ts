import type { MatchableTip } from '../src/features/people/domain/matching/features.js';

/** A tip from Tynset that says nothing but what is given. */
export function aMatchableTip(id: string, words: Partial<MatchableTip> = {}): MatchableTip {
  return {
    municipality: '3427',
    firstNames: null,
    lastName: null,
    formerName: null,
    nickname: null,
    birthYear: null,
    phone: null,
    email: null,
    street: null,
    postcode: null,
    place: null,
    country: null,
    othersInHousehold: null,
    ...words,
    id,
  };
}
