import { knownMunicipalities } from '../../campaigns/index.js';
import type { MatchableTip } from '../domain/matching/features.js';
import { inReadableEncoding, readListHeader } from './list-header.js';
import { readListRows } from './list-rows.js';
import { type ListSource, withList } from './list-source.js';
import { TipRows } from './tip-row.js';

/** All the tips of a list at once. @throws AppError validation_failed, unsupported_media_type */
export function readTips(given: ListSource): { readonly tips: MatchableTip[]; readonly faults: number } {
  const tips: MatchableTip[] = [];
  const faults = eachTip(given, (tip) => tips.push(tip));
  return { tips, faults };
}

/**
 * The tips of a list one by one, for those who need them as they are.
 * @returns how many rows cannot be used
 * @throws AppError validation_failed, unsupported_media_type
 */
export function eachTip(given: ListSource, take: (tip: MatchableTip) => void): number {
  const source = withList(given, (list) => inReadableEncoding(given, list));
  return withList(source, (list) => {
    const header = readListHeader(list);
    const rows = new TipRows(header.columns, knownMunicipalities);
    const ids = new Set<string>();
    let faults = 0;
    readListRows(list, header.body, header, (row) => {
      const read = row.ok && row.cells.length >= header.columns.length ? rows.read(row.cells) : null;
      const id = rows.hasIds ? (read?.id ?? '') : `rad ${row.row + 1}`;
      const hasName = [read?.firstNames, read?.lastName].some((name) => name != null && /\p{L}/u.test(name));
      if (read === null || id === '' || ids.has(id) || !hasName) faults += 1;
      else {
        if (rows.hasIds) ids.add(id);
        take({ ...read, id });
      }
    });
    return faults;
  });
}
