/** Numbers in memory that threads can share, as many as come. */
export class GrowingIntegers {
  #held = new Int32Array(1 << 16);
  length = 0;

  push(value: number): void {
    if (this.length === this.#held.length) this.#grow();
    this.#held[this.length] = value;
    this.length += 1;
  }

  /** What has been pushed; a view that the next push may outdate. */
  view(): Int32Array {
    return this.#held.subarray(0, this.length);
  }

  shared(): Int32Array {
    const copy = new Int32Array(new SharedArrayBuffer(4 * this.length));
    copy.set(this.view());
    this.#held = new Int32Array(0);
    return copy;
  }

  #grow(): void {
    const next = new Int32Array(Math.max(1 << 16, this.#held.length * 2));
    next.set(this.#held);
    this.#held = next;
  }
}

export class GrowingFloats {
  #held = new Float64Array(1 << 16);
  length = 0;

  push(value: number): void {
    if (this.length === this.#held.length) this.#grow();
    this.#held[this.length] = value;
    this.length += 1;
  }

  /** What has been pushed; a view that the next push may outdate. */
  view(): Float64Array {
    return this.#held.subarray(0, this.length);
  }

  shared(): Float64Array {
    const copy = new Float64Array(new SharedArrayBuffer(8 * this.length));
    copy.set(this.view());
    this.#held = new Float64Array(0);
    return copy;
  }

  #grow(): void {
    const next = new Float64Array(Math.max(1 << 16, this.#held.length * 2));
    next.set(this.#held);
    this.#held = next;
  }
}
