import { textHash } from './text-hash.js';
import { remembered } from './remembered.js';
import { editDistance } from './edit-distance.js';
import type { NameLists } from './name-lists.js';
import { foldCase, isPlain, keyOfFolded, plainKeyOfFolded, skeleton } from './norwegian-key.js';

/** One word of a name with all that comparing needs, computed once. */
export interface NameToken {
  /** Its own number in this process, for tables. */
  readonly serial: number;
  /** Small letters, as written otherwise. */
  readonly text: string;
  readonly key: string;
  readonly plain: string;
  /** In the list of known names of its sort (given or surname). */
  readonly known: boolean;
  readonly groups: readonly string[];
  /** Share of people with the name, 0-1. */
  readonly frequency: number;
  /** Under which it is looked up: hashes of its spellings by rule and of the groups it belongs to, 32 bits each. */
  readonly codes: readonly number[];
  /** Hash of its key, 0 ≤ h < 2³². */
  readonly hash: number;
  /** 32 bits of the word itself. */
  readonly own: number;
  /** The same of its consonants, and of its first letter. */
  readonly bones: number;
  readonly initial: number;
  /** Whether the rules would join it with another name by mistake. */
  readonly isConfusable: boolean;
  /** A bit for each letter in it, whatever the order: tells most names apart without spelling them out. */
  readonly letters: number;
}

/** The same word gives the same object, as long as it is remembered. */
export function givenToken(word: string, lists: NameLists): NameToken {
  return wordsOf(lists)(word).given;
}

export function surnameToken(word: string, lists: NameLists): NameToken {
  return wordsOf(lists)(word).surname;
}

type Words = (word: string) => Word;

const wordsByLists = new WeakMap<NameLists, Words>();
let last: { readonly lists: NameLists; readonly words: Words } | null = null;

function wordsOf(lists: NameLists): Words {
  if (last?.lists === lists) return last.words;
  const words = wordsByLists.get(lists) ?? remembered((word) => new Word(word, lists));
  wordsByLists.set(lists, words);
  last = { lists, words };
  return words;
}

/** A word taken for a given name, or for a surname: each looked into when it is asked for. */
class Word {
  #given: NameToken | null = null;
  #surname: NameToken | null = null;

  constructor(
    private readonly word: string,
    private readonly lists: NameLists,
  ) {}

