import { Crowd } from '../domain/matching/crowd.js';
import { mostHolders, strengthOf } from '../domain/matching/keys.js';
import { bucketOf, type KeyList, KeySorter, noCounts } from './key-list.js';
import type { WholeList } from './whole-list.js';

/** One of several equal shares of the work. */
export interface Share {
  readonly share: number;
  readonly shares: number;
}

/** For each tip, the tips after it that it shares a key with; in memory that threads can share. */
export interface PairList {
  /** Where the partners of each tip begin; one more than there are tips. */
  readonly starts: Int32Array;
  /** Ascending for each tip, each once. */
  readonly others: Int32Array;
}

/**
 * Pairs of tips that share a key, for one share of the keys: of crowded identity keys those with a hub, of other crowded
 * keys none.
 * @param keysOfParts of each part of the list
 * @param times how many tips each stands for; none where it is left out, or another says the same
 * @param crowded shared among threads; tips with a crowded identity key are marked with 1
 */
export function pairsOfKeys(
  list: WholeList,
  keysOfParts: readonly KeyList[],
  { times, crowded }: { readonly times: Int32Array; readonly crowded: Uint8Array },
  { share, shares }: Share,
): PairList {
  const keys = keysOfShare(list, keysOfParts, times, { share, shares });
  const followed = { times, contentOf: (tip: number) => list.contentOf(tip), crowded };
  // Counted first, then put in their places: the pairs are many, and most are found under several keys.
  const starts = new Int32Array(list.count + 1);
  eachGroup(keys, followed, (holders) => countPairs(holders, starts));
  let sum = 0;
  for (let tip = 0; tip < starts.length; tip += 1) {
    const count = starts[tip] ?? 0;
    starts[tip] = sum;
    sum += count;
  }
  const others = new Int32Array(sum);
  const next = starts.slice();
  eachGroup(keys, followed, (holders) => placePairs(holders, next, others));
  return withoutRepeats({ starts, others });
}

/** The tips after `tip` that share a key with it in any of the lists, ascending, each once. */
export function partnersOf(tip: number, lists: readonly PairList[]): Int32Array {
  const own = lists.map(({ starts, others }) => others.subarray(starts[tip], starts[tip + 1]));
  const filled = own.filter(({ length }) => length > 0);
  if (filled.length <= 1) return filled[0] ?? nobody;
  const all = new Int32Array(filled.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of filled) {
    all.set(part, at);
    at += part.length;
  }
  return all.subarray(0, sortOnce(all, 0, all.length, 0));
}

const nobody = new Int32Array();

interface Followed {
  readonly times: Int32Array;
  readonly contentOf: (tip: number) => number;
  readonly crowded: Uint8Array;
}

/** Holders of a key, ascending, who all meet; or a crowd. */
type Group = Int32Array | Crowd<number>;

function eachGroup(keys: KeyList, followed: Followed, take: (group: Group) => void): void {
  const { low } = keys;
  for (let start = 0; start < low.length;) {
    let end = start + 1;
    while (end < low.length && low[end] === low[start]) end += 1;
    if (end - start > 1) {
      for (const holders of holdersOf(keys, start, end)) {
        const group = groupOf(holders, low[start] ?? 0, followed);
        if (group) take(group);
      }
    }
    start = end;
  }
}

/** Null where a key is not followed. */
function groupOf(holders: Int32Array, low: number, { times, contentOf, crowded }: Followed): Group | null {
  const strength = strengthOf(low);
  let tips = 0;
  for (const holder of holders) tips += times[holder] ?? 0;
  if (tips <= mostHolders[strength]) return holders;
  if (strength !== 'identity') return null;
  for (const holder of holders) crowded[holder] = 1;
  return new Crowd([...holders], contentOf, tips);
}

/** Who holds the same key, of those whose lower bits agree. */
function holdersOf({ high, tips }: KeyList, start: number, end: number): readonly Int32Array[] {
  if (high.subarray(start, end).every((bits) => bits === high[start])) return [tips.subarray(start, end)];
  const byHigh = new Map<number, number[]>();
  for (let index = start; index < end; index += 1) {
    const bits = high[index] ?? 0;
    const held = byHigh.get(bits);
    if (held) held.push(tips[index] ?? 0);
    else byHigh.set(bits, [tips[index] ?? 0]);
  }
  return [...byHigh.values()].map((held) => Int32Array.from(held));
}

