import { textHash } from '../domain/names/text-hash.js';
import { repeatedNumbers } from './copies.js';
import type { WholeList } from './whole-list.js';

/** Marks with 1 the tips whose id another tip before them has. */
export function repeatedIds(list: WholeList): Uint8Array {
  const repeated = new Uint8Array(new SharedArrayBuffer(list.count));
  if (!list.parts[0]?.ids) return repeated;
  const hashes = new Float64Array(list.count);
  for (let tip = 0; tip < list.count; tip += 1) hashes[tip] = textHash(list.idOf(tip));
  const suspects = repeatedNumbers(hashes);
  if (suspects.size === 0) return repeated;
  const seen = new Set<string>();
  for (let tip = 0; tip < list.count; tip += 1) {
    if (!suspects.has(hashes[tip] ?? 0)) continue;
    const id = list.idOf(tip);
    if (seen.has(id)) repeated[tip] = 1;
    seen.add(id);
  }
  return repeated;
}