  get given(): NameToken {
    return (this.#given ??= madeGiven(this.word, this.lists));
  }

  get surname(): NameToken {
    return (this.#surname ??= madeSurname(this.word, this.lists));
  }
}

function madeGiven(word: string, lists: NameLists): NameToken {
  if (lists.uncounted) {
    const token = givenToken(word, lists.uncounted);
    return { ...token, serial: (lastSerial += 1), frequency: lists.givenFrequency(token.key) };
  }
  const text = foldCase(word);
  const plain = plainKeyOfFolded(text);
  const key = isPlain(text) ? plain : keyOfFolded(text);
  const frequency = lists.givenFrequency(key);
  return made({
    text,
    key,
    plain,
    known: lists.isKnownGiven(text),
    frequency,
    groups: lists.groupsOf(text, key),
  });
}

function madeSurname(word: string, lists: NameLists): NameToken {
  if (lists.uncounted) {
    const token = surnameToken(word, lists.uncounted);
    return { ...token, serial: (lastSerial += 1), frequency: lists.surnameFrequency(token.key) };
  }
  const text = foldCase(word);
  const ofBoth = ofEitherSex(text);
  const plain = plainKeyOfFolded(text);
  const key = ofBoth === text && isPlain(text) ? plain : keyOfFolded(ofBoth);
  const frequency = lists.surnameFrequency(key);
  return made({ text, key, plain, known: lists.isKnownSurname(text), frequency, groups: [] });
}

/** Kowalska is Mrs Kowalski. */
function ofEitherSex(surname: string): string {
  return /.{3}[sc]ka$/u.test(surname) ? `${surname.slice(0, -1)}i` : surname;
}

/** Two spellings of one name, by rule. Known names that the rules would join by mistake stay apart. */
export function isSameName(a: NameToken, b: NameToken): boolean {
  if (a === b || a.text === b.text) return true;
  if (a.key !== b.key && a.plain !== b.plain) return false;
  if (!a.isConfusable || !b.isConfusable) return true;
  return !apart.has(`${a.text}|${b.text}`) && !apart.has(`${b.text}|${a.text}`);
}

/** Variants or pet names of one name: Lars and Lasse. */
export function isVariant(a: NameToken, b: NameToken): boolean {
  return a.groups.some((group) => b.groups.includes(group));
}

/** A slip of the finger. Two well-known names are never slips of each other: Kari is not a misspelt Mari. */
export function isSlip(a: NameToken, b: NameToken): boolean {
  return !(a.known && b.known) && isNear(a, b);
}

/** One letter off; two in long names. */
export function isNear(a: NameToken, b: NameToken): boolean {
  const [one, other] = [a.text.length, b.text.length];
  if (Math.min(one, other) < 2 || Math.max(one, other) < 3) return false;
  const allowed = Math.min(one, other) >= 8 ? 2 : 1;
  if (differingLetters(a, b) > 2 * allowed + 2) return false;
  return (
    editDistance(a.plain, b.plain, allowed) <= allowed ||
    editDistance(a.text, b.text, allowed) <= allowed ||
    editDistance(a.key, b.key, allowed) <= allowed
  );
}

/** More than a slip apart, and yet alike: «Robbn» and «Robert», «Mitchlel» and «Mitchell». Never two known names. */
export function isResembling(a: NameToken, b: NameToken): boolean {
  const [one, other] = [a.text.length, b.text.length];
  if ((a.known && b.known) || Math.min(one, other) < 4 || Math.max(one, other) < 5) return false;
  const allowed = Math.max(one, other) >= 9 ? 3 : 2;
  return differingLetters(a, b) <= 2 * allowed && editDistance(a.plain, b.plain, allowed) <= allowed;
}

function lettersIn(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index += 1) letters |= 1 << (text.charCodeAt(index) & 31);
  return letters;
}

/** How many letters only one of the two has; a slip brings at most two. */
function differingLetters(a: NameToken, b: NameToken): number {
  let rest = a.letters ^ b.letters;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

let lastSerial = -1;

function made(name: Pick<NameToken, 'text' | 'key' | 'plain' | 'known' | 'frequency' | 'groups'>): NameToken {
  const { text, key, plain, known, frequency, groups } = name;
  // Spellings of a name are in its groups too, so that the group alone finds them.
  const looks = groups.length > 0 ? groups.map((group) => `~${group}`) : [...new Set([key, plain])];
  return {
    serial: (lastSerial += 1),
    text,
    key,
    plain,
    known,
    groups,
    frequency,
    codes: looks.filter((look) => look !== '').map((look) => textHash(look) | 0),
    hash: textHash(key) >>> 0,
    own: textHash(text) | 0,
    bones: textHash(skeleton(key)) | 0,
    initial: textHash(key.slice(0, 1)) | 0,
    isConfusable: confusable.has(text),
    letters: lettersIn(plain),
  };
}

/** Different names that share a key. */
const apart = new Set([
  'anne|ane',
  'anh|ann',
  'lina|linda',
  'mina|minda',
  'melina|melinda',
  'janne|jane',
  'ellen|ellend',
  'jorunn|jørund',
  'jorun|jorund',
  'jan|jean',
  'toni|tonje',
  'ina|jenna',
  'sana|sanna',
  'said|sajid',
  'vilde|wille',
  'synne|sine',
  'milda|milla',
  'tilda|tilla',
  'ole|olle',
  'tan|thanh',
  'thien|thinh',
  'anthony|antonie',
  'arild|ariel',
]);

const confusable = new Set([...apart].flatMap((pair) => pair.split('|')));
