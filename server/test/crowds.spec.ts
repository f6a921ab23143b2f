import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '../src/platform/database/database.js';
import { startTestApp, type TestApp, type TestUser } from './app-harness.js';
import { eraseTips, type TipWords } from './give-tips.js';
import { openDesk, type PeopleDesk } from './people-desk.js';

let server: TestApp;
let coordinator: TestUser;
let desk: PeopleDesk;

beforeAll(async () => {
  server = await startTestApp();
  coordinator = await server.signedIn(['coordinator'], null, 'Koordinator Prøvestad');
});
afterAll(() => server.close());
beforeEach(async () => {
  desk = await openDesk(server, coordinator);
});

const popular: TipWords = {
  firstNames: 'Gudbrand',
  lastName: 'Prøvehaug',
  birthYear: 1961,
  phone: '+4790000001',
  place: 'Oslo',
};

/** What people make of one name, one year and one place. */
const misspelt: readonly Partial<TipWords>[] = [
  { lastName: 'Prøvehaugh' },
  { lastName: 'Prøvehauk' },
  { firstNames: 'Gudbran' },
  { firstNames: 'Gudbrandt', birthYear: null },
  { birthYear: 1962 },
  { lastName: 'Prövehaug', place: 'Bærum' },
  { phone: null },
  { place: null, municipality: '3426' },
];

function tipsAboutPopular(count: number): TipWords[] {
  return Array.from({ length: count }, (_, index) => ({
    ...popular,
    ...(index % 4 === 0 ? misspelt[(index / 4) % misspelt.length] : {}),
  }));
}

const given = ['Anne', 'Bjørn', 'Cecilie', 'Dag', 'Eva', 'Fredrik', 'Grete', 'Harald', 'Ingrid', 'Jon'];
const surnames =
  'Almskog Blåmeis Djupvåg Eidsberget Fugleli Gauksveen Hvitkråke Jutulrud Kvernstrøm Lonkan Myrvold Nøkleby Ostermark Pukerud Ryphus Skjæret Tjernsli Uvdal Vrålien Wangbø'.split(
    ' ',
  );

/** Every name once, up to two hundred. */
function office(count: number): TipWords[] {
  return Array.from({ length: count }, (_, index) => ({
    firstNames: given[index % 10] ?? '',
    lastName: surnames[Math.floor(index / 10)] ?? '',
    phone: '+4762000000',
    place: 'Tynset',
  }));
}

function shuffled<Item>(items: readonly Item[], step: number): number[] {
  return [...items.keys()].map((index) => (index * step) % items.length);
}

/** Given in pieces, in an order of their own; ids come back in the order of `tips`. */
async function giveInOrder(
  tips: readonly TipWords[],
  order: readonly number[],
  size: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < order.length; start += size) {
    const piece = order.slice(start, start + size);
    const came = await desk.give(piece.flatMap((index) => tips[index] ?? []));
    for (const [place, index] of piece.entries()) ids[index] = came[place] ?? '';
  }
  return ids;
}

async function edges(tipIds: readonly string[]): Promise<string[]> {
  const rows = await server
    .get(Database)
    .select<{ a: string; b: string; band: string; household: string }>(
      'SELECT tip_a AS a, tip_b AS b, band, household FROM match_edge WHERE campaign_id = ?',
      [desk.campaignId],
    );
  const placeOf = new Map(tipIds.map((id, index) => [id, index]));
  return rows
    .map(({ a, b, band, household }) => {
      const ends = [placeOf.get(a) ?? -1, placeOf.get(b) ?? -1].sort((one, other) => one - other);
      return `${ends.join(' ')} ${band} ${household}`;
    })
    .sort();
}

async function questions(): Promise<number> {
  const sql = 'SELECT COUNT(*) AS n FROM match_question WHERE campaign_id = ?';
  const [row] = await server.get(Database).select<{ n: number | string }>(sql, [desk.campaignId]);
  return Number(row?.n);
}

const persons = (tipIds: readonly string[]) => desk.groups('person', tipIds);
const sizes = (groups: readonly (readonly string[])[]) =>
  groups.map(({ length }) => length).sort((a, b) => b - a);

