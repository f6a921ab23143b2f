/** Keys of tips, 53 bits each in two numbers, with the tip that has each. */
export interface KeyList {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly tips: Int32Array;
}

const radix = 1 << 16;

/**
 * Sorts by the lower 32 bits, 16 at a time; then all of one key stand together, with now and then a stranger's among
 * them. Within the same bits they keep their order.
 */
export function sortByLow(keys: KeyList): void {
  const other = emptyKeys(keys.low.length);
  pass(keys, other, 0);
  pass(other, keys, 16);
}

export function emptyKeys(length: number): KeyList {
  return { low: new Int32Array(length), high: new Int32Array(length), tips: new Int32Array(length) };
}

function pass(from: KeyList, to: KeyList, shift: number): void {
  const next = new Uint32Array(radix + 1);
  const { low, high, tips } = from;
  for (let index = 0; index < low.length; index += 1) {
    const digit = ((low[index] ?? 0) >>> shift) & (radix - 1);
    next[digit + 1] = (next[digit + 1] ?? 0) + 1;
  }
  for (let digit = 1; digit <= radix; digit += 1) next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
  for (let index = 0; index < low.length; index += 1) {
    const value = low[index] ?? 0;
    const digit = (value >>> shift) & (radix - 1);
    const at = next[digit] ?? 0;
    next[digit] = at + 1;
    to.low[at] = value;
    to.high[at] = high[index] ?? 0;
    to.tips[at] = tips[index] ?? 0;
  }
}
