import { type Knowledge, type MatchableTip, makeFeatures } from '../matching/features.js';
import { keysByKind } from '../matching/keys.js';
import { mostHolders, trainingBlocks } from './training-blocks.js';

/** So many tips are learnt from whole; of more, a sample is: a tip takes some ten kilobytes while it is learnt from. */
export const mostLearntFrom = 60_000;

/** Tips picked by chance where there are more. */
const mostSeeds = 10_000;

/** In place of the holders of a key that says too little. */
const crowded: MatchableTip[] = [];

/** Those learnt from, and how many there were. */
export interface SampledTips {
  readonly tips: readonly MatchableTip[];
  readonly all: number;
}

/**
 * Picks tips to learn from in two readings of them all: first some by chance, then all that share a selective key with
 * one of those. So a pair is as likely to be in the sample whatever it agrees on, and nobody is there without those she
 * may be paired with. Memory holds the sample, whatever the number of tips.
 * @param random 0 ≤ x < 1; the same numbers and tips, in the same order, give the same sample
 */
export class TipSample {
  readonly #whole: MatchableTip[] = [];
  readonly #seeds: MatchableTip[] = [];
  readonly #holders = new Map<number, MatchableTip[]>();
  #all = 0;

  constructor(
    private readonly knowledge: Knowledge,
    private readonly random: () => number,
    private readonly most = { tips: mostLearntFrom, seeds: mostSeeds },
  ) {}

  /** Of the first reading. */
  offer(tip: MatchableTip): void {
    this.#all += 1;
    if (this.#all <= this.most.tips) this.#whole.push(tip);
    else this.#whole.length = 0;
    // Each tip so far is as likely to be one of the seeds.
    if (this.#seeds.length < this.most.seeds) this.#seeds.push(tip);
    else {
      const place = Math.floor(this.random() * this.#all);
      if (place < this.most.seeds) this.#seeds[place] = tip;
    }
  }

  /** Whether there are so many that they have to be read a second time. */
  needsSecondReading(): boolean {
    if (this.#all <= this.most.tips) return false;
    if (this.#holders.size === 0)
      for (const seed of this.#seeds) for (const key of this.#keysOf(seed)) this.#holders.set(key, []);
    return true;
  }

  /** Of the second reading. */
  offerAgain(tip: MatchableTip): void {
    for (const key of this.#keysOf(tip)) {
      const holders = this.#holders.get(key);
      if (!holders || holders === crowded) continue;
      if (holders.length < mostHolders) holders.push(tip);
      else this.#holders.set(key, crowded);
    }
  }

  sampled(): SampledTips {
    if (!this.needsSecondReading()) return { tips: this.#whole, all: this.#all };
    const picked = new Map(this.#seeds.map((tip) => [tip.id, tip]));
    for (const seed of this.#seeds) {
      if (picked.size >= this.most.tips) break;
      for (const key of this.#keysOf(seed)) {
        for (const tip of this.#holders.get(key) ?? []) picked.set(tip.id, tip);
      }
    }
    return { tips: [...picked.values()], all: this.#all };
  }

  #keysOf(tip: MatchableTip): number[] {
    return keysByKind(makeFeatures(tip, this.knowledge)).flatMap(({ kind, key }) =>
      kind in trainingBlocks ? [key] : [],
    );
  }
}
