import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { inUtf8, lineBreaks } from '../../../platform/csv-text.js';
import { type ByteRange, eachRow, recordsIn } from './list-records.js';
import type { OpenList } from './list-source.js';

export type ListRow =
  | {
      readonly ok: true;
      /** Counted from one within the range. */
      readonly row: number;
      readonly cells: readonly string[];
      /** The row is written in Windows-1252 in a list that is UTF-8, or the other way. */
      readonly isOtherEncoding: boolean;
    }
  | { readonly ok: false; readonly row: number; readonly problem: 'endless' | 'not_text' };

export interface ListFormat {
  readonly delimiter: string;
  readonly encoding: 'utf-8' | 'windows-1252';
}

/** The rows of a range of a CSV list, handed to `take` one by one, blank ones left out. Memory holds a piece at a time. */
export function readListRows(
  list: OpenList,
  range: ByteRange,
  format: ListFormat,
  take: (row: ListRow) => void,
): { readonly rows: number; readonly blank: number } {
  let [rows, blank] = [0, 0];
  for (const records of recordsIn(list, range, format.delimiter.charCodeAt(0))) {
    for (const read of records.ok ? rowsOf(records.bytes, format) : (['endless'] as const)) {
      rows += 1;
      if (typeof read === 'string') take({ ok: false, row: rows, problem: read });
      else if (read.cells.some((cell) => cell.trim() !== '')) take({ ok: true, row: rows, ...read });
      else blank += 1;
    }
  }
  return { rows, blank };
}

type ReadRow = Pick<ListRow & { ok: true }, 'cells' | 'isOtherEncoding'>;

/** In one go where that works; row by row where one is broken, or was pasted from another spreadsheet. */
function* rowsOf(bytes: Buffer, format: ListFormat): Generator<ReadRow | 'endless' | 'not_text'> {
  const text = bytes.includes(0) ? null : wholeText(bytes, format);
  const all = text === null ? null : (unquoted(text, format.delimiter) ?? parsed(text, format.delimiter));
  if (all !== null) {
    for (const cells of all) yield { cells, isOtherEncoding: false };
    return;
  }
  for (const row of eachRow(bytes, format.delimiter.charCodeAt(0))) {
    if (row.includes(0)) {
      yield 'not_text';
      continue;
    }
    const sound = inUtf8(row);
    const isOtherEncoding =
      format.encoding === 'utf-8' ? sound === null : sound !== null && row.length > sound.length;
    const cells = parsed(sound ?? iconv.decode(row, 'windows-1252'), format.delimiter)?.[0];
    yield cells ? { cells, isOtherEncoding } : 'endless';
  }
}

/** Null where rows may be in two encodings. */
function wholeText(bytes: Buffer, { encoding }: ListFormat): string | null {
  if (encoding === 'utf-8') return inUtf8(bytes);
  return mayHoldUtf8(bytes) ? null : iconv.decode(bytes, encoding);
}

/** Whether two bytes stand together as the Latin letters of UTF-8 have them; in Windows-1252 nobody writes «Ã¸». */
function mayHoldUtf8(bytes: Buffer): boolean {
  for (let index = 0; index + 1 < bytes.length; index += 1) {
    const [lead, next] = [bytes[index] ?? 0, bytes[index + 1] ?? 0];
    if (lead >= 0xc2 && lead <= 0xf4 && next >= 0x80 && next <= 0xbf) return true;
  }
  return false;
}

function parsed(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: [...lineBreaks],
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch {
    return null;
  }
}

/**
 * Without quotation marks, every line break ends a row and every delimiter a field: so are most lists, and this takes a
 * fraction of the time. Null where there is more to it.
 */
function unquoted(text: string, delimiter: string): Iterable<string[]> | null {
  if (text.includes('"')) return null;
  const lineBreak = text.includes('\r') ? '\r\n' : '\n';
  if (lineBreak === '\r\n' && otherBreak.test(text)) return null;
  const rows = text.split(lineBreak);
  if (rows.at(-1) === '') rows.pop();
  return cellsOf(rows, delimiter);
}

function* cellsOf(rows: readonly string[], delimiter: string): Generator<string[]> {
  for (const row of rows) yield row.split(delimiter);
}

const otherBreak = /\r(?!\n)|(?<!\r)\n/;
