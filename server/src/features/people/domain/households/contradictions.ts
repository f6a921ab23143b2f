import type { ContradictedField } from '@savner/contract/people';
import { compareEmails, comparePhones, comparePlaces, compareYears } from '../matching/compare-contact.js';
import { addressText } from './address-text.js';
import type { MergedTip } from './merged-tip.js';

/** What the tips about one person say differently, where at most one of them can be right or is the better. */
export interface Contradiction {
  readonly personId: string;
  readonly field: ContradictedField;
  /** One of each opinion, the first told first; phones in E.164. */
  readonly values: readonly string[];
}

/** @param isSettled somebody has chosen which value counts, or the value has been found dead */
export function contradictionsOf(
  tips: readonly MergedTip[],
  isSettled: (field: ContradictedField, personId: string, value: string) => boolean,
): Contradiction[] {
  const personIds = [...new Set(tips.map(({ personId }) => personId).filter((id) => id !== null))];
  return personIds.flatMap((personId) => {
    const own = tips.filter((tip) => tip.personId === personId);
    return fields.flatMap((field) => {
      const told = own
        .map((tip) => ({ tip, value: valueOf[field](tip) }))
        .filter(({ value }) => value !== '' && !isSettled(field, personId, value));
      const others = (tip: MergedTip) => told.filter((other) => contradicts[field](tip, other.tip));
      const [first] = told.filter(({ tip }) => others(tip).length > 0);
      if (!first) return [];
      // One of each opinion: what differs in how much it says only is not told again.
      const opinions = [first];
      for (const one of others(first.tip))
        if (opinions.every((known) => contradicts[field](known.tip, one.tip))) opinions.push(one);
      return [{ personId, field, values: opinions.map(({ value }) => value) }];
    });
  });
}

const fields = ['birthYear', 'phone', 'email', 'address'] as const satisfies readonly ContradictedField[];

const valueOf: Readonly<Record<ContradictedField, (tip: MergedTip) => string>> = {
  birthYear: ({ birthYear }) => (birthYear === null ? '' : String(birthYear)),
  phone: ({ phone }) => phone ?? '',
  email: ({ features }) => features.email ?? '',
  address: addressText,
};

const contradicts: Readonly<Record<ContradictedField, (one: MergedTip, other: MergedTip) => boolean>> = {
  birthYear: (one, other) => !['missing', 'equal'].includes(compareYears(one.features, other.features)),
  phone: (one, other) => !['missing', 'equal'].includes(comparePhones(one.features, other.features)),
  email: (one, other) => !['missing', 'equal'].includes(compareEmails(one.features, other.features)),
  // «Oslo» and «Holmlia» may be one place: only two doors, or two parts of the country, can be told apart.
  address: (one, other) =>
    comparePlaces(one.features, other.features).level === 'different' &&
    ((one.features.street !== null && other.features.street !== null) || areFarApart(one, other)),
};

function areFarApart({ features: one }: MergedTip, { features: other }: MergedTip): boolean {
  const areKnown = one.regions.length > 0 && other.regions.length > 0;
  return (
    one.country !== other.country ||
    (areKnown && !one.regions.some((region) => other.regions.includes(region)))
  );
}
