import { GrowingIntegers } from './growing.js';

/** Texts one after the other in UTF-8, in memory that threads can share. */
export interface SharedTexts {
  readonly bytes: Uint8Array;
  /** Where each text ends. */
  readonly ends: Int32Array;
}

export class SharedTextsWriter {
  #bytes = Buffer.alloc(1 << 16);
  #length = 0;
  readonly #ends = new GrowingIntegers();

  /** @returns the number of the text, counted from zero */
  add(text: string): number {
    // No letter takes more than three bytes.
    if (this.#length + 3 * text.length > this.#bytes.length) this.#grow(3 * text.length);
    this.#length += this.#bytes.write(text, this.#length);
    this.#ends.push(this.#length);
    return this.#ends.length - 1;
  }

  shared(): SharedTexts {
    const bytes = new Uint8Array(new SharedArrayBuffer(this.#length));
    bytes.set(this.#bytes.subarray(0, this.#length));
    return { bytes, ends: this.#ends.shared() };
  }

  #grow(least: number): void {
    const next = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#length + least));
    this.#bytes.copy(next);
    this.#bytes = next;
  }
}

export class SharedTextsReader {
  readonly #bytes: Buffer;
  readonly #ends: Int32Array;

  constructor({ bytes, ends }: SharedTexts) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#ends = ends;
  }

  at(index: number): string {
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
    return this.#bytes.toString('utf8', start, this.#ends[index]);
  }
}
