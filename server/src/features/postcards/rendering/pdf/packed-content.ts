import { blockCode } from './deflate-code.js';

/** Takes the operators of a content stream. */
export interface ContentWriter {
  /** @param text signs and spaces of ASCII, and line feeds */
  text(text: string): void;
  /** `x y width height re`, whole numbers from 0 to 999. */
  rectangle(x: number, y: number, width: number, height: number): void;
}

/** How often each letter stands in what a card has of its own; every other less than once. */
const letterWeights: Readonly<Record<string, number>> = {
  ...{ '0': 250, '1': 180, '2': 180, '3': 78, '4': 54, '5': 39, '6': 43, '7': 30, '8': 42, '9': 34 },
  ...{ ' ': 202, '\n': 33, '.': 17, '<': 7, '>': 7, '/': 4, '[': 1, ']': 1, '-': 1 },
  ...{ e: 20, r: 15, a: 10, m: 7, f: 6, c: 6, b: 4, d: 3, j: 4, q: 2, g: 1, k: 1, o: 1, s: 1 },
  ...{ T: 16, B: 2, D: 1, E: 2, F: 2, G: 1, J: 1, K: 1, Q: 2, X: 1 },
};
const otherWeight = 0.05;
const endOfBlock = 256;
/** The same of repeats of 3 letters, 4, 5 …; 11 and 12 share a symbol and differ by a bit, 13 and 14 too. */
const repeatWeights = [0, 0, 0, 0, 0, 84, 1, 11, 62, 1];
/** How far back they are found, by deflate's thirty symbols for distances. */
const distanceWeights = [
  ...[0, 0, 0, 0, 0, 0, 12, 31, 4, 22, 18, 17, 14, 8, 9],
  ...[5, 6, 3, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1],
];
const farthest = 1 << 15;

/** One code for the contents of all cards, so that none has to be found for each. */
const code = blockCode([...letterFrequencies(), 1, ...repeatWeights], distanceWeights);
const { bits: symbolBits, lengths: symbolLengths } = code.symbols;
const { bits: distanceBits, lengths: distanceLengths } = code.distances;

/** Adler-32's (RFC 1950). */
const modulus = 65_521;

/** Numbers below this are written from tables, and rectangles of such numbers may repeat the end of one before. */
const tabled = 100;
const plain = tableOf(Array.from({ length: tabled }, (_, number) => String(number)));
const spaced = tableOf(Array.from({ length: tabled }, (_, number) => ` ${number}`));
const operator = ' re\n';
const operators = tableOf([operator]);

/**
 * A content stream that is deflated as it is written. A card's content is a few lines of text and the two hundred
 * rectangles of its code, of which most end like one before: with a code made for that, and numbers ready in tables, it
 * takes a fraction of the time in which zlib finds out the same of each card anew, and no more room.
 */
export class PackedContent implements ContentWriter {
  readonly #first: { readonly used: number; readonly hold: number; readonly held: number };
  /** Where the last rectangle of each width and height ended, 0 for nowhere, and its `y`. */
  readonly #endedAt = new Int32Array(tabled * tabled);
  readonly #endedWith = new Uint8Array(tabled * tabled);
  #ended: number[] = [];
  #buffer = new Uint8Array(1 << 15);
  #used = 2;
  /** Bits that do not fill two bytes yet. */
  #hold = 0;
  #held = 0;
  /** Of what has been written: its length, and the two halves of its checksum. */
  #length = 0;
  #sum = 1;
  #sums = 0;

  constructor() {
    this.#buffer.set([0x78, 0x01]);
    for (const [bits, length] of code.header) this.#put(bits, length);
    this.#first = { used: this.#used, hold: this.#hold, held: this.#held };
  }

