import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PairAnswer, ReviewCase } from '@savner/contract/people';
import { TipRow } from '../src/features/tips/tip.entity.js';
import { Database } from '../src/platform/database/database.js';
import { newId } from '../src/platform/ids.js';
import { startTestApp, type TestApp, type TestUser } from './app-harness.js';
import type { TipWords } from './give-tips.js';
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

const address = { street: 'Storgata 9', postcode: '2500' };
const per: TipWords = { firstNames: 'Per', lastName: 'Røsås', ...address };
/** Grandfather, father and son: only somebody who knows them can tell how many they are. */
const threePers = [1931, 1957, 1991].map((birthYear) => ({ ...per, birthYear }));

function pairs(asked: ReviewCase | undefined, verdictOf: (a: number, b: number) => PairAnswer['verdict']) {
  const tips = asked?.sides.map(({ tipId }) => tipId) ?? [];
  return tips.flatMap((tipA, a) =>
    tips.slice(a + 1).map((tipB, offset) => ({ tipA, tipB, verdict: verdictOf(a, a + 1 + offset) })),
  );
}

const idOf = (answer: { readonly json: unknown }) => (answer.json as { decisionId: string }).decisionId;

describe('questions that hang together', () => {
  it('are one case, with every side, why each pair is asked about, and all of them as one', async () => {
    const tips = await desk.give(threePers);
    const cases = await desk.cases();
    expect(cases).toHaveLength(1);
    expect(cases[0]?.sides.map(({ tipId }) => tipId)).toEqual(tips);
    expect(cases[0]?.questions.map(({ a, b }) => [a, b]).sort()).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(cases[0]).toMatchObject({ merged: { displayName: 'Per Røsås', tipCount: 3 }, parted: [] });
    expect(cases[0]?.fields.find(({ field }) => field === 'birthYear')).toEqual({
      field: 'birthYear',
      values: ['1931', '1957', '1991'],
      state: 'different',
    });
  });

  it('are answered «all the same» in one act, and undone in one step', async () => {
    await desk.give(threePers);
    const before = await desk.everything();
    const [asked] = await desk.cases();
    const answer = await desk.answer(
      'person',
      pairs(asked, () => 'same'),
    );
    expect(answer.status).toBe(201);
    expect(await desk.households()).toMatchObject([{ personCount: 1, tipCount: 3, stage: 'ready_for_card' }]);
    expect(await desk.decisions()).toMatchObject([{ verdict: 'same', groups: [[{}, {}, {}]] }]);
    await desk.undo(idOf(answer));
    expect(await desk.everything()).toEqual(before);
  });

  it('are answered «none is the same» in one act, and stay away when everything is matched again', async () => {
    await desk.give(threePers);
    const [asked] = await desk.cases();
    await desk.answer(
      'person',
      pairs(asked, () => 'not_same'),
    );
    await desk.rematch();
    expect(await desk.cases()).toEqual([]);
    expect(await desk.households()).toMatchObject([{ personCount: 3, stage: 'ready_for_card' }]);
    expect(await desk.decisions()).toMatchObject([{ verdict: 'not_same', groups: [[{}], [{}], [{}]] }]);
  });

  it('some of them the same: the picked become one, the rest is still asked about among themselves', async () => {
    await desk.give([...threePers, { ...per, birthYear: 2012 }]);
    const before = await desk.everything();
    const [asked] = await desk.cases();
    const isPicked = (place: number) => place < 2;
    const picked = pairs(asked, (a, b) => (isPicked(a) && isPicked(b) ? 'same' : 'not_same')).filter(
      (_, index) => index < 5,
    );
    const answer = await desk.answer('person', picked);
    expect(await desk.households()).toMatchObject([{ personCount: 3, tipCount: 4 }]);
    const left = await desk.cases();
    expect(left.map(({ sides }) => sides.map(({ tipId }) => tipId))).toEqual([
      asked?.sides.slice(2).map(({ tipId }) => tipId),
    ]);
    expect(await desk.decisions()).toMatchObject([{ verdict: 'mixed', groups: [[{}, {}], [{}], [{}]] }]);
    await desk.undo(idOf(answer));
    expect(await desk.everything()).toEqual(before);
  });

  it('show which sides an answer already holds apart, and refuse to join them', async () => {
    const [grandfather, , son] = await desk.give(threePers);
    await desk.decide(grandfather, son, 'not_same');
    const [asked] = await desk.cases();
    expect(asked?.parted).toEqual([{ a: 0, b: 2 }]);
    expect(
      await desk.answer(
        'person',
        pairs(asked, () => 'same'),
      ),
    ).toMatchObject({ status: 409 });
    expect(await desk.decisions()).toHaveLength(1);
  });

  it('show what some of them would be as one', async () => {
    const tips = await desk.give(threePers);
    const preview = await coordinator.send(
      'GET',
      `${desk.url}/matches/preview?kind=person&tips=${tips.slice(1).join(',')}`,
    );
    expect(preview.json).toMatchObject({ namesOnCard: ['Per Røsås', 'Per Røsås'], tipCount: 3 });
    const other = await openDesk(server, coordinator);
    const stranger = await coordinator.send(
      'GET',
      `${other.url}/matches/preview?kind=person&tips=${tips.slice(1).join(',')}`,
    );
    expect(stranger.status).toBe(404);
  });
});

