import { parse } from 'csv-parse/sync';
import { AppError } from '../../platform/errors.js';
import type { LetterRow } from './domain/letter-row.js';
import { readTableHeader, type TableForm, widthRemedy } from './table-header.js';

const form = {
  what: 'Brevtabellen',
  columns: {
    names: ['navn', 'name'],
    street: ['adresse'],
    postcode: ['postnummer'],
    place: ['poststed'],
    country: ['land'],
    municipality: ['kommune'],
    mayor: ['ordfører'],
    host: ['vert'],
    host_phone: ['vert_telefon'],
    host_email: ['vert_epost'],
    wishes: ['ønsker'],
    own_words: ['egne_ord'],
    language: ['språk'],
  },
  needed: ['names', 'street', 'postcode', 'place', 'municipality', 'host'],
} as const satisfies TableForm<string>;
type Column = keyof typeof form.columns;

/** A row as it stands in the table; `row` is its number in a spreadsheet, whose first row is the header. */
export type GivenLetter =
  { readonly row: number; readonly letter: LetterRow } | { readonly row: number; readonly remedy: string };

/**
 * Reads a table of letters: semicolons, a header line. Several names or wishes in one field are divided by a plus sign.
 * Rows without anything in them are passed over; one with too few or too many fields stops nobody else.
 * @throws AppError validation_failed for a table without the needed columns, with unknown ones, or that is none
 */
export function readLetterRows(text: string): GivenLetter[] {
  const [header = [], ...rows] = parseTable(text);
  const order = readTableHeader<Column>(header, form);
  return rows.flatMap((fields, index): GivenLetter[] => {
    if (fields.every((field) => field === '')) return [];
    const row = index + 2;
    if (fields.length !== order.length) {
      return [{ row, remedy: widthRemedy(fields.length, order.length) }];
    }
    return [{ row, letter: toLetter(new Map(order.map((column, at) => [column, fields[at] ?? '']))) }];
  });
}

function toLetter(fields: ReadonlyMap<Column, string>): LetterRow {
  const given = (column: Column) => fields.get(column) ?? '';
  const several = (column: Column) =>
    given(column)
      .split('+')
      .map((each) => each.trim())
      .filter((each) => each !== '');
  return {
    names: several('names'),
    street: given('street'),
    postcode: given('postcode'),
    place: given('place'),
    country: given('country'),
    municipality: given('municipality'),
    mayor: given('mayor'),
    host: given('host'),
    hostPhone: given('host_phone'),
    hostEmail: given('host_email'),
    wishes: several('wishes'),
    hostWords: given('own_words'),
    language: given('language'),
  };
}

function parseTable(text: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter: ';', trim: true, relax_column_count: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new AppError(
      'validation_failed',
      `Brevtabellen kan ikke leses. Bruk semikolon mellom feltene, og anførselstegn rundt tekst med linjeskift. ${reason}`,
    );
  }
}
