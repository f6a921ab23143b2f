import { cardName } from './card-name.js';
import { cleanText } from './text-cleaning.js';

export interface Recipient {
  /** Whole names of the adults the card is for. */
  readonly names: readonly string[];
  readonly street: string | null;
  readonly postcode: string | null;
  readonly place: string | null;
  /** As people write it; null means Norway. */
  readonly country: string | null;
}

/** What the post says a Norwegian postcode is; `service` postcodes are companies' own and take no letters. */
interface PostcodeFact {
  readonly place: string;
  readonly kind: 'ordinary' | 'box' | 'service';
}
export type PostcodeRegister = (postcode: string) => PostcodeFact | null;

export type AddressProblem =
  'no_name' | 'no_address' | 'incomplete_address' | 'unknown_postcode' | 'service_postcode';

export interface AddressBlock {
  /** From the name to the last line, which holds postcode and place (Norway) or the country in capitals (abroad). */
  readonly lines: readonly string[];
  /** Four digits for Norway, else null. */
  readonly postcode: string | null;
  /** In capitals; null for Norway. */
  readonly country: string | null;
}

export type AddressResult =
  | { readonly ok: true; readonly block: AddressBlock }
  | { readonly ok: false; readonly problem: AddressProblem };

/**
 * The recipient's lines after the post's rules: name, street, and on the last line nothing but postcode and place;
 * abroad the country in capitals comes last. The register's place is used, not the tipper's spelling.
 */
export function addressBlock(recipient: Recipient, postcodes: PostcodeRegister): AddressResult {
  const name = cardName(recipient.names);
  if (name === '') return refused('no_name');
  const street = cleanText(recipient.street ?? '');
  const postcode = cleanText(recipient.postcode ?? '');
  const place = cleanText(recipient.place ?? '');
  const country = foreignCountry(recipient.country);
  if (street === '' && postcode === '' && place === '') return refused('no_address');
  return country === null
    ? norwegian({ name, street, postcode, postcodes })
    : foreign({ name, street, postcode, place, country });
}

/** Sorts as the post wants it: Norwegian postcodes rising, then abroad by country. */
export function postalKey(block: AddressBlock): string {
  return block.postcode === null ? `~${block.country}` : block.postcode;
}

export function isAbroad({ country }: Pick<Recipient, 'country'>): boolean {
  return foreignCountry(country) !== null;
}

function norwegian(parts: {
  name: string;
  street: string;
  postcode: string;
  postcodes: PostcodeRegister;
}): AddressResult {
  const digits = parts.postcode.replace(/^N(O)?[-\s]?/i, '').replace(/\s/g, '');
  if (parts.street === '' || digits === '') return refused('incomplete_address');
  const fact = /^\d{4}$/.test(digits) ? parts.postcodes(digits) : null;
  if (!fact) return refused('unknown_postcode');
  if (fact.kind === 'service') return refused('service_postcode');
  const last = `${digits} ${fact.place.toLocaleUpperCase('nb')}`;
  return { ok: true, block: { lines: [parts.name, parts.street, last], postcode: digits, country: null } };
}

function foreign(parts: {
  name: string;
  street: string;
  postcode: string;
  place: string;
  country: string;
}): AddressResult {
  if (parts.street === '' || parts.place === '') return refused('incomplete_address');
  const town = placeAndPostcode(parts.country, parts.place, parts.postcode);
  return {
    ok: true,
    block: {
      lines: [parts.name, parts.street, ...town, parts.country],
      postcode: null,
      country: parts.country,
    },
  };
}

/** In English-speaking countries the postcode follows the town; Britain and Ireland give it a line of its own. */
function placeAndPostcode(country: string, place: string, postcode: string): string[] {
  if (postcode === '') return [place];
  if (ownLine.has(country)) return [place.toLocaleUpperCase('nb'), postcode.toUpperCase()];
  if (afterPlace.has(country)) return [`${place} ${postcode}`];
  return [`${postcode} ${place}`];
}

const norway = new Set(['', 'NORGE', 'NOREG', 'NORWAY', 'NO', 'NOR', 'NÖÖRJE']);
const ownLine = new Set(['STORBRITANNIA', 'IRLAND']);
const afterPlace = new Set(['USA', 'CANADA', 'AUSTRALIA', 'NEW ZEALAND']);

/** Names and codes people write, and the Norwegian name the Norwegian post reads. */
const sameCountry: Readonly<Record<string, string>> = {
  SE: 'SVERIGE',
  SWEDEN: 'SVERIGE',
  DK: 'DANMARK',
  DENMARK: 'DANMARK',
  FI: 'FINLAND',
  DE: 'TYSKLAND',
  GERMANY: 'TYSKLAND',
  GB: 'STORBRITANNIA',
  UK: 'STORBRITANNIA',
  ENGLAND: 'STORBRITANNIA',
  SKOTTLAND: 'STORBRITANNIA',
  SCOTLAND: 'STORBRITANNIA',
  WALES: 'STORBRITANNIA',
  'UNITED KINGDOM': 'STORBRITANNIA',
  IE: 'IRLAND',
  IRELAND: 'IRLAND',
  US: 'USA',
  'UNITED STATES': 'USA',
  'DE FORENTE STATER': 'USA',
  CA: 'CANADA',
  AU: 'AUSTRALIA',
  NZ: 'NEW ZEALAND',
  NL: 'NEDERLAND',
  NETHERLANDS: 'NEDERLAND',
  ES: 'SPANIA',
  SPAIN: 'SPANIA',
  FR: 'FRANKRIKE',
  FRANCE: 'FRANKRIKE',
};

function foreignCountry(country: string | null): string | null {
  const capitals = cleanText(country ?? '').toLocaleUpperCase('nb');
  if (norway.has(capitals)) return null;
  return sameCountry[capitals] ?? capitals;
}

function refused(problem: AddressProblem): AddressResult {
  return { ok: false, problem };
}