describe('«does not live there»', () => {
  it('said of two tips the machine took for one person takes them apart: nobody is at home twice', async () => {
    const jon = { firstNames: 'Jon', lastName: 'Nordmo', birthYear: 1985, phone: '+4790000001' };
    const [a, b] = await desk.give([jon, jon]);
    const before = await desk.everything();
    expect(await desk.households()).toMatchObject([{ personCount: 1, tipCount: 2 }]);
    const answer = await desk.answer('household', [{ tipA: a ?? '', tipB: b ?? '', verdict: 'not_same' }]);
    expect(await desk.households()).toMatchObject([
      { personCount: 1, tipCount: 1 },
      { personCount: 1, tipCount: 1 },
    ]);
    expect(await desk.cases()).toEqual([]);
    await desk.undo(idOf(answer));
    expect(await desk.everything()).toEqual(before);
  });
});

describe('an answer that is sent twice', () => {
  it('with the same key is stored once', async () => {
    const [a, b] = await desk.give(threePers.slice(1));
    const key = newId();
    const send = () => desk.answer('person', [{ tipA: a ?? '', tipB: b ?? '', verdict: 'not_same' }], key);
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(idOf(second)).toBe(idOf(first));
    expect(await desk.decisions()).toHaveLength(1);
  });

  it('is refused when the key has been used for another answer', async () => {
    const [a = '', b = ''] = await desk.give(threePers.slice(1));
    const key = newId();
    const send = (verdict: 'same' | 'not_same') =>
      desk.answer('person', [{ tipA: b, tipB: a, verdict }], key);
    expect((await send('not_same')).status).toBe(201);
    expect(await send('same')).toMatchObject({
      status: 409,
      json: { message: expect.stringMatching(/^key:/) as unknown },
    });
    expect(await desk.decisions()).toHaveLength(1);
  });
});

describe('the order of the cases', () => {
  it('puts what saves most first, and says it; then the day somebody must be informed', async () => {
    const later = new Date('2026-01-20T08:00:00.000Z');
    await desk.give([
      ...threePers.slice(1).map((tip) => ({ ...tip, receivedAt: later })),
      { firstNames: 'Ola', lastName: 'Lien', birthYear: 1940, street: 'Kirkeveien 3', postcode: '7361' },
      { firstNames: 'Ola', lastName: 'Lien', birthYear: 1975, street: 'Kirkeveien 3', postcode: '7361' },
      { firstNames: 'Berit', lastName: 'Dahl', street: 'Nygata 4', postcode: '2500' },
      { firstNames: 'Magnus', lastName: 'Holm', street: 'Nygata 4', postcode: '2500' },
    ]);
    const order = (await desk.cases()).map(({ saves, sides }) => [saves.what, sides[0]?.displayName]);
    expect(order).toEqual([
      ['cards', 'Berit Dahl'],
      ['waiting_card', 'Ola Lien'],
      ['waiting_card', 'Per Røsås'],
    ]);
  });

  it('comes to a card that must not be sent before everything else', async () => {
    await desk.give([
      { firstNames: 'Berit', lastName: 'Dahl', street: 'Nygata 4', postcode: '2500' },
      { firstNames: 'Magnus', lastName: 'Holm', street: 'Nygata 4', postcode: '2500' },
      { firstNames: 'Siri', lastName: 'Moen', street: 'Elveveien 8', postcode: '2500' },
      { firstNames: 'Trond', lastName: 'Kvam', street: 'Elveveien 8', postcode: '2500' },
    ]);
    const siri = (await desk.households()).find(({ displayName }) => displayName === 'Siri Moen');
    await coordinator.send('POST', `${desk.url}/households/${siri?.id ?? ''}/block`, {
      reason: 'suppressed',
    });
    expect((await desk.cases()).map(({ saves }) => saves)).toEqual([
      { what: 'stopped_card', count: 1 },
      { what: 'cards', count: 2 },
    ]);
  });

  it('is kept by the pages: every case once, none lost', async () => {
    await desk.give(
      Array.from({ length: 14 }, (_, index) => index).flatMap((index) => [
        { firstNames: 'Berit', lastName: 'Dahl', street: `Nygata ${index + 1}`, postcode: '2500' },
        { firstNames: 'Magnus', lastName: 'Holm', street: `Nygata ${index + 1}`, postcode: '2500' },
      ]),
    );
    const all = await desk.cases('pageSize=200');
    const paged = [1, 2, 3, 4].map((page) => desk.cases(`pageSize=5&page=${page}`));
    const ids = (await Promise.all(paged)).flat().map(({ id }) => id);
    expect(ids).toEqual(all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('matching everything again', () => {
  it('says how many tips, merges and questions came of it', async () => {
    await desk.give(threePers);
    expect(await desk.newestRun()).toBeNull();
    await desk.rematch();
    expect(await desk.newestRun()).toMatchObject({
      job: { state: 'succeeded' },
      startedBy: 'Koordinator Prøvestad',
      result: { tips: 3, merged: 0, parted: 0, newQuestions: 0 },
    });
    expect((await coordinator.send('PATCH', desk.url, { version: 2, state: 'closed' })).status).toBe(200);
    expect((await coordinator.send('POST', `${desk.url}/matches/rematch`)).status).toBe(409);
  });

  it('counts what it puts together and takes apart', async () => {
    const words = { firstNames: 'Jon', lastName: 'Nordmo', birthYear: 1985, phone: '+4790000001' };
    const [, other] = await desk.give([words, { firstNames: 'Berit', lastName: 'Hagen', birthYear: 1950 }]);
    const rewrite = async (changed: TipWords) => {
      const database = server.get(Database);
      await database.transaction(() => database.writer.update(TipRow, { id: other }, changed));
      await desk.rematch();
      return (await desk.newestRun())?.result;
    };
    expect(await rewrite(words)).toMatchObject({ tips: 2, merged: 1, parted: 0 });
    expect(
      await rewrite({ firstNames: 'Berit', lastName: 'Hagen', birthYear: 1950, phone: null }),
    ).toMatchObject({
      merged: 0,
      parted: 1,
    });
  });
});
