import { knownMunicipalities } from '../../campaigns/index.js';
import type { MatchableTip } from '../domain/matching/features.js';
import { inReadableEncoding, readListHeader } from './list-header.js';
import { readListRows } from './list-rows.js';
import { type ListSource, withList } from './list-source.js';
import { TipRows } from './tip-row.js';

/**
 * All the tips of a list at once, for those who need them as they are; rows that cannot be used are counted.
 * @throws AppError validation_failed, unsupported_media_type
 */
export function readTips(given: ListSource): { readonly tips: MatchableTip[]; readonly faults: number } {
  const source = withList(given, (list) => inReadableEncoding(given, list));
  return withList(source, (list) => {
    const header = readListHeader(list);
    const rows = new TipRows(header.columns, knownMunicipalities);
    const tips = new Map<string, MatchableTip>();
    let faults = 0;
    readListRows(list, header.body, header, (row) => {
      const read = row.ok && row.cells.length >= header.columns.length ? rows.read(row.cells) : null;
      const id = rows.hasIds ? (read?.id ?? '') : `rad ${row.row + 1}`;
      const hasName = [read?.firstNames, read?.lastName].some((name) => name != null && /\p{L}/u.test(name));
      if (read === null || id === '' || tips.has(id) || !hasName) faults += 1;
      else tips.set(id, { ...read, id });
    });
    return { tips: [...tips.values()], faults };
  });
}
