import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shippedModel } from '../domain/matching/model.js';
import { matchFile } from './match-file.js';

const header = 'tips_id;kommune;fornavn;etternavn;fødselsår;telefon;sted';

async function matched(rows: readonly string[], members = 1) {
  const [pairs, clusters]: [string[], string[]] = [[], []];
  const into = (pieces: string[]) => (piece: string | Uint8Array) =>
    Promise.resolve(void pieces.push(Buffer.from(piece as Uint8Array).toString()));
  const summary = await matchFile(
    { bytes: Buffer.from(`${[header, ...rows].join('\n')}\n`) },
    { model: shippedModel, automaticFrom: 0.95, explanation: 'short' },
    { pairs: into(pairs), clusters: into(clusters) },
    members,
  );
  const lines = (pieces: string[]) => pieces.join('').trimEnd().split('\n').slice(1);
  return { ...summary, pairs: lines(pairs), clusters: lines(clusters) };
}

/** Who is with whom, whatever the groups are called. */
function groups(clusters: readonly string[], column: 1 | 2): string[][] {
  const found = new Map<string, string[]>();
  for (const row of clusters) {
    const cells = row.split(';');
    const group = cells[column] ?? '';
    found.set(group, [...(found.get(group) ?? []), cells[0] ?? '']);
  }
  return [...found.values()]
    .map((group) => group.sort())
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

const misspelt = [
  '3427;Gudbrand;Prøvehaugh;1961;90000001;Oslo',
  '3427;Gudbrand;Prøvehauk;1961;90000001;Oslo',
  '3427;Gudbran;Prøvehaug;1961;90000001;Oslo',
  '3427;Gudbrand;Prøvehaug;1962;90000001;Bærum',
  '3426;Gudbrand;Prøvehaug;1961;90000001;',
  '3427;Gudbrand;Prøvehaug;1961;;Oslo',
];
const popular = Array.from(
  { length: 200 },
  (_, index) =>
    `p${index};${index % 4 === 0 ? (misspelt[(index / 4) % 6] ?? '') : '3427;Gudbrand;Prøvehaug;1961;90000001;Oslo'}`,
);
const given = ['Anne', 'Bjørn', 'Cecilie', 'Dag', 'Eva', 'Fredrik', 'Grete', 'Harald', 'Ingrid', 'Jon'];
const surnames =
  'Almskog Blåmeis Djupvåg Eidsberget Fugleli Gauksveen Hvitkråke Jutulrud Kvernstrøm Lonkan Myrvold Nøkleby Ostermark Pukerud Ryphus Skjæret Tjernsli Uvdal Vrålien Wangbø'.split(
    ' ',
  );
const office = Array.from(
  { length: 200 },
  (_, index) => `o${index};3427;${given[index % 10]};${surnames[Math.floor(index / 10)]};;62000000;Tynset`,
);

describe('a list with many who share something', () => {
  it('has one person where two hundred tips, some misspelt, are about her, and says that not all were compared', async () => {
    const found = await matched(popular);
    expect([found.persons, found.households, found.crowded]).toEqual([1, 1, 200]);
    expect(found.pairs).toHaveLength((200 * 199) / 2);
    expect(new Set(found.pairs.map((line) => line.split(';').slice(0, 2).sort().join())).size).toBe(
      (200 * 199) / 2,
    );
  });

  it('has two hundred persons, and as many households, on the telephone of an office', async () => {
    const found = await matched(office);
    expect([found.persons, found.households]).toEqual([200, 200]);
    const withoutPhone = await matched(office.map((row) => row.replace('62000000', '')));
    expect(found.review).toBeLessThanOrEqual(withoutPhone.review);
  });

  it('has the same persons and households in any order, and however many share the work', async () => {
    const rows = [...popular, ...office.map((row) => row.replace('62000000', '90000001'))];
    const expected = await matched(rows);
    const shape = ({ clusters }: typeof expected) => [groups(clusters, 1), groups(clusters, 2)];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.integer({ min: 1, max: 3 }),
        async (shuffled, members) => {
          const found = await matched(shuffled, members);
          expect(shape(found)).toEqual(shape(expected));
          expect([found.automatic, found.review, found.crowded]).toEqual([
            expected.automatic,
            expected.review,
            expected.crowded,
          ]);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('tells the pairs of a person with thousands of tips with her first tip alone', async () => {
    const many = Array.from(
      { length: 1_500 },
      (_, index) => `m${index};3427;Gudbrand;Prøvehaug;1961;90000001;Oslo`,
    );
    const found = await matched(many);
    expect([found.persons, found.pairs.length]).toEqual([1, 1_499]);
  });

  it('has tips apart that say the same, but too little to be one', async () => {
    const vague = Array.from({ length: 5 }, (_, index) => `v${index};3427;Anne;Hansen;;;`);
    const found = await matched([...vague, ...office]);
    expect(groups(found.clusters, 1).filter((group) => group.length > 1)).toEqual([]);
    expect(found.pairs.filter((line) => /^v\d;v\d;.*;review;/.test(line))).toHaveLength(10);
  });
});
