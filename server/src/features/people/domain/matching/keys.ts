import type { NameToken } from '../names/name-token.js';
import { skeleton } from '../names/norwegian-key.js';
import type { TipFeatures } from './features.js';

/** A key with more holders than this says too little, and is not followed. */
export const mostHolders = 150;

/**
 * The keys under which a tip is found: two tips are compared when they share one. The texts hold personal data;
 * what is stored is a keyed hash of each. Names are unordered within a key, so swapped fields meet too.
 */
export function blockingKeys(tip: TipFeatures): string[] {
  const keys = new Set<string>();
  const add = (kind: string, ...parts: (string | number | null | undefined)[]) => {
    if (parts.every((part) => part !== null && part !== undefined && part !== ''))
      keys.add(`${kind}:${parts.join('|')}`);
  };
  const home = tip.municipality;
  const given = spellings(tip.given.slice(0, 3));
  const surnames = unique(tip.surnames.slice(0, 4).flatMap((name) => [name.key, name.plain]));
  const door = tip.street?.number ? `${tip.street.street} ${tip.street.number}` : null;

  add('phone', tip.phone);
  add('email', tip.email);
  for (const surname of surnames) {
    add('surname-door', surname, door);
    add('surname-year-home', surname, tip.birthYear, home);
    for (const initial of unique(given.map((name) => name.slice(0, 1))))
      add('initial-surname-home', initial, surname, home);
    for (const place of tip.places) add('surname-home-place', surname, home, place);
  }
  for (const name of given) {
    add('given-door', name, door);
    for (const place of tip.places) {
      add('given-year-home-place', name, tip.birthYear, home, place);
      add('given-home-place', name, home, place);
    }
    for (const initial of unique(surnames.map((surname) => surname.slice(0, 1))))
      add('given-initial-home', name, initial, home);
    for (const surname of surnames) addNames(name, surname);
  }
  for (const member of tip.members) {
    const memberGiven = spellings(member.given.slice(0, 2));
    for (const name of memberGiven) {
      for (const place of tip.places) add('given-home-place', name, home, place);
      for (const surname of member.surnames) addPair('names-home', name, surname.key, home);
    }
  }
  for (const place of tip.places) add('door-place', door, place);
  add('door-postcode', door, tip.postcode);
  return [...keys];

  function addNames(name: string, surname: string): void {
    addPair('names-home', name, surname, home);
    addPair('bones-home', skeleton(name), skeleton(surname), home);
    if (tip.birthYear !== null) addPair('names-year', name, surname, String(tip.birthYear));
    for (const place of tip.places) addPair('names-place', name, surname, place);
  }

  function addPair(kind: string, one: string, other: string, where: string): void {
    const [first, second] = one < other ? [one, other] : [other, one];
    add(kind, first, second, where);
  }
}

function spellings(names: readonly NameToken[]): string[] {
  return unique(names.flatMap((name) => [name.key, name.plain, ...name.groups.map((group) => `~${group}`)]));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
