import type { NameToken } from '../names/name-token.js';
import type { NameLists } from '../names/name-lists.js';
import { remembered } from '../names/remembered.js';
import { textHash } from '../names/text-hash.js';
import { NumberSet } from './number-set.js';
import type { TipFeatures } from './features.js';
import { blended, type Counts } from './population.js';

/** Of a tip, what names a person. */
export type Named = Pick<TipFeatures, 'given' | 'surnames' | 'municipality'>;
/** Of a tip, what tells where somebody is missed, and where she lives. */
export type Placed = Pick<TipFeatures, 'places' | 'municipality'>;

/** What was counted in a list of tips, or in a part of it; names by key. */
export interface Counted extends Counts {
  /** About how many different people there are. */
  readonly bearers: number;
  readonly given: ReadonlyMap<string, number>;
  readonly surnames: ReadonlyMap<string, number>;
}

/**
 * How common each name, municipality and place is in a list of tips. Names are counted once for each who bears them, as
 * far as that can be told beforehand: many tips about one person do not make her name common.
 */
export class Counting {
  #tips = 0;
  readonly #bearers = new NumberSet();
  /** A bearer and one of her names, so that it does not matter which tip about her comes first. */
  readonly #borne = new NumberSet();
  readonly #given = new TokenCounts();
  readonly #surnames = new TokenCounts();
  readonly #homes = new Map<string, number>();
  readonly #places = new Map<string, number>();

  add(tip: Named & Placed): void {
    this.addPlaces(tip);
    this.addNames(bearerOf(tip), tip);
  }

  addPlaces({ places, municipality }: Placed): void {
    this.#tips += 1;
    for (const place of places) count(this.#places, place, 1);
    count(this.#homes, municipality, 1);
  }

  addNames(bearer: number, { given, surnames }: Pick<Named, 'given' | 'surnames'>): void {
    this.#bearers.add(bearer);
    for (const token of given) if (this.#borne.add(borne(bearer, token, 1))) this.#given.add(token);
    for (const token of surnames) if (this.#borne.add(borne(bearer, token, 2))) this.#surnames.add(token);
  }

  counted(): Counted {
    return {
      tips: this.#tips,
      bearers: this.#bearers.size,
      homes: this.#homes,
      places: this.#places,
      given: this.#given.byKey(),
      surnames: this.#surnames.byKey(),
    };
  }
}

/** Above zero; tells who bears a first name and a surname in a municipality from who bears others. */
export function bearerOf({ given, surnames, municipality }: Named): number {
  const home = homeHash(municipality);
  return 1 + (given[0]?.hash ?? 0) * 2_097_152 + (((surnames[0]?.hash ?? 0) ^ home) & 2_097_151);
}

/** Above zero; 53 bits of who bears which name, as a given name (1) or a surname (2). */
function borne(bearer: number, { hash }: NameToken, sort: number): number {
  const [high, low] = [Math.floor(bearer / 2 ** 32), bearer >>> 0];
  const one = Math.imul(Math.imul(high ^ sort, 0x9e3779b1) ^ low, 0x85ebca6b) ^ hash;
  const other = Math.imul(Math.imul(low ^ hash, 0xc2b2ae35) ^ high, 0x27d4eb2f) ^ sort;
  return 1 + (one >>> 0) * 2_097_152 + (Math.imul(other ^ (other >>> 15), 0x165667b1) >>> 11);
}

/** What was counted in parts that have no tip and no bearer in common. */
export function addedUp(parts: readonly Counted[]): Counted {
  const sum = (of: (part: Counted) => number) => parts.reduce((total, part) => total + of(part), 0);
  const all = (of: (part: Counted) => ReadonlyMap<string, number>) => {
    const counts = new Map<string, number>();
    for (const part of parts) for (const [key, times] of of(part)) count(counts, key, times);
    return counts;
  };
  return {
    tips: sum(({ tips }) => tips),
    bearers: sum(({ bearers }) => bearers),
    homes: all(({ homes }) => homes),
    places: all(({ places }) => places),
    given: all(({ given }) => given),
    surnames: all(({ surnames }) => surnames),
  };
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
export function countedLists(lists: NameLists, { given, surnames, bearers }: Counted): NameLists {
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
