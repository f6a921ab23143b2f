/** A set of numbers above zero, in a quarter of the memory of the language's own. */
export class NumberSet {
  #slots = new Float64Array(1 << 12);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @returns whether it was new */
  add(number: number): boolean {
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    const at = this.#slotOf(number);
    if (this.#slots[at] === number) return false;
    this.#slots[at] = number;
    this.#size += 1;
    return true;
  }

  #slotOf(number: number): number {
    const mask = this.#slots.length - 1;
    // Bearers of one surname in one municipality have the lower bits in common.
    let at = (Math.imul(Math.floor(number / 2 ** 32), 0x9e3779b1) ^ number) & mask;
    while (this.#slots[at] !== 0 && this.#slots[at] !== number) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Float64Array(old.length * 2);
    for (const number of old) if (number !== 0) this.#slots[this.#slotOf(number)] = number;
  }
}
