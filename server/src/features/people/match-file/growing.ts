const pieceLength = 1 << 16;

/** Numbers in memory that threads can share, as many as come: kept in pieces, so that growing copies nothing. */
export class GrowingIntegers {
  readonly #full: Int32Array[] = [];
  #piece = new Int32Array(pieceLength);
  #at = 0;

  get length(): number {
    return this.#full.length * pieceLength + this.#at;
  }

  push(value: number): void {
    if (this.#at === pieceLength) this.#begin();
    this.#piece[this.#at] = value;
    this.#at += 1;
  }

  /** All that have been pushed, in one piece; nothing is kept here. */
  shared(): Int32Array {
    const all = new Int32Array(new SharedArrayBuffer(4 * this.length));
    for (const [number, piece] of this.#full.entries()) all.set(piece, number * pieceLength);
    all.set(this.#piece.subarray(0, this.#at), this.#full.length * pieceLength);
    this.#full.length = 0;
    this.#at = 0;
    return all;
  }

  #begin(): void {
    this.#full.push(this.#piece);
    this.#piece = new Int32Array(pieceLength);
    this.#at = 0;
  }
}

export class GrowingFloats {
  readonly #full: Float64Array[] = [];
  #piece = new Float64Array(pieceLength);
  #at = 0;

  get length(): number {
    return this.#full.length * pieceLength + this.#at;
  }

  push(value: number): void {
    if (this.#at === pieceLength) this.#begin();
    this.#piece[this.#at] = value;
    this.#at += 1;
  }

  /** All that have been pushed, in one piece; nothing is kept here. */
  shared(): Float64Array {
    const all = new Float64Array(new SharedArrayBuffer(8 * this.length));
    for (const [number, piece] of this.#full.entries()) all.set(piece, number * pieceLength);
    all.set(this.#piece.subarray(0, this.#at), this.#full.length * pieceLength);
    this.#full.length = 0;
    this.#at = 0;
    return all;
  }

  #begin(): void {
    this.#full.push(this.#piece);
    this.#piece = new Float64Array(pieceLength);
    this.#at = 0;
  }
}
