import { textHash } from '../names/text-hash.js';
import type { TipFeatures } from './features.js';

/**
 * How telling a key is, and among how many holders all are compared with all: a key with more says too little, and is not
 * followed. `identity` keys, a way to reach somebody or a full name with one thing more, are followed all the same, from
 * each holder to a few (`crowd.ts`). `weak` keys are of names alone, `weakest` of one name and a year: followed only where
 * the names are rare.
 */
export const keyStrengths = ['strong', 'weak', 'weakest', 'identity'] as const;
export type KeyStrength = (typeof keyStrengths)[number];

export const mostHolders: Readonly<Record<KeyStrength, number>> = {
  strong: 150,
  weak: 10,
  weakest: 4,
  identity: 150,
};

const kinds = {
  phone: 1,
  email: 2,
  namesHome: 3,
  namesYear: 4,
  namesPlace: 5,
  bonesHome: 6,
  surnameHomePlace: 8,
  surnameInitialHome: 9,
  givenHomePlace: 10,
  givenInitialHome: 11,
  surnameDoor: 12,
  givenDoor: 13,
  doorPlace: 14,
  doorPostcode: 15,
  names: 16,
  givenYear: 17,
  surnameYear: 18,
  doorYear: 19,
} as const;

const kindNames = Object.keys(kinds) as KeyKind[];

const lastIdentity = kinds.namesPlace;

function strengthNumberOf(kind: number): number {
  if (kind <= lastIdentity) return 3;
  return kind < kinds.names ? 0 : kind === kinds.names ? 1 : 2;
}

export function strengthOf(key: number): KeyStrength {
  return keyStrengths[key & 3] ?? 'weakest';
}

/**
 * The keys under which a tip is found: two tips are compared when they share one. Each is a hash of what the two have in
 * common, 51 bits, and two below them that tell its strength; where it is stored, a keyed hash of it is. Names are unordered within a
 * key, so swapped fields meet too.
 */
export function blockingKeys(tip: TipFeatures): readonly number[] {
  return new KeysOf(tip).keys;
}

export type KeyKind = keyof typeof kinds;

/** The same, with what each is made of. */
export function keysByKind(tip: TipFeatures): { readonly kind: KeyKind; readonly key: number }[] {
  const { keys, kindOf } = new KeysOf(tip);
  return keys.map((key, index) => ({ kind: kindOf[index] ?? 'names', key }));
}

class KeysOf {
  readonly #keys: number[] = [];
  readonly #kinds: number[] = [];
  readonly #home: number;
  readonly #places: readonly number[];
  readonly #door: number;
  readonly #year: number;
  readonly #given: TipFeatures['given'];
  readonly #surnames: TipFeatures['surnames'];

  constructor(private readonly tip: TipFeatures) {
    this.#home = hash(tip.municipality);
    this.#places = tip.places.map(hash);
    this.#door = tip.street?.number ? hash(`${tip.street.street} ${tip.street.number}`) : 0;
    this.#year = tip.birthYear ?? 0;
    this.#given = atMost(tip.nicknames.length === 0 ? tip.given : [...tip.given, ...tip.nicknames], 3);
    this.#surnames = atMost(tip.surnames, 4);
    this.#all();
  }

  get keys(): readonly number[] {
    return this.#keys;
  }

  get kindOf(): readonly KeyKind[] {
    return this.#kinds.flatMap((number) => kindNames.find((kind) => kinds[kind] === number) ?? []);
  }

