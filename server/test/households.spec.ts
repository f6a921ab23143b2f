import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestUser } from './app-harness.js';
import { HouseholdFacts, HouseholdsReader } from '../src/features/people/index.js';
import { Database } from '../src/platform/database/database.js';
import type { TipWords } from './give-tips.js';
import { openDesk, type PeopleDesk } from './people-desk.js';
import { householdTruth, pairFigures, pairsWithin, personTruth } from './pair-figures.js';
import { sampleTips } from './sample-tips.js';

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

const jon: TipWords = { firstNames: 'Jon', lastName: 'Nordmo', place: 'Oslo', birthYear: 1985 };
const address = { street: 'Storgata 9', postcode: '2500' };

describe('the whole sample, through the job', () => {
  it('is matched within seconds, as well as in memory', async () => {
    const { tips, truth } = sampleTips();
    const started = performance.now();
    const ids = await desk.give(tips);
    const seconds = (performance.now() - started) / 1000;
    const names = tips.map(({ id }) => id);
    const persons = pairFigures(pairsWithin(await desk.groups('person', ids, names)), truth, personTruth);
    const found = pairFigures(pairsWithin(await desk.groups('household', ids, names)), truth, householdTruth);
    const { counts } = (await coordinator.send('GET', `${desk.url}/households`)).json as { counts: object };
    process.stdout.write(
      `${tips.length} tips through the job: ${seconds.toFixed(2)} s, persons F1 ${persons.f1.toFixed(3)}, households F1 ${found.f1.toFixed(3)}, ${JSON.stringify(counts)}\n`,
    );
    expect(persons.f1).toBeGreaterThanOrEqual(0.95);
    expect(persons.precision).toBeGreaterThanOrEqual(0.99);
    expect(found.f1).toBeGreaterThanOrEqual(0.93);
    expect(seconds).toBeLessThan(8);
  });
});