function countPairs(group: Group, counts: Int32Array): void {
  if (group instanceof Crowd) {
    eachCrowdPair(group, (tip) => (counts[tip] = (counts[tip] ?? 0) + 1));
    return;
  }
  for (let one = 0; one + 1 < group.length; one += 1) {
    const tip = group[one] ?? 0;
    counts[tip] = (counts[tip] ?? 0) + group.length - one - 1;
  }
}

function placePairs(group: Group, next: Int32Array, others: Int32Array): void {
  if (group instanceof Crowd) {
    eachCrowdPair(group, (tip, other) => {
      const at = next[tip] ?? 0;
      others[at] = other;
      next[tip] = at + 1;
    });
    return;
  }
  for (let one = 0; one + 1 < group.length; one += 1) {
    const tip = group[one] ?? 0;
    let at = next[tip] ?? 0;
    for (let other = one + 1; other < group.length; other += 1) {
      others[at] = group[other] ?? 0;
      at += 1;
    }
    next[tip] = at;
  }
}

function eachCrowdPair({ hubs, holders }: Crowd<number>, take: (tip: number, other: number) => void): void {
  for (const hub of hubs)
    for (const holder of holders) if (holder !== hub) take(Math.min(hub, holder), Math.max(hub, holder));
}

/** Counted before they are copied: keys are what takes most memory. */
function keysOfShare(
  list: WholeList,
  keysOfParts: readonly KeyList[],
  times: Int32Array,
  { share, shares }: Share,
): KeyList {
  const each = (take: (low: number, high: number, tip: number) => void) => {
    for (const [number, { low, high, tips }] of keysOfParts.entries()) {
      const start = list.startOf(number);
      for (let index = 0; index < low.length; index += 1) {
        const bits = low[index] ?? 0;
        const tip = start + (tips[index] ?? 0);
        // Above the two bits that tell how strong it is.
        if ((bits >>> 2) % shares === share && times[tip] !== 0) take(bits, high[index] ?? 0, tip);
      }
    }
  };
  const counts = noCounts();
  each((low) => {
    const bucket = bucketOf(low);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  });
  const sorter = new KeySorter(counts);
  each((low, high, tip) => sorter.add(low, high, tip));
  return sorter.sorted();
}

function withoutRepeats({ starts, others }: PairList): PairList {
  const kept = new Int32Array(new SharedArrayBuffer(starts.byteLength));
  let end = 0;
  for (let tip = 0; tip + 1 < starts.length; tip += 1) {
    end = sortOnce(others, starts[tip] ?? 0, starts[tip + 1] ?? 0, end);
    kept[tip + 1] = end;
  }
  const once = new Int32Array(new SharedArrayBuffer(4 * end));
  once.set(others.subarray(0, end));
  return { starts: kept, others: once };
}

/** Sorts a stretch of numbers and writes each once from `to` on, which is not behind it. @returns the end of what was written */
function sortOnce(numbers: Int32Array, start: number, end: number, to: number): number {
  const stretch = numbers.subarray(start, end);
  if (stretch.length > few) stretch.sort();
  else sortFew(stretch);
  let at = to;
  for (let index = start; index < end; index += 1) {
    const number = numbers[index] ?? 0;
    if (at > to && numbers[at - 1] === number) continue;
    numbers[at] = number;
    at += 1;
  }
  return at;
}

const few = 24;

/** By insertion: most have a handful of partners, and a call of the language's own costs more than that. */
function sortFew(numbers: Int32Array): void {
  for (let index = 1; index < numbers.length; index += 1) {
    const number = numbers[index] ?? 0;
    let at = index;
    for (; at > 0 && (numbers[at - 1] ?? 0) > number; at -= 1) numbers[at] = numbers[at - 1] ?? 0;
    numbers[at] = number;
  }
}