  #all(): void {
    const { tip } = this;
    if (tip.phone !== null) this.#add(kinds.phone, hash(tip.phone));
    if (tip.email !== null) this.#add(kinds.email, hash(tip.email));
    this.#doors();
    for (const { codes } of this.#surnames) for (const code of codes) this.#ofSurname(code);
    for (const { codes } of this.#given) for (const code of codes) this.#ofGiven(code);
    this.#initials();
    this.#fullNames();
    this.#members();
  }

  #doors(): void {
    if (this.#door === 0) return;
    for (const place of this.#places) this.#add(kinds.doorPlace, this.#door, place);
    if (this.tip.postcode !== null) this.#add(kinds.doorPostcode, this.#door, hash(this.tip.postcode));
    if (this.#year > 0) this.#add(kinds.doorYear, this.#door, this.#year);
  }

  #ofSurname(code: number): void {
    for (const place of this.#places) this.#add(kinds.surnameHomePlace, code, this.#home, place);
    if (this.#door !== 0) this.#add(kinds.surnameDoor, code, this.#door);
    if (this.#year === 0) return;
    this.#add(kinds.surnameYear, code, this.#year);
  }

  #ofGiven(code: number): void {
    for (const place of this.#places) this.#add(kinds.givenHomePlace, code, this.#home, place);
    if (this.#door !== 0) this.#add(kinds.givenDoor, code, this.#door);
    if (this.#year > 0) this.#add(kinds.givenYear, code, this.#year);
  }

  #initials(): void {
    for (const given of this.#given) {
      for (const surname of this.#surnames) {
        for (const code of surname.codes)
          this.#add(kinds.surnameInitialHome, code, given.initial, this.#home);
        for (const code of given.codes) this.#add(kinds.givenInitialHome, code, surname.initial, this.#home);
      }
    }
  }

  #fullNames(): void {
    for (const given of this.#given) {
      for (const surname of this.#surnames) {
        this.#addPair(kinds.bonesHome, given.bones, surname.bones, this.#home);
        for (const one of given.codes) for (const other of surname.codes) this.#names(one, other);
      }
    }
  }

  #names(one: number, other: number): void {
    this.#addPair(kinds.names, one, other, 0);
    this.#addPair(kinds.namesHome, one, other, this.#home);
    if (this.#year > 0) this.#addPair(kinds.namesYear, one, other, this.#year);
    for (const place of this.#places) this.#addPair(kinds.namesPlace, one, other, place);
  }

  /** Who is named as living with somebody may have been tipped about too. */
  #members(): void {
    for (const member of this.tip.members) {
      for (const given of atMost(member.given, 2)) {
        for (const code of given.codes) this.#member(code, member.surnames);
      }
    }
  }

  #member(code: number, surnames: TipFeatures['surnames']): void {
    for (const place of this.#places) this.#add(kinds.givenHomePlace, code, this.#home, place);
    for (const surname of surnames)
      for (const other of surname.codes) this.#addPair(kinds.namesHome, code, other, this.#home);
  }

  #addPair(kind: number, one: number, other: number, where: number): void {
    this.#add(kind, Math.min(one, other), Math.max(one, other), where);
  }

  #add(kind: number, one: number, other = 0, third = 0): void {
    const key = mixed(kind, one, other, third);
    if (this.#keys.includes(key)) return;
    this.#keys.push(key);
    this.#kinds.push(kind);
  }
}

function atMost<Item>(items: readonly Item[], most: number): readonly Item[] {
  return items.length > most ? items.slice(0, most) : items;
}

/** 32 bits of a text. */
function hash(text: string): number {
  return textHash(text) | 0;
}

/** 51 bits of four numbers of 32 bits, and two for the strength. */
function mixed(kind: number, a: number, b: number, c: number): number {
  let one = Math.imul(kind ^ 0x9e3779b9, 0x85ebca6b);
  let other = Math.imul(kind ^ 0x7f4a7c15, 0xc2b2ae35);
  one = Math.imul((one ^ a) + 0x165667b1, 0x9e3779b1) ^ (one >>> 15);
  other = Math.imul((other ^ a) + 0x27d4eb2f, 0x85ebca77) ^ (other >>> 13);
  one = Math.imul((one ^ b) + 0x165667b1, 0x9e3779b1) ^ (one >>> 15);
  other = Math.imul((other ^ b) + 0x27d4eb2f, 0x85ebca77) ^ (other >>> 13);
  one = Math.imul((one ^ c) + 0x165667b1, 0x9e3779b1) ^ (one >>> 15);
  other = Math.imul((other ^ c) + 0x27d4eb2f, 0x85ebca77) ^ (other >>> 13);
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
  other = Math.imul(other ^ (other >>> 16), 0xc2b2ae35) ^ Math.imul(one ^ (one >>> 13), 0x85ebca6b);
  return 4294967296 * (2097151 & other) + (((one & ~3) | strengthNumberOf(kind)) >>> 0);
}
