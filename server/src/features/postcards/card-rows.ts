import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { AppError } from '../../platform/errors.js';
import type { CardRow, CardRows } from './domain/invented-cards.js';
import { RowStore } from './row-store.js';
import { readTableHeader, type TableForm, widthRemedy } from './table-header.js';

const form = {
  what: 'Korttabellen',
  columns: {
    names: ['navn', 'name'],
    street: ['adresse'],
    postcode: ['postnummer'],
    place: ['poststed'],
    country: ['land'],
    municipality: ['kommune'],
    mayor: ['ordfører'],
    calling_from: ['ringer_fra'],
  },
  needed: ['names', 'street', 'postcode', 'place', 'municipality'],
} as const satisfies TableForm<string>;
type Column = keyof typeof form.columns;

/** A quotation mark that is never closed would make one row of the rest. */
const longestRow = 64 * 1024;

/**
 * Reads a table of cards piece by piece: semicolons, a header line, UTF-8. Several names in one field are divided by a
 * plus sign. A row with too few or too many fields, or in another encoding, stops nobody else.
 * @throws AppError validation_failed for a table without the needed columns, with unknown ones, or that is none
 */
export async function readCardRows(
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<CardRows> {
  const rows = new RowStore();
  await parseTable(pieces, (row) => rows.add(row));
  return rows;
}

const blank: CardRow = {
  names: [],
  street: '',
  postcode: '',
  place: '',
  country: '',
  municipality: '',
  mayor: '',
  callingFrom: '',
  fault: '',
};

function toRow(order: readonly Column[], fields: readonly string[]): CardRow {
  if (fields.length !== order.length) return { ...blank, fault: widthRemedy(fields.length, order.length) };
  if (fields.some((field) => field.includes(notUtf8))) return { ...blank, fault: encodingRemedy };
  const given = new Map(order.map((column, at) => [column, fields[at] ?? '']));
  const text = (column: Column) => given.get(column) ?? '';
  return {
    names: text('names').split('+'),
    street: text('street'),
    postcode: text('postcode'),
    place: text('place'),
    country: text('country'),
    municipality: text('municipality'),
    mayor: text('mayor'),
    callingFrom: text('calling_from'),
    fault: '',
  };
}

/** What a decoder writes for bytes that are none. */
const notUtf8 = '\ufffd';
const encodingRemedy =
  'Raden er ikke skrevet i UTF-8, så æ, ø og å er blitt borte. Lagre tabellen som «CSV UTF-8» i regnearket.';

async function parseTable(
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  take: (row: CardRow) => void,
): Promise<void> {
  let order: Column[] | null = null;
  const parser = parse({
    bom: true,
    delimiter: ';',
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: longestRow,
    // Taken one by one, and not kept.
    on_record: (fields: string[]) => {
      if (order) take(toRow(order, fields));
      else order = readTableHeader<Column>(fields, form);
      return null;
    },
  });
  parser.resume();
  try {
    await pipeline(Readable.from(pieces, { objectMode: false }), parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AppError(
      'validation_failed',
      `Korttabellen kan ikke leses: et anførselstegn er kanskje ikke lukket. Bruk semikolon mellom feltene, og anførselstegn rundt tekst med linjeskift. (${error.message})`,
    );
  }
  if (order === null) readTableHeader<Column>([], form);
}
