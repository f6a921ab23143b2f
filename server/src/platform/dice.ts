import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that comes out the same for the same seed. */
export class Dice {
  readonly #generator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** 0 ≤ x < 1 */
  next(): number {
    return uniformFloat64(this.#generator);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  }

  /** One of the texts, by their shares, which need not add up to one. */
  weighted<Item>(choices: readonly (readonly [Item, number])[]): Item {
    let left = this.next() * choices.reduce((sum, [, share]) => sum + share, 0);
    for (const [item, share] of choices) {
      left -= share;
      if (left < 0) return item;
    }
    const last = choices.at(-1);
    if (!last) throw new Error('Nothing to choose from');
    return last[0];
  }
}

/** Picks by weight in constant memory and logarithmic time, for long lists. */
export class WeightedList<Item> {
  readonly #ends: Float64Array;

  constructor(
    private readonly items: readonly Item[],
    weights: readonly number[],
  ) {
    let sum = 0;
    this.#ends = Float64Array.from(weights, (weight) => (sum += weight));
  }

  pick(dice: Dice): Item {
    const aim = dice.next() * (this.#ends.at(-1) ?? 0);
    let [low, high] = [0, this.#ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) > aim) high = middle;
      else low = middle + 1;
    }
    const item = this.items[low];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  }
}
