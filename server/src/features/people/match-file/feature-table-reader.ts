import type { Named, Placed } from '../domain/matching/counting.js';
import type { TipFeatures } from '../domain/matching/features.js';
import type { NameLists } from '../domain/names/name-lists.js';
import { givenToken, type NameToken, surnameToken } from '../domain/names/name-token.js';
import type { NamedPerson } from '../domain/names/tip-names.js';
import { type FeatureTable, generations, half, nothing } from './feature-table.js';
import { type SharedTexts, SharedTextsReader } from './shared-texts.js';

/** Where the municipality stands in a tip's numbers. */
const municipalityAt = 10;

/** Texts that are asked for again and again. */
class RememberedTexts {
  readonly #texts: SharedTextsReader;
  readonly #known: (string | undefined)[];

  constructor(texts: SharedTexts) {
    this.#texts = new SharedTextsReader(texts);
    this.#known = new Array<undefined>(texts.ends.length);
  }

  at(number: number): string {
    return (this.#known[number] ??= this.#texts.at(number));
  }
}

/** Reads the features of a table back, as far as comparing needs them. */
export class FeatureTableReader {
  readonly #starts: Int32Array;
  readonly #numbers: Int32Array;
  readonly #names: SharedTextsReader;
  readonly #texts: RememberedTexts;
  #at = 0;

  constructor(
    table: FeatureTable,
    private readonly lists: NameLists,
  ) {
    this.#starts = table.starts;
    this.#numbers = table.numbers;
    this.#names = new SharedTextsReader(table.names);
    this.#texts = new RememberedTexts(table.texts);
    const names = table.names.ends.length;
    this.#givenAlone = new Array<readonly NameToken[]>(names);
    this.#surnameAlone = new Array<readonly NameToken[]>(names);
    this.#givenTokens = new Array<NameToken>(names);
    this.#surnameTokens = new Array<NameToken>(names);
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
      generation: generations[flags >> 2] ?? null,
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

  /** A fraction of the work of reading it all. */
  readNames(index: number): Named {
    this.#at = (this.#starts[index] ?? 0) + municipalityAt;
    const municipality = this.#text() ?? '';
    this.#at += 1;
    const given = this.#given();
    this.#skipList();
    return { municipality, given, surnames: this.#surnames() };
  }

  readPlaces(index: number): Placed {
    this.#at = (this.#starts[index] ?? 0) + municipalityAt;
    const municipality = this.#text() ?? '';
    this.#at += 1;
    // Given names, nicknames, surnames.
    for (let lists = 0; lists < 3; lists += 1) this.#skipList();
    return { municipality, places: this.#list() };
  }

  #skipList(): void {
    this.#at += 1 + (this.#numbers[this.#at] ?? 0);
  }

  #next(): number {
    const value = this.#numbers[this.#at] ?? 0;
    this.#at += 1;
    return value;
  }

  #text(): string | null {
    const number = this.#next();
    return number === nothing ? null : this.#texts.at(number);
  }

  #list(): readonly string[] {
    if (this.#numbers[this.#at] === 0) {
      this.#at += 1;
      return noTexts;
    }
    const texts: string[] = [];
    for (let left = this.#next(); left > 0; left -= 1) texts.push(this.#texts.at(this.#next()));
    return texts;
  }

  #postcode(): string | null {
    const number = this.#next();
    if (number >= 0) return this.#texts.at(number);
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

  readonly #givenAlone: (readonly NameToken[])[];
  readonly #surnameAlone: (readonly NameToken[])[];
  readonly #givenTokens: NameToken[];
  readonly #surnameTokens: NameToken[];
  readonly #givenOf = (name: number) =>
    (this.#givenTokens[name] ??= givenToken(this.#names.at(name), this.lists));
  readonly #surnameOf = (name: number) =>
    (this.#surnameTokens[name] ??= surnameToken(this.#names.at(name), this.lists));

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
