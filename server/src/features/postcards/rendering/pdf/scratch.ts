import type { ContentWriter } from './packed-content.js';

/** A content stream in the making, as it stands. */
export class Scratch implements ContentWriter {
  #buffer = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  /** @param text Latin-1, as all of PDF's syntax is */
  text(text: string): void {
    this.#reserve(text.length);
    this.#length += this.#buffer.write(text, this.#length, 'latin1');
  }

  rectangle(x: number, y: number, width: number, height: number): void {
    this.text(`${x} ${y} ${width} ${height} re\n`);
  }

  /** What has been put together; valid until the next change. */
  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#length + more));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}