/** Hundreds of tips about one person, each settled with all the others. */
const slow = 120_000;

describe('somebody whom very many tip about', () => {
  it(
    'is one person before the hundred and fifty-first tip, with it, and after the two hundredth',
    async () => {
      const tips = tipsAboutPopular(200);
      const ids = await desk.give(tips.slice(0, 150));
      expect(sizes(await persons(ids))).toEqual([150]);
      ids.push(...(await desk.give(tips.slice(150, 151))));
      expect(sizes(await persons(ids))).toEqual([151]);
      for (const tip of tips.slice(151, 156)) ids.push(...(await desk.give([tip])));
      ids.push(...(await desk.give(tips.slice(156))));
      expect(sizes(await persons(ids))).toEqual([200]);
      const before = await edges(ids);
      await desk.rematch();
      expect(await edges(ids)).toEqual(before);
      expect(sizes(await persons(ids))).toEqual([200]);
      expect((await desk.newestRun())?.result?.crowded).toBe(200);
      expect(await desk.cases()).toEqual([]);
    },
    slow,
  );

  it(
    'stays one when those go that all the others were compared with',
    async () => {
      const tips = tipsAboutPopular(190);
      const ids = await desk.give(tips);
      // Hubs have the most edges.
      for (const share of [10, 20, 25]) {
        const degree = new Map<string, number>();
        const rows = await server
          .get(Database)
          .select<{ a: string; b: string }>(
            'SELECT tip_a AS a, tip_b AS b FROM match_edge WHERE campaign_id = ?',
            [desk.campaignId],
          );
        for (const { a, b } of rows) for (const end of [a, b]) degree.set(end, (degree.get(end) ?? 0) + 1);
        const gone = [...degree].sort(([, one], [, other]) => other - one).slice(0, share);
        const goneIds = gone.map(([id]) => id);
        await eraseTips(server, desk.campaignId, goneIds);
        for (const id of goneIds) ids.splice(ids.indexOf(id), 1);
        expect(sizes(await persons(ids))).toEqual([ids.length]);
        const before = await edges(ids);
        await desk.rematch();
        expect(await edges(ids)).toEqual(before);
      }
      expect(ids.length).toBeLessThan(151);
    },
    slow,
  );

  it(
    'is not torn apart by two who are told apart from her',
    async () => {
      const tips = tipsAboutPopular(160);
      const ids = await desk.give(tips);
      const [home] = await desk.households();
      expect((await desk.split(home?.id ?? '', ids[1], 'person')).status).toBe(201);
      expect(sizes(await persons(ids))).toEqual([159, 1]);
    },
    slow,
  );
});

describe('the telephone of an office', () => {
  it(
    'makes neither one person nor one household of two hundred, and asks no more than if nobody had written it',
    async () => {
      const tips = office(200);
      const withoutPhone = await desk.give(tips.map((tip) => ({ ...tip, phone: null })));
      expect((await persons(withoutPhone)).filter(({ length }) => length > 1)).toEqual([]);
      const asked = await questions();
      desk = await openDesk(server, coordinator);
      const ids = await desk.give(tips);
      expect((await persons(ids)).filter(({ length }) => length > 1)).toEqual([]);
      expect(await desk.groups('household', ids)).toHaveLength(200);
      expect(await questions()).toBe(asked);
    },
    slow,
  );
});

describe('a crowd', () => {
  it(
    'ends up the same in whatever order it comes',
    async () => {
      const tips = [
        ...tipsAboutPopular(170),
        ...office(160).map((tip) => ({ ...tip, phone: '+4790000001' })),
      ];
      const together = await desk.give(tips);
      const [expected, expectedEdges] = [await persons(together), await edges(together)];
      desk = await openDesk(server, coordinator);
      const ids = await giveInOrder(tips, shuffled(tips, 41), 60);
      expect(await persons(ids)).toEqual(expected);
      // Copies say the same, so that it makes no difference which of them stands for the others.
      expect(await edges(ids)).toHaveLength(expectedEdges.length);
    },
    slow,
  );
});
