import type { NameToken } from '../names/name-token.js';
import type { NameLists } from '../names/name-lists.js';
import { remembered } from '../names/remembered.js';
import { textHash } from '../names/text-hash.js';
import { NumberSet } from './number-set.js';
import type { TipFeatures } from './features.js';
import { blended, type Counts } from './population.js';

export type Countable = Pick<TipFeatures, 'given' | 'surnames' | 'places' | 'municipality'>;

/**
 * How common each name, municipality and place is in a list of tips. Names are counted once for each who bears them, as
 * far as that can be told beforehand: many tips about one person do not make her name common.
 */
export class Counting implements Counts {
  tips = 0;
  readonly #bearers = new NumberSet();
  readonly #given = new TokenCounts();
  readonly #surnames = new TokenCounts();
  readonly homes = new Map<string, number>();
  readonly places = new Map<string, number>();

  /** About how many different people there are. */
  get bearers(): number {
    return this.#bearers.size;
  }

  add(tip: Countable): void {
    this.tips += 1;
    for (const place of tip.places) count(this.places, place, 1);
    count(this.homes, tip.municipality, 1);
    const home = homeHash(tip.municipality);
    const bearer =
      (tip.given[0]?.hash ?? 0) * 2_097_152 + (((tip.surnames[0]?.hash ?? 0) ^ home) & 2_097_151);
    if (!this.#bearers.add(1 + bearer)) return;
    for (const token of tip.given) this.#given.add(token);
    for (const token of tip.surnames) this.#surnames.add(token);
  }

  /** By key. */
  given(): ReadonlyMap<string, number> {
    return this.#given.byKey();
  }

  surnames(): ReadonlyMap<string, number> {
    return this.#surnames.byKey();
  }
}

const homeHash = remembered((municipality) => textHash(municipality) | 0);

class TokenCounts {
  readonly #keys: string[] = [];
  readonly #counts: number[] = [];

  add({ serial, key }: NameToken): void {
    this.#keys[serial] = key;
    this.#counts[serial] = (this.#counts[serial] ?? 0) + 1;
  }

  byKey(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    // Numbers in between belong to names of another sort, and are passed over.
    this.#keys.forEach((key, serial) => count(counts, key, this.#counts[serial] ?? 0));
    return counts;
  }
}

/** Lists whose shares are blended with what was counted. */
export function countedLists(lists: NameLists, counted: Counting): NameLists {
  const [given, surnames, bearers] = [counted.given(), counted.surnames(), counted.bearers];
  return {
    ...lists,
    uncounted: lists,
    givenFrequency: (key) => blended(given.get(key) ?? 0, bearers, lists.givenFrequency(key)),
    surnameFrequency: (key) => blended(surnames.get(key) ?? 0, bearers, lists.surnameFrequency(key)),
  };
}

function count(counts: Map<string, number>, key: string, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}
