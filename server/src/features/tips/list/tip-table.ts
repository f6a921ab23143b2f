import { AppError } from '../../../platform/errors.js';
import { headerOf, readColumns, type ReadColumns, type TipColumn } from '../domain/tip-columns.js';
import { decodeBytes, type DecodedText } from './decode-bytes.js';
import { type Delimiter, readRows, type TableRow } from './read-rows.js';

/** Why a row cannot be taken apart into its columns. */
export type RowFault = 'width' | 'quote_open' | 'too_long';

export type TipTableRow =
  | { readonly ok: true; readonly row: number; readonly values: ReadonlyMap<TipColumn, string> }
  | { readonly ok: false; readonly row: number; readonly problem: RowFault };

export interface TipTable {
  readonly encoding: DecodedText['encoding'];
  readonly delimiter: Delimiter;
  readonly columns: ReadColumns['columns'];
  /** Numbered as a spreadsheet numbers them, the header being row 1; can be walked through once. */
  readonly rows: AsyncIterable<TipTableRow>;
}

/**
 * Takes a list of tips (CSV) apart: bytes → text → columns → rows, whatever its encoding, delimiter and the language of
 * its headers. What the values say is for others to judge. A name and the `needed` columns must be there.
 * @throws AppError unsupported_media_type; validation_failed when the headers cannot be used
 */
export function openTipTable(bytes: Uint8Array, needed: readonly TipColumn[]): TipTable {
  const { encoding, text } = decodeBytes(bytes);
  const body = text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, '');
  const { delimiter, columns } = readHeader(body, needed);
  return {
    encoding,
    delimiter,
    columns: columns.columns,
    rows: takeApart(readRows(body, delimiter), columns),
  };
}

/**
 * Finds the delimiter and the columns in the first line of a list.
 * @throws AppError validation_failed when the headers cannot be used
 */
export function readTipHeader(
  line: string,
  needed: readonly TipColumn[],
): { readonly delimiter: Delimiter; readonly columns: ReadColumns['columns'] } {
  const { delimiter, columns } = readHeader(line, needed);
  return { delimiter, columns: columns.columns };
}

export const rowFaultMessages = {
  width:
    'Raden har ikke like mange felter som overskriften. Se etter skilletegn inne i en tekst; slike tekster må stå i anførselstegn.',
  quote_open:
    'Et anførselstegn i denne raden blir aldri lukket, og resten av fila ble ikke lest. Lukk det eller ta det bort.',
  too_long: 'Raden er altfor lang, og resten av fila ble ikke lest. Mangler det et anførselstegn?',
} as const satisfies Record<RowFault, string>;

async function* takeApart(
  rows: AsyncIterable<TableRow>,
  { columns }: ReadColumns,
): AsyncGenerator<TipTableRow> {
  let isHeader = true;
  for await (const row of rows) {
    if (!isHeader) yield row.ok ? valuesOf(row, columns) : row;
    isHeader = false;
  }
}

function valuesOf(
  { row, cells: all }: TableRow & { readonly ok: true },
  columns: ReadColumns['columns'],
): TipTableRow {
  const cells = all.slice(0, columns.length);
  const isTooWide = all.slice(columns.length).some((cell) => cell.trim() !== '');
  if (isTooWide || cells.length < columns.length) return { ok: false, row, problem: 'width' };
  const values = columns.flatMap(({ column }, index) =>
    column ? [[column, cells[index] ?? ''] as const] : [],
  );
  return { ok: true, row, values: new Map(values) };
}

function readHeader(
  text: string,
  needed: readonly TipColumn[],
): { delimiter: Delimiter; columns: ReadColumns } {
  const line = /^[^\r\n]{0,20000}/.exec(text)?.[0] ?? '';
  const delimiters: readonly Delimiter[] = [';', ',', '\t'];
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, columns: readColumns(line.split(delimiter).map(unquoted), needed) }))
    .sort((a, b) => recognised(b.columns) - recognised(a.columns));
  if (!best || recognised(best.columns) === 0) {
    throw headerProblem('Første rad må være overskrifter, for eksempel kommune;fornavn;etternavn;telefon.');
  }
  const twice = best.columns.twice.map((column) => `«${headerOf(column)}» står over flere kolonner.`);
  const missing = best.columns.missing.map((column) => `Kolonnen «${headerOf(column)}» mangler.`);
  if (twice.length + missing.length > 0) throw headerProblem([...twice, ...missing].join(' '));
  return best;
}

function recognised({ columns }: ReadColumns): number {
  return columns.filter(({ column }) => column !== null).length;
}

function unquoted(header: string): string {
  return header
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/""/g, '"');
}

function headerProblem(problem: string): AppError {
  const message = `Rad 1: ${problem}`;
  return new AppError('validation_failed', message, [
    { path: 'file.headers', code: 'headers.unusable', message },
  ]);
}
