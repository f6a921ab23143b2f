import { editDistance } from './edit-distance.js';
import type { NameLists } from './name-lists.js';
import { foldCase, norwegianKey, plainKey } from './norwegian-key.js';

/** One word of a name with all that comparing needs, computed once. */
export interface NameToken {
  /** Small letters, as written otherwise. */
  readonly text: string;
  readonly key: string;
  readonly plain: string;
  /** In the list of known names of its sort (given or surname). */
  readonly known: boolean;
  readonly groups: readonly string[];
  /** Share of people with the name, 0-1. */
  readonly frequency: number;
}

export function givenToken(word: string, lists: NameLists): NameToken {
  return {
    ...spelling(word),
    known: lists.isKnownGiven(word),
    groups: lists.groupsOf(word),
    frequency: lists.givenFrequency(word),
  };
}

export function surnameToken(word: string, lists: NameLists): NameToken {
  return {
    ...spelling(word),
    known: lists.isKnownSurname(word),
    groups: [],
    frequency: lists.surnameFrequency(word),
  };
}

/** Two spellings of one name, by rule. Known names that the rules would join by mistake stay apart. */
export function isSameName(a: NameToken, b: NameToken): boolean {
  if (a.text === b.text) return true;
  if (a.key !== b.key && a.plain !== b.plain) return false;
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
  const shortest = Math.min(a.text.length, b.text.length);
  if (shortest < 3) return false;
  const allowed = shortest >= 8 ? 2 : 1;
  return (
    editDistance(a.key, b.key, allowed) <= allowed ||
    editDistance(a.plain, b.plain, allowed) <= allowed ||
    editDistance(a.text, b.text, allowed) <= allowed
  );
}

function spelling(word: string): Pick<NameToken, 'text' | 'key' | 'plain'> {
  return { text: foldCase(word), key: norwegianKey(word), plain: plainKey(word) };
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
