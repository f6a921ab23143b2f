/** Keys of tips, 53 bits each in two numbers, with the tip that has each. */
export interface KeyList {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly tips: Int32Array;
}

/** Bits of the lower number that a key's bucket is chosen by; the uppermost. */
const bucketBits = 8;
const restBits = (32 - bucketBits) / 2;

/**
 * Collects a known number of keys so that all with the same lower bits stand together, with now and then a stranger's
 * among them. Within the same bits they keep the order they came in. Kept in buckets from the start, so that sorting one
 * at a time needs hardly any memory beside the keys themselves.
 */
export class KeySorter {
  readonly #ends: Int32Array;
  readonly #keys: KeyList;

  /** @param counts of the keys to come, by {@link bucketOf} */
  constructor(counts: Int32Array) {
    this.#ends = new Int32Array(counts.length);
    let sum = 0;
    for (let bucket = 0; bucket < counts.length; bucket += 1) {
      this.#ends[bucket] = sum;
      sum += counts[bucket] ?? 0;
    }
    this.#keys = emptyKeys(sum);
  }

  add(low: number, high: number, tip: number): void {
    const bucket = bucketOf(low);
    const at = this.#ends[bucket] ?? 0;
    this.#ends[bucket] = at + 1;
    this.#keys.low[at] = low;
    this.#keys.high[at] = high;
    this.#keys.tips[at] = tip;
  }

  sorted(): KeyList {
    const largest = this.#ends.reduce((most, end, bucket) => Math.max(most, end - this.#startOf(bucket)), 0);
    const scratch = emptyKeys(largest);
    for (const [bucket, end] of this.#ends.entries()) {
      const own = part(this.#keys, this.#startOf(bucket), end);
      const other = part(scratch, 0, own.low.length);
      pass(own, other, 0);
      pass(other, own, restBits);
    }
    return this.#keys;
  }

  #startOf(bucket: number): number {
    return bucket === 0 ? 0 : (this.#ends[bucket - 1] ?? 0);
  }
}

export function bucketOf(low: number): number {
  return low >>> (32 - bucketBits);
}

export function noCounts(): Int32Array {
  return new Int32Array(1 << bucketBits);
}

function emptyKeys(length: number): KeyList {
  return { low: new Int32Array(length), high: new Int32Array(length), tips: new Int32Array(length) };
}

function part({ low, high, tips }: KeyList, start: number, end: number): KeyList {
  return {
    low: low.subarray(start, end),
    high: high.subarray(start, end),
    tips: tips.subarray(start, end),
  };
}

/** One pass of a radix sort. */
function pass(from: KeyList, to: KeyList, shift: number): void {
  const mask = (1 << restBits) - 1;
  const next = new Int32Array((1 << restBits) + 1);
  const { low, high, tips } = from;
  for (let index = 0; index < low.length; index += 1) {
    const digit = ((low[index] ?? 0) >>> shift) & mask;
    next[digit + 1] = (next[digit + 1] ?? 0) + 1;
  }
  for (let digit = 1; digit <= mask; digit += 1) next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
  for (let index = 0; index < low.length; index += 1) {
    const value = low[index] ?? 0;
    const digit = (value >>> shift) & mask;
    const at = next[digit] ?? 0;
    next[digit] = at + 1;
    to.low[at] = value;
    to.high[at] = high[index] ?? 0;
    to.tips[at] = tips[index] ?? 0;
  }
}
