/** How the symbols of one alphabet are written: `bits[symbol]`, first bit lowest, `lengths[symbol]` of them. */
export interface PrefixCode {
  readonly bits: Uint16Array;
  readonly lengths: Uint8Array;
}

/** Bits in the order they are written, as pairs of value and how many. */
export type BitList = readonly (readonly [bits: number, length: number])[];

/** The two codes of a deflate block, and the bits that tell a reader about them (RFC 1951, 3.2.7). */
export interface BlockCode {
  readonly symbols: PrefixCode;
  readonly distances: PrefixCode;
  readonly header: BitList;
}

const longestSymbol = 15;
const longestLength = 7;
/** In this order a block tells the lengths of the code its code lengths are written in. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;
const [again, zeros, manyZeros] = [16, 17, 18] as const;

/**
 * The codes that suit symbols and distances of these weights, for one last block. A weight of 0 is a symbol that is never
 * written; symbols go up to the last that is, at least 257 of them.
 */
export function blockCode(symbolWeights: readonly number[], distanceWeights: readonly number[]): BlockCode {
  const symbols = prefixCode(symbolWeights, longestSymbol);
  const distances = prefixCode(distanceWeights, longestSymbol);
  const told = shortened([...symbols.lengths, ...distances.lengths]);
  const used = Array.from(
    { length: 19 },
    (_, symbol) => told.filter((each) => each.symbol === symbol).length,
  );
  const lengths = prefixCode(used, longestLength);
  const order = lengthOrder.slice(
    0,
    lengthOrder.findLastIndex((symbol) => lengths.lengths[symbol] !== 0) + 1,
  );
  const header: BitList = [
    [0b101, 3],
    [symbolWeights.length - 257, 5],
    [distanceWeights.length - 1, 5],
    [order.length - 4, 4],
    ...order.map((symbol) => [lengths.lengths[symbol] ?? 0, 3] as const),
    ...told.flatMap(({ symbol, extra, extraLength }) => [
      [lengths.bits[symbol] ?? 0, lengths.lengths[symbol] ?? 0] as const,
      [extra, extraLength] as const,
    ]),
  ];
  return { symbols, distances, header };
}

/** Huffman's code for these weights. */
function prefixCode(weights: readonly number[], longest: number): PrefixCode {
  const lengths = codeLengths(weights, longest);
  const bits = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= longest; length += 1) {
    lengths.forEach((own, symbol) => {
      if (own !== length) return;
      bits[symbol] = reversed(code, length);
      code += 1;
    });
    code <<= 1;
  }
  return { bits, lengths };
}

function codeLengths(weights: readonly number[], longest: number): Uint8Array {
  const lengths = new Uint8Array(weights.length);
  const trees = weights.flatMap((weight, symbol) => (weight > 0 ? [{ weight, symbols: [symbol] }] : []));
  for (;;) {
    trees.sort((left, right) => right.weight - left.weight);
    const [light, next] = [trees.pop(), trees.pop()];
    if (!light || !next) break;
    const symbols = [...light.symbols, ...next.symbols];
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1;
    trees.push({ weight: light.weight + next.weight, symbols });
  }
  const isTooLong = lengths.some((length) => length > longest);
  return isTooLong ? codeLengths(weights.map(flattened), longest) : lengths;
}

/** Weights that differ less make a code whose longest is shorter. */
function flattened(weight: number): number {
  return Math.ceil(weight / 2);
}

function reversed(code: number, length: number): number {
  let bits = 0;
  for (let at = 0; at < length; at += 1) bits |= ((code >> at) & 1) << (length - 1 - at);
  return bits;
}

interface ToldLength {
  readonly symbol: number;
  readonly extra: number;
  readonly extraLength: number;
}

/** Code lengths as a block tells them: runs of the same in a few bits. */
function shortened(lengths: readonly number[]): ToldLength[] {
  const told: ToldLength[] = [];
  for (let at = 0; at < lengths.length;) {
    const value = lengths[at] ?? 0;
    const end = lengths.findIndex((length, index) => index > at && length !== value);
    const run = (end < 0 ? lengths.length : end) - at;
    const { covered, ...next } = tellRun(value, run, value === lengths[at - 1]);
    told.push(next);
    at += covered;
  }
  return told;
}

/** @returns the largest part of a run that one symbol tells */
function tellRun(value: number, run: number, isRepeated: boolean): ToldLength & { readonly covered: number } {
  if (value === 0 && run >= 11) {
    const covered = Math.min(run, 138);
    return { covered, symbol: manyZeros, extra: covered - 11, extraLength: 7 };
  }
  if (value === 0 && run >= 3) return { covered: run, symbol: zeros, extra: run - 3, extraLength: 3 };
  if (!isRepeated || run < 3) return { covered: 1, symbol: value, extra: 0, extraLength: 0 };
  const covered = Math.min(run, 6);
  return { covered, symbol: again, extra: covered - 3, extraLength: 2 };
}
