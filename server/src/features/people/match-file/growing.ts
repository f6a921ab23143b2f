const pieceLength = 1 << 16;

type Numbers = Int32Array<ArrayBufferLike> | Float64Array<ArrayBufferLike>;

interface Kind<Own extends Numbers> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): Own;
  new (memory: SharedArrayBuffer): Own;
}

/** Numbers in memory that threads can share, as many as come: kept in pieces, so that growing copies nothing. */
class Growing<Own extends Numbers> {
  readonly #full: Own[] = [];
  #piece: Own;
  #at = 0;

  constructor(private readonly kind: Kind<Own>) {
    this.#piece = new kind(pieceLength);
  }

  get length(): number {
    return this.#full.length * pieceLength + this.#at;
  }

  push(value: number): void {
    if (this.#at === pieceLength) this.#begin();
    this.#piece[this.#at] = value;
    this.#at += 1;
  }

  /** All that have been pushed, in one piece; nothing is kept here. */
  shared(): Own {
    const all = new this.kind(new SharedArrayBuffer(this.kind.BYTES_PER_ELEMENT * this.length));
    for (const [number, piece] of this.#full.entries()) all.set(piece, number * pieceLength);
    all.set(this.#piece.subarray(0, this.#at), this.#full.length * pieceLength);
    this.#full.length = 0;
    this.#at = 0;
    return all;
  }

  #begin(): void {
    this.#full.push(this.#piece);
    this.#piece = new this.kind(pieceLength);
    this.#at = 0;
  }
}

export class GrowingIntegers extends Growing<Int32Array<ArrayBufferLike>> {
  constructor() {
    super(Int32Array);
  }
}

export class GrowingFloats extends Growing<Float64Array<ArrayBufferLike>> {
  constructor() {
    super(Float64Array);
  }
}
