import type { TipFeatures } from '../matching/features.js';
import { type KeyKind, keysByKind } from '../matching/keys.js';
import type { Field } from '../matching/levels.js';

/** Selective kinds of keys, and the fields that agree because of the key: those say nothing about m there. */
export const trainingBlocks: Partial<Readonly<Record<KeyKind, readonly Field[]>>> = {
  phone: ['phone'],
  email: ['email'],
  namesHome: ['given', 'surname', 'home'],
  namesYear: ['given', 'surname', 'year'],
  namesPlace: ['given', 'surname', 'place'],
  surnameDoor: ['surname', 'place'],
  givenDoor: ['given', 'place'],
  givenHomePlace: ['given', 'home', 'place'],
};

/** Keys with more holders than this are not selective. */
export const mostHolders = 20;
const mostPairsPerBlock = 100_000;

/** Two tips by their place in the list, the lower first. */
export type IndexPair = readonly [number, number];

/** For every kind of block, the pairs of tips that share one of its keys, once each. */
export function pairsPerBlock(
  tips: readonly TipFeatures[],
  random: () => number,
): ReadonlyMap<KeyKind, readonly IndexPair[]> {
  const holders = new Map<KeyKind, Map<number, number[]>>();
  for (const [index, tip] of tips.entries()) {
    if (tip.kind !== 'person') continue;
    for (const { kind, key } of keysByKind(tip)) {
      if (!(kind in trainingBlocks)) continue;
      const keys = holders.get(kind) ?? new Map<number, number[]>();
      holders.set(kind, keys);
      const held = keys.get(key);
      if (held) held.push(index);
      else keys.set(key, [index]);
    }
  }
  return new Map([...holders].map(([kind, keys]) => [kind, pairsOf([...keys.values()], random)]));
}

function pairsOf(groups: readonly (readonly number[])[], random: () => number): IndexPair[] {
  const found = new Map<string, IndexPair>();
  const selective = groups.filter(({ length }) => length > 1 && length <= mostHolders);
  for (const group of shuffled(selective, random)) {
    if (found.size >= mostPairsPerBlock) break;
    for (const [place, a] of group.entries())
      for (const b of group.slice(place + 1)) found.set(`${a}|${b}`, [a, b]);
  }
  return [...found.values()];
}

/** Pairs picked at random, every pair when there are not more of them than that. */
export function randomPairs(tips: readonly TipFeatures[], most: number, random: () => number): IndexPair[] {
  const persons = [...tips.keys()].filter((index) => tips[index]?.kind === 'person');
  const pairs: IndexPair[] = [];
  if ((persons.length * (persons.length - 1)) / 2 <= most) {
    for (const [place, a] of persons.entries()) for (const b of persons.slice(place + 1)) pairs.push([a, b]);
    return pairs;
  }
  while (pairs.length < most) {
    const [a, b] = [pick(persons, random), pick(persons, random)];
    if (a !== b) pairs.push(a < b ? [a, b] : [b, a]);
  }
  return pairs;
}

function pick(indexes: readonly number[], random: () => number): number {
  return indexes[Math.floor(random() * indexes.length)] ?? 0;
}

/** The same items in an order of chance. */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