  clear(): void {
    this.#used = this.#first.used;
    this.#hold = this.#first.hold;
    this.#held = this.#first.held;
    for (const end of this.#ended) this.#endedAt[end] = 0;
    this.#ended = [];
    this.#length = 0;
    this.#sum = 1;
    this.#sums = 0;
  }

  /** @throws RangeError for a sign that is none of ASCII's */
  text(text: string): void {
    this.#reserve(text.length);
    this.#putLetters(text);
    let sum = this.#sum;
    let sums = this.#sums;
    for (let at = 0; at < text.length; at += 1) {
      sum += text.charCodeAt(at);
      sums += sum;
    }
    this.#length += text.length;
    this.#sum = sum % modulus;
    this.#sums = sums % modulus;
  }

  rectangle(x: number, y: number, width: number, height: number): void {
    if (Math.max(x, y, width, height) >= tabled) return this.text(`${x} ${y} ${width} ${height} re\n`);
    this.#reserve(24);
    this.#count(plain, x);
    this.#count(spaced, y);
    this.#count(spaced, width);
    this.#count(spaced, height);
    this.#count(operators, 0);
    this.#sum %= modulus;
    this.#sums %= modulus;
    this.#put(plain.bits[x] ?? 0, plain.bitLengths[x] ?? 0);
    this.#putEnd(y, width, height);
  }

  /** What has been written, deflated; valid until the next change, and nothing but `clear` may follow. */
  bytes(): Uint8Array {
    this.#reserve(16);
    this.#put(symbolBits[endOfBlock] ?? 0, symbolLengths[endOfBlock] ?? 0);
    for (; this.#held > 0; this.#held -= 8) {
      this.#buffer[this.#used++] = this.#hold;
      this.#hold >>>= 8;
    }
    for (const half of [this.#sums, this.#sum]) {
      this.#buffer[this.#used++] = half >> 8;
      this.#buffer[this.#used++] = half;
    }
    return this.#buffer.subarray(0, this.#used);
  }

  #putEnd(y: number, width: number, height: number): void {
    const end = width * tabled + height;
    const before = this.#endedAt[end] ?? 0;
    const distance = this.#length - before;
    const repeatable = (spaced.sizes[width] ?? 0) + (spaced.sizes[height] ?? 0) + operator.length;
    if (before === 0) this.#ended.push(end);
    if (before === 0 || distance > farthest) this.#putLetters(` ${y} ${width} ${height}${operator}`);
    else if (this.#endedWith[end] === y) this.#repeat(repeatable + (spaced.sizes[y] ?? 0), distance);
    else {
      this.#put(spaced.bits[y] ?? 0, spaced.bitLengths[y] ?? 0);
      this.#repeat(repeatable, distance);
    }
    this.#endedAt[end] = this.#length;
    this.#endedWith[end] = y;
  }

  #putLetters(text: string): void {
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      const length = letter < endOfBlock ? (symbolLengths[letter] ?? 0) : 0;
      if (length === 0) throw new RangeError(`Content is ASCII, and has the sign ${letter}`);
      this.#put(symbolBits[letter] ?? 0, length);
    }
  }

  #repeat(length: number, distance: number): void {
    const symbol = length < 11 ? 254 + length : 265 + ((length - 11) >> 1);
    this.#put(symbolBits[symbol] ?? 0, symbolLengths[symbol] ?? 0);
    if (length >= 11) this.#put((length - 11) & 1, 1);
    const from = distance - 1;
    const more = Math.max(0, 30 - Math.clz32(from));
    const far = 2 * more + (from >> more);
    this.#put(distanceBits[far] ?? 0, distanceLengths[far] ?? 0);
    this.#put(from & ((1 << more) - 1), more);
  }

  #count({ sizes, sums, weighted }: Table, at: number): void {
    const size = sizes[at] ?? 0;
    this.#sums += size * this.#sum + (weighted[at] ?? 0);
    this.#sum += sums[at] ?? 0;
    this.#length += size;
  }

  /** @param length 16 at most */
  #put(bits: number, length: number): void {
    this.#hold |= bits << this.#held;
    this.#held += length;
    if (this.#held < 16) return;
    this.#buffer[this.#used++] = this.#hold;
    this.#buffer[this.#used++] = this.#hold >>> 8;
    this.#hold >>>= 16;
    this.#held -= 16;
  }

  /** @param letters each takes two bytes at most */
  #reserve(letters: number): void {
    if (this.#used + 2 * letters + 8 <= this.#buffer.length) return;
    const larger = new Uint8Array(2 * (this.#used + 2 * letters + 8));
    larger.set(this.#buffer.subarray(0, this.#used));
    this.#buffer = larger;
  }
}

/** Short texts, worked out beforehand. */
interface Table {
  readonly bits: Uint16Array;
  readonly bitLengths: Uint8Array;
  /** Letters, and what they do to the two halves of a checksum. */
  readonly sizes: Uint8Array;
  readonly sums: Uint16Array;
  readonly weighted: Uint16Array;
}

function tableOf(texts: readonly string[]): Table {
  const bytes = texts.map((text) => [...Buffer.from(text, 'ascii')]);
  const lengthOf = (letter: number) => symbolLengths[letter] ?? 0;
  const bitsOf = (letters: readonly number[]) =>
    letters.reduceRight((bits, letter) => (bits << lengthOf(letter)) | (symbolBits[letter] ?? 0), 0);
  const total = (letters: readonly number[], of: (letter: number, at: number) => number) =>
    letters.reduce((sum, letter, at) => sum + of(letter, at), 0);
  return {
    bits: Uint16Array.from(bytes, bitsOf),
    bitLengths: Uint8Array.from(bytes, (letters) => total(letters, lengthOf)),
    sizes: Uint8Array.from(bytes, (letters) => letters.length),
    sums: Uint16Array.from(bytes, (letters) => total(letters, (letter) => letter)),
    weighted: Uint16Array.from(bytes, (letters) =>
      total(letters, (letter, at) => letter * (letters.length - at)),
    ),
  };
}

function letterFrequencies(): number[] {
  return Array.from({ length: endOfBlock }, (_, letter) => {
    const isWritten = letter === 10 || (letter >= 32 && letter < 127);
    return isWritten ? (letterWeights[String.fromCharCode(letter)] ?? otherWeight) : 0;
  });
}
