import { foldCase, norwegianKey } from './norwegian-key.js';

/**
 * What is known about names; the lists are loaded outside and handed in. Asked for with the name's case folded (`text`),
 * or by its Norwegian key.
 */
export interface NameLists {
  /** The lists that these differ from in nothing but how common names are. */
  readonly uncounted?: NameLists;
  isKnownGiven(text: string): boolean;
  isKnownSurname(text: string): boolean;
  /** Groups of variants and pet names the name belongs to (Lars|Lasse); none for most names. */
  groupsOf(text: string, key: string): readonly string[];
  /** Estimated share of people with this given name, 0-1. */
  givenFrequency(key: string): number;
  /** Estimated share of people with this surname, 0-1. */
  surnameFrequency(key: string): number;
}

export interface NameListRows {
  /** `rank` 1 is the commonest within its sex; null when unknown. */
  readonly given: readonly { readonly name: string; readonly rank: number | null }[];
  readonly surnames: readonly { readonly name: string; readonly rank: number | null }[];
  readonly groups: readonly { readonly group: string; readonly names: readonly string[] }[];
}

/**
 * Makes the look-ups. Names are folded for case and marks only, so that Anne and Ane stay two known names.
 * Frequencies follow rank (Zipf with the head flattened, fitted by eye to published Norwegian shares);
 * spellings with one key share the commonest one's frequency.
 */
export function nameLists(rows: NameListRows): NameLists {
  const given = frequencies(rows.given, givenShare);
  const surnames = frequencies(rows.surnames, surnameShare);
  const knownGiven = new Set(rows.given.flatMap((row) => asTyped(foldCase(row.name))));
  const knownSurnames = new Set(rows.surnames.flatMap((row) => asTyped(foldCase(row.name))));
  const groups = groupsByName(rows.groups);
  return {
    isKnownGiven: (text) => knownGiven.has(text),
    isKnownSurname: (text) => knownSurnames.has(text),
    groupsOf: (text, key) => groups.get(text) ?? groups.get(key) ?? [],
    givenFrequency: (key) => given.get(key) ?? rare,
    surnameFrequency: (key) => surnames.get(key) ?? rare,
  };
}

/** As it is, and from a keyboard without æ, ø and å: Bjorn is no unknown name. */
function asTyped(name: string): string[] {
  const bare = name.replace(/æ/g, 'ae').replace(/ø/g, 'o').replace(/å/g, 'a');
  return bare === name
    ? [name]
    : [name, bare, name.replace(/æ/g, 'a').replace(/ø/g, 'oe').replace(/å/g, 'aa')];
}

const rare = 0.00002;
const givenShare = (rank: number) => 0.011 / (1 + rank / 18);
const surnameShare = (rank: number) => 0.0093 / (1 + rank / 13);

function frequencies(
  rows: readonly { readonly name: string; readonly rank: number | null }[],
  share: (rank: number) => number,
): Map<string, number> {
  const byKey = new Map<string, number>();
  for (const row of rows) {
    const key = norwegianKey(row.name);
    const frequency = row.rank === null ? rare : share(row.rank);
    byKey.set(key, Math.max(frequency, byKey.get(key) ?? 0));
  }
  return byKey;
}

function groupsByName(rows: NameListRows['groups']): Map<string, string[]> {
  const byName = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const name of row.names) {
      for (const spelling of [foldCase(name), norwegianKey(name)]) {
        byName.set(spelling, (byName.get(spelling) ?? new Set()).add(row.group));
      }
    }
  }
  return new Map([...byName].map(([name, groups]) => [name, [...groups]]));
}
