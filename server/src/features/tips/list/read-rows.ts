import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';

export type Delimiter = ';' | ',' | '\t';

export type TableRow =
  | { readonly ok: true; readonly row: number; readonly cells: readonly string[] }
  | { readonly ok: false; readonly row: number; readonly problem: 'quote_open' | 'too_long' };

const chunkBytes = 64 * 1024;
const longestRow = 256 * 1024;

/**
 * The rows of a CSV text, numbered as a spreadsheet numbers them; rows without a single filled cell are left out.
 * Read a piece at a time, so that neither memory nor other people's requests suffer from a long file.
 * A quotation mark that is never closed ends the reading with a row that says so.
 */
export async function* readRows(text: string, delimiter: Delimiter): AsyncGenerator<TableRow> {
  let waiting: TableRow[] = [];
  let row = 0;
  const failures: TableRow[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
    on_record: (cells: string[]) => {
      row += 1;
      if (cells.some((cell) => cell.trim() !== '')) waiting.push({ ok: true, row, cells });
      return null;
    },
  });
  parser.on('error', (error) => {
    failures.push({ ok: false, row: row + 1, problem: isQuoteOpen(error) ? 'quote_open' : 'too_long' });
  });
  parser.resume();

  const bytes = Buffer.from(text, 'utf8');
  for (let start = 0; start < bytes.length && failures.length === 0; start += chunkBytes) {
    parser.write(bytes.subarray(start, start + chunkBytes));
    await nextTurn();
    yield* waiting;
    waiting = [];
  }
  parser.end();
  await nextTurn();
  yield* waiting;
  yield* failures;
}

function isQuoteOpen(error: Error): boolean {
  return error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED';
}
