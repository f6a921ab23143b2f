type Numbers = Int32Array<ArrayBufferLike> | Float64Array<ArrayBufferLike>;

interface Kind<Own extends Numbers> {
  readonly BYTES_PER_ELEMENT: number;
  new (memory: SharedArrayBuffer, start: number, length: number): Own;
}

const bytesAtOnce = 1 << 18;
/** Of addresses, not of memory: a billion whole numbers. */
const mostBytes = 2 ** 32;

/**
 * Numbers in memory that threads can share, as many as come. The memory grows where it stands, so that nothing is copied
 * and nothing is left behind.
 */
class Growing<Own extends Numbers> {
  readonly #memory = new SharedArrayBuffer(0, { maxByteLength: mostBytes });
  #numbers: Own;
  #length = 0;

  constructor(private readonly kind: Kind<Own>) {
    this.#numbers = new kind(this.#memory, 0, 0);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#numbers.length) this.#grow();
    this.#numbers[this.#length] = value;
    this.#length += 1;
  }

  /** All that have been pushed so far. */
  shared(): Own {
    return new this.kind(this.#memory, 0, this.#length);
  }

  #grow(): void {
    this.#memory.grow(this.#memory.byteLength + bytesAtOnce);
    this.#numbers = new this.kind(this.#memory, 0, this.#memory.byteLength / this.kind.BYTES_PER_ELEMENT);
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
