import type { Countable } from '../domain/matching/counting.js';
import type { TipFeatures } from '../domain/matching/features.js';
import type { NameLists } from '../domain/names/name-lists.js';
import { givenToken, type NameToken, surnameToken } from '../domain/names/name-token.js';
import type { NamedPerson } from '../domain/names/tip-names.js';
import { GrowingIntegers } from './growing.js';

/**
 * The features of many tips as numbers: a hundredth of what objects cost, and threads can share them. Texts that come
 * again (names, streets, places) are kept once.
 */
export interface FeatureTable {
  readonly count: number;
  /** Where the numbers of each tip begin; one more than there are tips. */
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

/** Shared texts, each under a number. */
class Texts {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.list.push(text) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}

/** Where the municipality stands in a tip's numbers. */
const municipalityAt = 10;
const nothing = -1;
const half = 2 ** 30;

export class FeatureTableWriter {
  readonly #starts = new GrowingIntegers();
  readonly #numbers = new GrowingIntegers();
  readonly #names: string[] = [];
  readonly #texts = new Texts();

  add(tip: TipFeatures): void {
    this.#starts.push(this.#numbers.length);
    const phone = tip.phone === null ? 0 : Number(tip.phone.slice(1));
    this.#push(
      (tip.kind === 'person' ? 1 : 0) + (tip.isCouple ? 2 : 0),
      tip.birthYear ?? 0,
      Math.floor(phone / half),
      phone % half,
      this.#text(tip.email),
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
      names: this.#names,
      texts: this.#texts.list,
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
    for (const { serial, text } of tokens) {
      this.#names[serial] ??= text;
      this.#numbers.push(serial);
    }
  }
}

/** Reads the features of a table back, as far as comparing needs them. */
export class FeatureTableReader {
  readonly #starts: Int32Array;
  readonly #numbers: Int32Array;
  readonly #names: readonly string[];
  readonly #texts: readonly string[];
  #at = 0;

  constructor(
    table: FeatureTable,
    private readonly lists: NameLists,
  ) {
    this.#starts = table.starts;
    this.#numbers = table.numbers;
    this.#names = table.names;
    this.#texts = table.texts;
  }

  read(index: number, tipId: string): TipFeatures {
    this.#at = this.#starts[index] ?? 0;
    const flags = this.#next();
    const birthYear = this.#next();
    const phone = this.#next() * half + this.#next();
    const email = this.#text();
    const street = this.#text();
    const number = this.#next();
    const letter = this.#next();
    const postcode = this.#postcode();
    const country = this.#text();
    const municipality = this.#text() ?? '';
    const partners = this.#next();
    const given = this.#given();
    const nicknames = this.#given();
    const surnames = this.#surnames();
    const places = this.#list();
    const regions = this.#regions();
    return {
      tipId,
      kind: (flags & 1) === 1 ? 'person' : 'family',
      given,
      nicknames,
      surnames,
      members: this.#members(),
      partners,
      written: { given: '', surname: '' },
      isCouple: (flags & 2) === 2,
      birthYear: birthYear === 0 ? null : birthYear,
      phone: phone === 0 ? null : `+${phone}`,
      email,
      street:
        street === null
          ? null
          : {
              street,
              number: number === nothing ? null : (houseNumbers[number] ?? String(number)),
              letter: letter === nothing ? null : String.fromCharCode(letter),
            },
      postcode,
      places,
      regions,
      country,
      municipality,
    };
  }

  /** What counting needs; half the work of all. */
  readNames(index: number): Countable {
    this.#at = (this.#starts[index] ?? 0) + municipalityAt;
    const municipality = this.#text() ?? '';
    this.#at += 1;
    const given = this.#given();
    this.#at += 1 + (this.#numbers[this.#at] ?? 0);
    return { municipality, given, surnames: this.#surnames(), places: this.#list() };
  }

  #next(): number {
    const value = this.#numbers[this.#at] ?? 0;
    this.#at += 1;
    return value;
  }

  #text(): string | null {
    const number = this.#next();
    return number === nothing ? null : (this.#texts[number] ?? null);
  }

  #list(): readonly string[] {
    if (this.#numbers[this.#at] === 0) {
      this.#at += 1;
      return noTexts;
    }
    const texts: string[] = [];
    for (let left = this.#next(); left > 0; left -= 1) texts.push(this.#texts[this.#next()] ?? '');
    return texts;
  }

  #postcode(): string | null {
    const number = this.#next();
    if (number >= 0) return this.#texts[number] ?? null;
    return number === nothing ? null : (postcodes[-2 - number] ?? null);
  }

  #regions(): readonly string[] {
    const count = this.#numbers[this.#at] ?? 0;
    if (count < 2) {
      this.#at += 1 + count;
      return count === 0 ? noTexts : (singleRegions[this.#numbers[this.#at - 1] ?? 0] ?? noTexts);
    }
    const regions: string[] = [];
    for (let left = this.#next(); left > 0; left -= 1) regions.push(twoFigures(this.#next()));
    return regions;
  }

  #given(): readonly NameToken[] {
    return this.#words(this.#givenAlone, this.#givenOf);
  }

  #surnames(): readonly NameToken[] {
    return this.#words(this.#surnameAlone, this.#surnameOf);
  }

  /** Most have one name, or none: those lists are made once. */
  #words(alone: (readonly NameToken[])[], tokenOf: (name: number) => NameToken): readonly NameToken[] {
    const count = this.#next();
    if (count === 0) return noTokens;
    if (count === 1) {
      const name = this.#next();
      return (alone[name] ??= [tokenOf(name)]);
    }
    const tokens: NameToken[] = [];
    for (let left = count; left > 0; left -= 1) tokens.push(tokenOf(this.#next()));
    return tokens;
  }

  readonly #givenAlone: (readonly NameToken[])[] = [];
  readonly #surnameAlone: (readonly NameToken[])[] = [];
  readonly #givenTokens: NameToken[] = [];
  readonly #surnameTokens: NameToken[] = [];
  readonly #givenOf = (name: number) =>
    (this.#givenTokens[name] ??= givenToken(this.#names[name] ?? '', this.lists));
  readonly #surnameOf = (name: number) =>
    (this.#surnameTokens[name] ??= surnameToken(this.#names[name] ?? '', this.lists));

  #members(): readonly NamedPerson[] {
    if (this.#numbers[this.#at] === 0) return noMembers;
    const members: NamedPerson[] = [];
    for (let left = this.#next(); left > 0; left -= 1) {
      const given = this.#given();
      members.push({ given, surnames: this.#surnames(), written: { given: '', surname: '' } });
    }
    return members;
  }
}

const noTokens: readonly NameToken[] = [];
const noMembers: readonly NamedPerson[] = [];
const noTexts: readonly string[] = [];
const singleRegions = Array.from({ length: 100 }, (_, number) => [twoFigures(number)]);
const postcodes = Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, '0'));

const houseNumbers = Array.from({ length: 1_000 }, (_, number) => String(number));

function twoFigures(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
