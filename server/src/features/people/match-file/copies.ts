import type { WholeList } from './whole-list.js';

/** Which tips say the same as one before them; in memory that threads can share. */
export interface Copies {
  /** For each tip the first that says the same; mostly itself. */
  readonly firstOf: Int32Array;
  /** For each tip how many say the same, counted at the first of them; none at the others, nor at tips that are left out. */
  readonly times: Int32Array;
}

/** @param left marked with 1: tips that are left out */
export function copiesIn(list: WholeList, left: Uint8Array): Copies {
  const contents = new Float64Array(list.count);
  for (const [number, part] of list.parts.entries()) contents.set(part.contents, list.startOf(number));
  const shared = () => new Int32Array(new SharedArrayBuffer(4 * list.count));
  const [firstOf, times] = [shared(), shared()];
  const common = repeatedNumbers(contents);
  const firsts = new Map<number, number>();
  for (let tip = 0; tip < list.count; tip += 1) {
    firstOf[tip] = tip;
    if (left[tip] === 1) continue;
    const content = contents[tip] ?? 0;
    const isCommon = common.size > 0 && common.has(content);
    const first = isCommon ? (firsts.get(content) ?? tip) : tip;
    if (isCommon) firsts.set(content, first);
    firstOf[tip] = first;
    times[first] = (times[first] ?? 0) + 1;
  }
  return { firstOf, times };
}

/** The numbers that stand there more than once. */
export function repeatedNumbers(numbers: Float64Array): Set<number> {
  const sorted = Float64Array.from(numbers).sort();
  const repeated = new Set<number>();
  for (let index = 1; index < sorted.length; index += 1) {
    const number = sorted[index] ?? 0;
    if (number === sorted[index - 1]) repeated.add(number);
  }
  return repeated;
}
