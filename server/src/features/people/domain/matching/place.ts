import { norwegianKey } from '../names/norwegian-key.js';
import { remembered } from '../names/remembered.js';

/**
 * Keys of every place a text may mean: «Heimdal/Trondheim», «Hamar vest», «Byåsen, Trondheim». Directions and words
 * around the place are left out; a word of several counts for itself when it is a place that is known.
 */
export function placeKeys(
  texts: readonly (string | null)[],
  isKnown: (key: string) => boolean,
): readonly string[] {
  let keys: readonly string[] = [];
  for (const text of texts) {
    if (text === null) continue;
    const { whole, words } = placesIn(text);
    const own = words.length === 0 ? whole : [...whole, ...words.filter((key) => isKnown(key))];
    keys = keys.length === 0 ? own : [...keys, ...own.filter((key) => !keys.includes(key))];
  }
  return keys;
}

interface Places {
  readonly whole: readonly string[];
  readonly words: readonly string[];
}

const placesIn = remembered((text): Places => {
  const [whole, single] = [new Set<string>(), new Set<string>()];
  for (const part of text.slice(0, 120).split(/[,/;()]+|\s[-–]\s/u)) {
    const words = part.split(/\s+/u).filter((word) => word !== '' && !around.has(word.toLowerCase()));
    const key = aliased(norwegianKey(words.join('')));
    if (key.length >= 2) whole.add(key);
    if (words.length > 1) for (const word of words) single.add(aliased(norwegianKey(word)));
  }
  return { whole: [...whole], words: [...single].filter((key) => key.length >= 4 && !whole.has(key)) };
});

/** The place named in an address that is only talk: «bor på Byåsen et sted». */
export function placeInTalk(street: string | null): string | null {
  if (street === null || !street.includes(' ')) return null;
  return /\b(?:på|i|ved|utenfor|utanfor|nær)\s+(\p{Lu}[\p{L}-]+)/u.exec(street)?.[1] ?? null;
}

/** Key of a country; null for Norway and for nothing written. */
export function countryKey(country: string | null): string | null {
  return country === null ? null : foreignKey(country) || null;
}

const foreignKey = remembered((country) => {
  const key = norwegianKey(country);
  return norway.has(key) ? '' : (countries.get(key) ?? key);
});

function aliased(key: string): string {
  return aliases.get(key) ?? key;
}

const around = new Set([
  'i',
  'på',
  'ved',
  'vest',
  'øst',
  'nord',
  'sør',
  'aust',
  'syd',
  'sentrum',
  'by',
  'et',
  'sted',
  'bor',
  'kommune',
  'omegn',
]);
const aliases = new Map(
  [
    ['tr.heim', 'Trondheim'],
    ['trheim', 'Trondheim'],
    ['trondhjem', 'Trondheim'],
    ['trh', 'Trondheim'],
    ['kr.sand', 'Kristiansand'],
    ['krsand', 'Kristiansand'],
    ['gøteborg', 'Göteborg'],
    ['gothenburg', 'Göteborg'],
    ['copenhagen', 'København'],
  ].map(([from, to]) => [norwegianKey(from ?? ''), norwegianKey(to ?? '')]),
);
const norway = new Set(['no', 'nor', 'norge', 'noreg', 'norvai', 'norvei'].map((name) => norwegianKey(name)));
const countries = new Map(
  [
    ['se', 'Sverige'],
    ['sweden', 'Sverige'],
    ['dk', 'Danmark'],
    ['denmark', 'Danmark'],
    ['fi', 'Finland'],
    ['de', 'Tyskland'],
    ['germany', 'Tyskland'],
    ['gb', 'England'],
    ['uk', 'England'],
    ['storbritannia', 'England'],
    ['us', 'USA'],
    ['au', 'Australia'],
    ['es', 'Spania'],
    ['spain', 'Spania'],
  ].map(([from, to]) => [norwegianKey(from ?? ''), norwegianKey(to ?? '')]),
);
