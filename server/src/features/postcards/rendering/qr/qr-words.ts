import type { QrFrame } from './qr-frame.js';

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const valueOf = new Int8Array(128).fill(-1);
[...signs].forEach((sign, value) => (valueOf[sign.charCodeAt(0)] = value));

/** Whether a text consists of the QR alphabet of digits, capitals and nine signs. */
export function isAlphanumeric(text: string): boolean {
  for (let at = 0; at < text.length; at += 1)
    if ((valueOf[text.charCodeAt(at) & 127] ?? -1) < 0 || text.charCodeAt(at) > 127) return false;
  return true;
}

/** Code words of an alphanumeric text (ISO/IEC 18004): data and correction, with the blocks laced into each other. */
export function codewordsOf(text: string, { blocks }: QrFrame): Uint8Array {
  const dataLength = blocks.reduce((sum, block) => sum + block.data, 0);
  const data = dataWords(text, dataLength);
  const [first] = blocks;
  if (!first) throw new Error('A code has at least one block');
  const words = new Uint8Array(dataLength + first.correction * blocks.length);
  let begin = 0;
  let short = 0;
  blocks.forEach((block, index) => {
    const rest = remainder(data, begin, block);
    for (let word = 0; word < block.data; word += 1) {
      const before = word < first.data ? word * blocks.length + index : first.data * blocks.length + short;
      words[before] = data[begin + word] ?? 0;
    }
    if (block.data > first.data) short += 1;
    for (let word = 0; word < block.correction; word += 1)
      words[dataLength + word * blocks.length + index] = rest[word] ?? 0;
    begin += block.data;
  });
  return words;
}

function dataWords(text: string, length: number): Uint8Array {
  const words = new Uint8Array(length);
  let bit = 0;
  const put = (value: number, count: number) => {
    for (let shift = count - 1; shift >= 0; shift -= 1, bit += 1)
      if ((value >> shift) & 1) words[bit >> 3] = (words[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  };
  put(0b0010, 4);
  put(text.length, 9);
  for (let at = 0; at + 1 < text.length; at += 2)
    put((valueOf[text.charCodeAt(at)] ?? 0) * 45 + (valueOf[text.charCodeAt(at + 1)] ?? 0), 11);
  if (text.length % 2 === 1) put(valueOf[text.charCodeAt(text.length - 1)] ?? 0, 6);
  const full = length * 8;
  if (bit + 4 <= full) bit += 4;
  for (let word = (bit + 7) >> 3, pad = 0; word < length; word += 1, pad += 1)
    words[word] = pad % 2 === 0 ? 0xec : 0x11;
  return words;
}

const exponent = new Uint8Array(510);
const logarithm = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power += 1) {
  exponent[power] = exponent[power + 255] = value;
  logarithm[value] = power;
  value = value & 0x80 ? (value << 1) ^ 0x11d : value << 1;
}

const generators = new Map<number, Uint8Array>();

/** Logarithms of the generator polynomial's coefficients, highest first, without the leading 1. */
function generator(degree: number): Uint8Array {
  const known = generators.get(degree);
  if (known) return known;
  const polynomial = new Uint8Array(degree + 1);
  polynomial[0] = 1;
  for (let root = 0; root < degree; root += 1)
    for (let at = root + 1; at > 0; at -= 1) {
      const before = polynomial[at - 1] ?? 0;
      const times = before === 0 ? 0 : (exponent[(logarithm[before] ?? 0) + root] ?? 0);
      polynomial[at] = (polynomial[at] ?? 0) ^ times;
    }
  const made = polynomial.subarray(1).map((value) => logarithm[value] ?? 0);
  generators.set(degree, made);
  return made;
}

function remainder(
  data: Uint8Array,
  begin: number,
  block: { readonly data: number; readonly correction: number },
): Uint8Array {
  const divisor = generator(block.correction);
  const length = block.correction;
  const rest = new Uint8Array(length + 1);
  for (let word = 0; word < block.data; word += 1) {
    const factor = (data[begin + word] ?? 0) ^ (rest[0] ?? 0);
    const power = logarithm[factor] ?? 0;
    for (let at = 0; at < length; at += 1) {
      const term = factor === 0 ? 0 : (exponent[power + (divisor[at] ?? 0)] ?? 0);
      rest[at] = (rest[at + 1] ?? 0) ^ term;
    }
  }
  return rest.subarray(0, length);
}