describe('a household', () => {
  it('is corrected by hand, and the slower of two editors is told', async () => {
    await desk.give([jon]);
    const [row] = await desk.households();
    const change = (version: number) =>
      coordinator.send('PATCH', `${desk.url}/households/${row?.id ?? ''}`, {
        version,
        changes: [
          { kind: 'prefer_address', street: 'Kirkeveien 3', postcode: '7361' },
          { kind: 'prefer_phone', phone: '900 00 004' },
        ],
      });
    const changed = await change(row?.version ?? 0);
    expect(changed.json).toMatchObject({
      stage: 'ready_for_card',
      address: { street: 'Kirkeveien 3', postcode: '7361', place: 'Røros' },
      phones: [{ number: '+4790000004' }],
    });
    expect(await change(row?.version ?? 0)).toMatchObject({ status: 409, json: { code: 'conflict' } });
    await desk.rematch();
    expect(await desk.onlyHousehold()).toMatchObject({ address: { street: 'Kirkeveien 3' } });
  });

  it('learns from calls: a dead number goes last, the wrong person goes back to sorting, a block stops everything', async () => {
    await desk.give([{ ...jon, ...address, phone: '+4790000005' }]);
    const { id } = await desk.onlyHousehold();
    const source = { origin: 'call', byId: coordinator.userId, by: 'Ringer Prøvestad', why: '' } as const;
    const facts = server.get(HouseholdFacts);
    await facts.learn(
      id,
      [
        { kind: 'phone_dead', phone: '+4790000005' },
        { kind: 'prefer_phone', phone: '+4790000006' },
      ],
      source,
    );
    expect((await desk.onlyHousehold()).phones).toEqual([
      { number: '+4790000006', state: 'ok' },
      { number: '+4790000005', state: 'dead' },
    ]);
    server.clock.advance({ minutes: 1 });
    await facts.learn(id, [{ kind: 'wrong_person' }], source);
    expect(await desk.onlyHousehold()).toMatchObject({ stage: 'sorting', sortingReason: 'wrong_person' });
    await facts.block(id, 'deceased', source);
    expect(await desk.onlyHousehold()).toMatchObject({ stage: 'blocked', blockReason: 'deceased' });
    expect(await server.get(HouseholdsReader).readyForCard(desk.campaignId)).toEqual([]);
  });

  it('is found whether å is written å or aa, and stands in Norwegian order', async () => {
    await desk.give([
      { firstNames: 'Kari', lastName: 'Ødegård', place: 'Oslo' },
      { firstNames: 'Ola', lastName: 'Aasen', place: 'Oslo' },
      { firstNames: 'Siri', lastName: 'Berg', place: 'Oslo' },
    ]);
    expect((await desk.households()).map(({ displayName }) => displayName)).toEqual([
      'Siri Berg',
      'Kari Ødegård',
      'Ola Aasen',
    ]);
    expect(await desk.households('search=odegaard')).toMatchObject([{ displayName: 'Kari Ødegård' }]);
    expect(await desk.households('search=Åsen+ola')).toMatchObject([{ displayName: 'Ola Aasen' }]);
    expect(await desk.households('search=100%25')).toEqual([]);
  });

  it('is read by the mayor of its municipality, and by no other', async () => {
    await desk.give([{ ...jon, municipality: '3427' }]);
    const { id } = await desk.onlyHousehold();
    const own = await server.signedIn(['mayor'], '3427');
    const other = await server.signedIn(['mayor'], '3426');
    expect((await own.send('GET', `${desk.url}/households/${id}`)).status).toBe(200);
    expect((await other.send('GET', `${desk.url}/households/${id}`)).status).toBe(404);
    expect((await other.send('GET', `${desk.url}/households`)).json).toMatchObject({
      households: [],
      total: 0,
    });
    expect((await own.send('GET', `${desk.url}/matches`)).status).toBe(403);
    await coordinator.send('POST', `${desk.url}/households/${id}/block`, { reason: 'protected' });
    expect((await own.send('GET', `${desk.url}/households/${id}`)).status).toBe(404);
    expect((await own.send('GET', `${desk.url}/households`)).json).toMatchObject({ households: [] });
  });

  it('hides the tips about shielded people from a mayor with them, in the list as well, and from no coordinator', async () => {
    const mayor = await server.signedIn(['mayor'], '3427');
    const [tip] = await desk.give([{ municipality: '3427', firstNames: 'Skjermet', lastName: 'Prøvestad' }]);
    const [home] = await desk.homesOf([tip]);
    const seen = async (who: TestUser) => {
      const list = (await who.send('GET', `${desk.url}/tips?search=skjermet`)).json as { total: number };
      return [(await who.send('GET', `${desk.url}/tips/${tip}`)).status, list.total];
    };
    expect(await seen(mayor)).toEqual([200, 1]);
    await coordinator.send('POST', `${desk.url}/households/${home}/block`, { reason: 'protected', why: '' });
    expect(await seen(mayor)).toEqual([404, 0]);
    expect(await seen(coordinator)).toEqual([200, 1]);
  });
});

describe('a tip that is deleted', () => {
  it('leaves no feature, key, edge, answer or membership', async () => {
    const [a, b, alone] = await desk.give([
      jon,
      { ...jon, phone: '+4790000007' },
      { firstNames: 'Berit', lastName: 'Hagen' },
    ]);
    await desk.decide(a, alone, 'not_same');
    const before = (await desk.homesOf([b]))[0];
    await desk.erase([a ?? '', alone ?? '']);
    for (const [table, columns] of traces) {
      for (const column of columns) {
        const rows = await server
          .get(Database)
          .select(`SELECT 1 FROM ${table} WHERE ${column} IN (?, ?)`, [a, alone]);
        expect([table, column, rows.length]).toEqual([table, column, 0]);
      }
    }
    const after = await desk.onlyHousehold();
    expect(after).toMatchObject({ id: before, tipCount: 1, phones: [{ number: '+4790000007' }] });
    await desk.rematch();
    expect((await desk.onlyHousehold()).id).toBe(before);
  });
});

const traces = [
  ['tip_feature', ['tip_id']],
  ['match_key', ['tip_id']],
  ['match_edge', ['tip_a', 'tip_b']],
  ['match_decision', ['tip_a', 'tip_b']],
  ['match_question', ['tip_a', 'tip_b']],
  ['membership', ['tip_id']],
] as const;
