import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { type ByteRange, eachRow, recordsIn } from './list-records.js';
import type { OpenList } from './list-source.js';

export type ListRow =
  | {
      readonly ok: true;
      /** Counted from one within the range. */
      readonly row: number;
      readonly cells: readonly string[];
      /** The row is written in Windows-1252 in a list that is UTF-8. */
      readonly isOtherEncoding: boolean;
    }
  | { readonly ok: false; readonly row: number };

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
    for (const read of records.ok ? rowsOf(records.bytes, format) : [null]) {
      rows += 1;
      if (read === null) take({ ok: false, row: rows });
      else if (read.cells.some((cell) => cell.trim() !== '')) take({ ok: true, row: rows, ...read });
      else blank += 1;
    }
  }
  return { rows, blank };
}

type ReadRow = Pick<ListRow & { ok: true }, 'cells' | 'isOtherEncoding'>;

/** In one go where that works; row by row where one is broken, or was pasted from an older spreadsheet. */
function* rowsOf(bytes: Buffer, format: ListFormat): Generator<ReadRow | null> {
  const text = format.encoding === 'utf-8' ? inUtf8(bytes) : iconv.decode(bytes, format.encoding);
  const all = text === null ? null : (unquoted(text, format.delimiter) ?? parsed(text, format.delimiter));
  if (all !== null) {
    for (const cells of all) yield { cells, isOtherEncoding: false };
    return;
  }
  for (const row of eachRow(bytes, format.delimiter.charCodeAt(0))) {
    const isOtherEncoding = format.encoding === 'utf-8' && inUtf8(row) === null;
    const own = isOtherEncoding ? 'windows-1252' : format.encoding;
    const cells = parsed(iconv.decode(row, own), format.delimiter)?.[0];
    yield cells ? { cells, isOtherEncoding } : null;
  }
}

function parsed(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true });
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

const utf8 = new TextDecoder('utf-8', { fatal: true });

function inUtf8(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
