import { createHash } from 'node:crypto';
import { importLimits, type RowProblem } from '@savner/contract/tips';
import type { Calendar } from '../../../platform/calendar.js';
import { AppError } from '../../../platform/errors.js';
import { cleanText, type RawTip } from '../domain/tip-fields.js';
import type { ReadColumns, TipColumn } from '../domain/tip-columns.js';
import { type ReadTip, readTip, type TipRules } from '../domain/read-tip.js';
import { readWrittenTime } from '../domain/received-at.js';
import {
  openTipTable,
  type RowFault,
  rowFaultMessages,
  type TipTable,
  type TipTableRow,
} from './tip-table.js';

export interface ListRules extends TipRules {
  readonly now: Date;
  readonly calendar: Calendar;
}

export type ListedRow =
  | {
      readonly ok: true;
      readonly row: number;
      /** The sender's own id of the tip, where the list has one. */
      readonly tipId: string | null;
      readonly receivedAt: Date;
      readonly tip: ReadTip;
      /** The same for two rows with the same contents: 64 hexadecimal digits. */
      readonly contentKey: string;
    }
  | { readonly ok: false; readonly row: number; readonly problems: readonly RowProblem[] };

export interface TipList extends Omit<TipTable, 'rows'> {
  /** Judged one by one while they are read; can be walked through once. */
  readonly rows: AsyncIterable<ListedRow>;
}

/**
 * Opens a list of tips (CSV): bytes → text → columns → judged rows. One bad row never stops the others.
 * @throws AppError too_large, unsupported_media_type; validation_failed when the headers cannot be used
 */
export function openTipList(bytes: Uint8Array, rules: ListRules): TipList {
  if (bytes.length > importLimits.bytes) throw tooLarge();
  const { rows, ...table } = openTipTable(bytes, ['municipality']);
  return { ...table, rows: judgeRows(rows, table.columns, rules) };
}

async function* judgeRows(
  rows: TipTable['rows'],
  columns: ReadColumns['columns'],
  rules: ListRules,
): AsyncGenerator<ListedRow> {
  const tipIds = new Set<string>();
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > importLimits.rows) throw tooLarge();
    yield judgeRow(row, columns, rules, tipIds);
  }
}

function judgeRow(
  row: TipTableRow,
  columns: ReadColumns['columns'],
  rules: ListRules,
  tipIds: Set<string>,
): ListedRow {
  if (!row.ok) return { ok: false, row: row.row, problems: [wholeRow(row.row, row.problem)] };
  const { values } = row;
  const problems: RowProblem[] = [];
  const report = (column: TipColumn, code: string, message: string) =>
    problems.push({ row: row.row, field: column, header: headerIn(columns, column), code, message });

  const tipId = (values.get('tipId') ?? '').trim() || null;
  const contentKey = keyOf(values);
  if (tipId !== null && tipIds.has(tipId) && !tipIds.has(contentKey)) {
    report(
      'tipId',
      'tip_id.repeated',
      'Samme tips-id står på flere rader. Gi hvert tips sin egen id, eller ta bort raden.',
    );
  }
  if (tipId !== null) tipIds.add(tipId).add(contentKey);

  const receivedAt = readReceivedAt((values.get('receivedAt') ?? '').trim(), rules);
  if (!(receivedAt instanceof Date)) report('receivedAt', receivedAt.code, receivedAt.message);

  const reading = readTip(rawTip(values), rules);
  if (!reading.ok) for (const { path, code, message } of reading.problems) report(path, code, message);
  if (!reading.ok || problems.length > 0 || !(receivedAt instanceof Date)) {
    return { ok: false, row: row.row, problems };
  }
  return { ok: true, row: row.row, tipId, receivedAt, tip: reading.tip, contentKey };
}

function rawTip(values: ReadonlyMap<TipColumn, string>): RawTip {
  const {
    tipId: _ownId,
    receivedAt: _time,
    ...fields
  } = Object.fromEntries(values) as Partial<Record<TipColumn, string>>;
  return fields;
}

function keyOf(values: ReadonlyMap<TipColumn, string>): string {
  const contents = [...values]
    .map(([column, value]) => [
      column,
      cleanText(column === 'tipId' || column === 'receivedAt' ? 'place' : column, value),
    ])
    .filter(([, value]) => value !== '')
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(contents)).digest('hex');
}

function readReceivedAt(
  text: string,
  { now, calendar }: ListRules,
): Date | { code: string; message: string } {
  if (text === '') return now;
  const written = readWrittenTime(text);
  if (!written) {
    return {
      code: 'received_at.form',
      message: 'Mottatt: Skriv tidspunktet som 2026-01-12T20:31:07 eller 12.01.2026 20:31.',
    };
  }
  const instant = new Date(
    calendar.atLocal(written.date, written.hour, written.minute).getTime() + written.second * 1_000,
  );
  if (instant <= now) return instant;
  return {
    code: 'received_at.future',
    message: 'Mottatt: Tidspunktet har ikke vært ennå. Rett det, eller la det stå tomt.',
  };
}

function wholeRow(row: number, problem: RowFault): RowProblem {
  return { row, field: 'row', header: null, code: `row.${problem}`, message: rowFaultMessages[problem] };
}

function headerIn(columns: ReadColumns['columns'], column: TipColumn): string | null {
  return columns.find((candidate) => candidate.column === column)?.header ?? null;
}

function tooLarge(): AppError {
  return new AppError(
    'too_large',
    `Lista er for lang. Del den i flere filer på høyst ${importLimits.rows} rader og ${importLimits.bytes / 1024 / 1024} MB.`,
  );
}
