import type { RowProblem } from '@savner/contract/tips';
import { toTipRecord } from '../tip-record.js';
import type { TipRecord } from '../tip.js';
import { type ListRules, openTipList } from './tip-list.js';

export interface TipFileRow {
  /** As a spreadsheet numbers the rows. */
  readonly row: number;
  /** The tip's id in the file; the row number where the file has none. */
  readonly tipId: string;
  /** `id` is the tipId, `campaignId` is empty: the tip is not stored anywhere. */
  readonly record: TipRecord;
}

/**
 * Reads a whole list of tips without storing it: the good rows as tips, the faults of the others.
 * @throws AppError too_large, unsupported_media_type, validation_failed for a file that cannot be read at all
 */
export async function readTipFile(
  bytes: Uint8Array,
  rules: ListRules,
): Promise<{ readonly tips: readonly TipFileRow[]; readonly problems: readonly RowProblem[] }> {
  const tips: TipFileRow[] = [];
  const problems: RowProblem[] = [];
  for await (const row of openTipList(bytes, rules).rows) {
    if (!row.ok) {
      problems.push(...row.problems);
      continue;
    }
    const id = row.tipId ?? String(row.row);
    const stored = {
      ...row.tip,
      id,
      campaignId: '',
      source: 'import',
      receivedAt: row.receivedAt,
      enteredBy: null,
    } as const;
    tips.push({ row: row.row, tipId: id, record: toTipRecord(stored) });
  }
  return { tips, problems };
}
