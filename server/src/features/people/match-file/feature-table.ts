import type { TipFeatures } from '../domain/matching/features.js';
import type { NameToken } from '../domain/names/name-token.js';
import { GrowingIntegers } from './growing.js';
import { type SharedTexts, SharedTextsWriter } from './shared-texts.js';

/**
 * The features of many tips as numbers: a hundredth of what objects cost, and threads can share them. Texts that come
 * again (names, streets, places) are kept once.
 */
export interface FeatureTable {
  readonly count: number;
  /** Where the numbers of each tip begin; one more than there are tips. */
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
  readonly names: SharedTexts;
  readonly texts: SharedTexts;
}

/** Texts kept once, each under a number. */
class Texts {
  readonly #written = new SharedTextsWriter();
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#written.add(text);
    this.#numbers.set(text, number);
    return number;
  }

  /** Without looking whether it is there already, for texts that seldom come twice. */
  add(text: string): number {
    return this.#written.add(text);
  }

  shared(): SharedTexts {
    return this.#written.shared();
  }
}

/** Stands for what a tip does not say. */
export const nothing = -1;
export const generations = [null, 'younger', 'elder'] as const;
/** Telephones are written in two numbers. */
export const half = 2 ** 30;

export class FeatureTableWriter {
  readonly #starts = new GrowingIntegers();
  readonly #numbers = new GrowingIntegers();
  readonly #names = new SharedTextsWriter();
  /** In the table, by the names' own numbers in this process. */
  readonly #nameNumbers: (number | undefined)[] = [];
  readonly #texts = new Texts();

  add(tip: TipFeatures): void {
    this.#starts.push(this.#numbers.length);
    const phone = tip.phone === null ? 0 : Number(tip.phone.slice(1));
    this.#push(
      (tip.kind === 'person' ? 1 : 0) + (tip.isCouple ? 2 : 0) + 4 * generations.indexOf(tip.generation),
      tip.birthYear ?? 0,
      Math.floor(phone / half),
      phone % half,
      tip.email === null ? nothing : this.#texts.add(tip.email),
      this.#text(tip.street?.street ?? null),
      tip.street?.number ? Number(tip.street.number) : nothing,
      tip.street?.letter?.charCodeAt(0) ?? nothing,
      this.#postcode(tip),
      this.#text(tip.country),
      this.#text(tip.municipality),
      tip.partners,
    );
    this.#words(tip.given);
    this.#words(tip.nicknames);
    this.#words(tip.surnames);
    this.#list(tip.places);
    this.#push(tip.regions.length, ...tip.regions.map(Number));
    this.#push(tip.members.length);
    for (const member of tip.members) {
      this.#words(member.given);
      this.#words(member.surnames);
    }
  }

  table(): FeatureTable {
    this.#starts.push(this.#numbers.length);
    return {
      count: this.#starts.length - 1,
      starts: this.#starts.shared(),
      numbers: this.#numbers.shared(),
      names: this.#names.shared(),
      texts: this.#texts.shared(),
    };
  }

  #push(...values: number[]): void {
    for (const value of values) this.#numbers.push(value);
  }

  #text(text: string | null): number {
    return text === null ? nothing : this.#texts.numberOf(text);
  }

  /** A Norwegian one as itself, below zero; another as a text. */
  #postcode({ postcode }: TipFeatures): number {
    return postcode !== null && /^\d{4}$/.test(postcode) ? -2 - Number(postcode) : this.#text(postcode);
  }

  #list(texts: readonly string[]): void {
    this.#numbers.push(texts.length);
    for (const text of texts) this.#numbers.push(this.#texts.numberOf(text));
  }

  #words(tokens: readonly NameToken[]): void {
    this.#numbers.push(tokens.length);
    for (const token of tokens) this.#numbers.push(this.#name(token));
  }

  #name({ serial, text }: NameToken): number {
    const known = this.#nameNumbers[serial];
    if (known !== undefined) return known;
    const number = this.#names.add(text);
    this.#nameNumbers[serial] = number;
    return number;
  }
}
