import { setImmediate as nextTurn } from 'node:timers/promises';
import { importLimits } from '@savner/contract/tips';
import { CsvError, parse } from 'csv-parse';
import { lineBreaks } from '../../../platform/csv-text.js';
import { AppError } from '../../../platform/errors.js';

export type Delimiter = ';' | ',' | '\t';

export type TableRow =
  | { readonly ok: true; readonly row: number; readonly cells: readonly string[] }
  | { readonly ok: false; readonly row: number; readonly problem: 'quote_open' | 'too_long' };

/** So small that even one of nothing but short rows, which cost the most, is read in a few milliseconds. */
const chunkBytes = 1024;
const longestRow = 256 * 1024;
/** Spreadsheets leave some behind below a list; hundreds of thousands are no list. */
const mostBlankRows = 10 * importLimits.rows;

/**
 * The rows of a CSV text, numbered as a spreadsheet numbers them; rows without a single filled cell are left out.
 * Read a piece at a time, so that neither memory nor other people's requests suffer from a long file, and no further
 * than the reader wants. A quotation mark that is never closed ends the reading with a row that says so.
 * @throws AppError too_large when nearly all of it is blank rows
 */
export async function* readRows(text: string, delimiter: Delimiter): AsyncGenerator<TableRow> {
  let waiting: TableRow[] = [];
  let records = 0;
  let blankRecords = 0;
  const failures: TableRow[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: [...lineBreaks],
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
    // Counted by the parser itself; as records of another width than the first they would be dear.
    skip_empty_lines: true,
    on_record: (cells: string[], { empty_lines: emptyLines }) => {
      records += 1;
      const row = records + emptyLines;
      if (cells.some((cell) => cell.trim() !== '')) waiting.push({ ok: true, row, cells });
      else blankRecords += 1;
      return null;
    },
  });
  parser.on('error', (error) => {
    const row = records + parser.info.empty_lines + 1;
    failures.push({ ok: false, row, problem: isQuoteOpen(error) ? 'quote_open' : 'too_long' });
  });
  parser.resume();

  const bytes = Buffer.from(text, 'utf8');
  try {
    for (let start = 0; start < bytes.length && failures.length === 0; start += chunkBytes) {
      parser.write(bytes.subarray(start, start + chunkBytes));
      await nextTurn();
      yield* waiting;
      waiting = [];
      if (blankRecords + parser.info.empty_lines > mostBlankRows) throw tooManyBlank();
    }
    parser.end();
    await nextTurn();
    yield* waiting;
    yield* failures;
  } finally {
    parser.destroy();
  }
}

function tooManyBlank(): AppError {
  return new AppError(
    'too_large',
    `Fila har over ${mostBlankRows} tomme rader. Slett de tomme radene i regnearket, lagre lista på nytt og prøv igjen.`,
  );
}

function isQuoteOpen(error: Error): boolean {
  return error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED';
}
