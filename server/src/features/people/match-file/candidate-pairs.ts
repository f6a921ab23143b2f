import { mostHolders, strengthOf } from '../domain/matching/keys.js';
import { GrowingFloats } from './growing.js';
import { emptyKeys, type KeyList, sortByLow } from './key-list.js';
import type { WholeList } from './whole-list.js';

/** One of several equal shares of the work. */
export interface Share {
  readonly share: number;
  readonly shares: number;
}

/** Two tips in one number: the lower one times this, plus the higher one. */
const width = 2 ** 26;

export function firstOf(pair: number): number {
  return Math.floor(pair / width);
}

export function secondOf(pair: number): number {
  return pair % width;
}

/**
 * Pairs of tips that share a key, for one share of the keys, sorted and each once. Crowded keys are not followed.
 * @param keysOfParts of each part of the list
 * @param left tips that are left out
 */
export function pairsOfKeys(
  list: WholeList,
  keysOfParts: readonly KeyList[],
  left: Uint8Array,
  { share, shares }: Share,
): Float64Array {
  const keys = keysOfShare(list, keysOfParts, left, { share, shares });
  sortByLow(keys);
  const { low } = keys;
  const pairs = new GrowingFloats();
  for (let start = 0; start < low.length;) {
    let end = start + 1;
    while (end < low.length && low[end] === low[start]) end += 1;
    if (end - start > 1) for (const holders of holdersOf(keys, start, end)) addPairs(holders, pairs);
    start = end;
  }
  return withoutRepeats(pairs.shared());
}

/** Who holds the same key, of those whose lower bits agree; crowded keys left out. */
function holdersOf({ low, high, tips }: KeyList, start: number, end: number): readonly Int32Array[] {
  const most = mostHolders[strengthOf(low[start] ?? 0)];
  if (high.subarray(start, end).every((bits) => bits === high[start]))
    return end - start <= most ? [tips.subarray(start, end)] : [];
  const byHigh = new Map<number, number[]>();
  for (let index = start; index < end; index += 1) {
    const bits = high[index] ?? 0;
    const held = byHigh.get(bits);
    if (held) held.push(tips[index] ?? 0);
    else byHigh.set(bits, [tips[index] ?? 0]);
  }
  return [...byHigh.values()].filter((held) => held.length <= most).map((held) => Int32Array.from(held));
}

function addPairs(holders: Int32Array, pairs: GrowingFloats): void {
  for (let one = 0; one < holders.length; one += 1) {
    const first = (holders[one] ?? 0) * width;
    for (let other = one + 1; other < holders.length; other += 1) pairs.push(first + (holders[other] ?? 0));
  }
}

/** Counted before they are copied: keys are what takes most memory. */
function keysOfShare(
  list: WholeList,
  keysOfParts: readonly KeyList[],
  left: Uint8Array,
  { share, shares }: Share,
): KeyList {
  const each = (take: (keys: KeyList, index: number, tip: number) => void) => {
    for (const [number, keys] of keysOfParts.entries()) {
      const start = list.startOf(number);
      for (let index = 0; index < keys.low.length; index += 1) {
        const tip = start + (keys.tips[index] ?? 0);
        if (((keys.low[index] ?? 0) >>> 2) % shares === share && left[tip] !== 1) take(keys, index, tip);
      }
    }
  };
  let count = 0;
  each(() => (count += 1));
  const own = emptyKeys(count);
  count = 0;
  each(({ low, high }, index, tip) => {
    own.low[count] = low[index] ?? 0;
    own.high[count] = high[index] ?? 0;
    own.tips[count] = tip;
    count += 1;
  });
  return own;
}

/** Sorted, each pair once; in memory that threads can share. */
export function withoutRepeats(pairs: Float64Array): Float64Array {
  pairs.sort();
  let kept = 0;
  for (let index = 0; index < pairs.length; index += 1) {
    const pair = pairs[index] ?? 0;
    if (kept > 0 && pairs[kept - 1] === pair) continue;
    pairs[kept] = pair;
    kept += 1;
  }
  const shared = new Float64Array(new SharedArrayBuffer(8 * kept));
  shared.set(pairs.subarray(0, kept));
  return shared;
}
