import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { HouseholdDetail, SourcedValue } from '@savner/contract/people';
import { HouseholdFacts } from '../src/features/people/index.js';
import { Database } from '../src/platform/database/database.js';
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

const kari: TipWords = {
  firstNames: 'Cathrine',
  lastName: 'Nordmo',
  birthYear: 1985,
  phone: '+4790000001',
  email: 'c@example.no',
  street: 'Storgata 9',
  postcode: '2500',
  tipperName: 'Siri Prøvestad',
  maySayName: true,
};
const other: TipWords = {
  firstNames: 'Berit',
  lastName: 'Hagen',
  birthYear: 1987,
  municipality: '5025',
  phone: '+4790000002',
  email: 'b@example.no',
  street: 'Kirkeveien 3',
  postcode: '7361',
};

/** Two tips that only a human can know to be about one person; gives the way to part them again. */
async function merged(): Promise<{ id: string; homes: readonly string[]; part: () => Promise<void> }> {
  const tips = await desk.give([kari, other]);
  const homes = await desk.homesOf(tips);
  const decided = await desk.decide(tips[0], tips[1], 'same');
  server.clock.advance({ minutes: 1 });
  const part = async () => {
    await desk.undo((decided.json as { decisionId: string }).decisionId);
  };
  return { id: homes[0] ?? '', homes, part };
}

const inUse = (values: readonly SourcedValue[]) => values.find(({ preferred }) => preferred);
const personOf = (household: HouseholdDetail) => household.persons[0];

async function choose(
  id: string,
  ...changes: Parameters<PeopleDesk['change']>[1][]
): Promise<HouseholdDetail> {
  const answer = await desk.change(id, ...changes);
  expect(answer.status).toBe(200);
  server.clock.advance({ minutes: 1 });
  return answer.json as HouseholdDetail;
}

describe('a value of a merged household', () => {
  it('stands with everybody who told it, and when; the tipper is named only with leave', async () => {
    const { id } = await merged();
    const { values } = await desk.household(id);
    expect(values.phones.map(({ value, automatic }) => [value, automatic])).toEqual([
      ['+4790000001', true],
      ['+4790000002', false],
    ]);
    expect(values.phones.map(({ sources }) => sources.map(({ origin, by }) => [origin, by]))).toEqual([
      [['tip', 'Siri Prøvestad']],
      [['tip', null]],
    ]);
    expect(values.municipalities.map(({ value }) => value)).toEqual(['3427', '5025']);
    expect(values.namesOnCard.map(({ lines }) => lines)).toEqual([['Cathrine Nordmo']]);
  });

  it('is chosen by hand in every field, with who chose it and when', async () => {
    const { id } = await merged();
    const personId = personOf(await desk.household(id))?.id ?? '';
    const household = await choose(
      id,
      { kind: 'prefer_phone', phone: '900 00 002' },
      { kind: 'prefer_email', email: 'b@example.no' },
      { kind: 'prefer_address', street: 'Kirkeveien 3', postcode: '7361', place: null, country: null },
      { kind: 'move_municipality', municipality: '5025' },
      { kind: 'prefer_birth_year', personId, birthYear: 1987 },
      { kind: 'prefer_person_name', personId, given: 'Berit', surname: 'Hagen' },
    );
    expect(household).toMatchObject({
      displayName: 'Berit Hagen',
      namesOnCard: ['Berit Hagen'],
      municipality: '5025',
      phones: [{ number: '+4790000002' }, { number: '+4790000001' }],
      address: { street: 'Kirkeveien 3', place: 'Røros' },
      persons: [{ displayName: 'Berit Hagen', birthYear: 1987 }],
    });
    for (const values of [
      household.values.phones,
      household.values.emails,
      household.values.addresses,
      household.values.municipalities,
      personOf(household)?.birthYears ?? [],
      personOf(household)?.names ?? [],
    ]) {
      expect(inUse(values)).toMatchObject({
        automatic: false,
        chosen: { origin: 'coordinator', by: 'Koordinator Prøvestad' },
      });
    }
    await desk.rematch();
    expect(await desk.household(id)).toMatchObject({ displayName: 'Berit Hagen', municipality: '5025' });
  });

  it('goes back to the automatic one, and every value stays', async () => {
    const { id } = await merged();
    const before = await desk.household(id);
    const personId = personOf(before)?.id ?? '';
    await choose(
      id,
      { kind: 'prefer_phone', phone: '+4790000002' },
      { kind: 'prefer_name', name: 'Kari på Nordmo' },
      { kind: 'names_on_card', names: ['Kari', 'Ola'] },
      { kind: 'prefer_birth_year', personId, birthYear: 1987 },
    );
    const after = await choose(
      id,
      { kind: 'automatic', field: 'phone', personId: null },
      { kind: 'automatic', field: 'name', personId: null },
      { kind: 'automatic', field: 'names_on_card', personId: null },
      { kind: 'automatic', field: 'birth_year', personId },
    );
    expect(after).toMatchObject({
      displayName: before.displayName,
      namesOnCard: before.namesOnCard,
      phones: before.phones,
      persons: [{ birthYear: 1985 }],
    });
    expect(after.values.names.map(({ value }) => value)).toContain('Kari på Nordmo');
    expect(after.values.namesOnCard.map(({ value }) => value)).toContain('Kari\nOla');
    expect(inUse(after.values.phones)).toMatchObject({ automatic: true, chosen: null });
    const again = await choose(id, { kind: 'prefer_phone', phone: '+4790000002' });
    expect(again.phones[0]).toEqual({ number: '+4790000002', state: 'ok' });
  });

  it('cannot be a birth year that nobody has told of that person', async () => {
    const { id } = await merged();
    const personId = personOf(await desk.household(id))?.id ?? '';
    expect((await desk.change(id, { kind: 'prefer_birth_year', personId, birthYear: 1901 })).status).toBe(
      404,
    );
  });
});

describe('a choice, when the merge is undone,', () => {
  it('follows the tip that told the value, and leaves the other part as it was', async () => {
    const { id, homes, part } = await merged();
    await choose(
      id,
      { kind: 'prefer_phone', phone: '+4790000002' },
      { kind: 'move_municipality', municipality: '5025' },
    );
    await part();
    const [one, two] = await Promise.all(homes.map((home) => desk.household(home)));
    expect(one).toMatchObject({ municipality: '3427', phones: [{ number: '+4790000001' }] });
    expect(one?.values.phones).toHaveLength(1);
    expect(two).toMatchObject({ municipality: '5025', phones: [{ number: '+4790000002' }] });
    expect(two?.values.phones[0]?.chosen).toMatchObject({ by: 'Koordinator Prøvestad' });
  });

  it('a number found dead is dead wherever the tip that gave it goes', async () => {
    const { id, homes, part } = await merged();
    const facts = server.get(HouseholdFacts);
    const source = { origin: 'call', byId: coordinator.userId, by: 'Ringer Prøvestad', why: '' } as const;
    await facts.learn(id, [{ kind: 'phone_dead', phone: '+4790000002' }], source);
    await part();
    const [one, two] = await Promise.all(homes.map((home) => desk.household(home)));
    expect([one?.phones, two?.phones]).toEqual([
      [{ number: '+4790000001', state: 'ok' }],
      [{ number: '+4790000002', state: 'dead' }],
    ]);
  });

  it('what a report told is taken back everywhere, also after the merge is undone', async () => {
    const { id, homes, part } = await merged();
    const facts = server.get(HouseholdFacts);
    const source = {
      origin: 'call',
      byId: coordinator.userId,
      by: 'Ringer Prøvestad',
      why: '',
      reportId: '018f3c2a-7b1e-7c3d-8a4f-000000000001',
    } as const;
    await facts.learn(id, [{ kind: 'phone_dead', phone: '+4790000002' }], source);
    await facts.learn(id, [{ kind: 'retracted', reportId: source.reportId }], source);
    await part();
    const two = await desk.household(homes[1] ?? '');
    expect(two.phones).toEqual([{ number: '+4790000002', state: 'ok' }]);
  });

  it('what nobody tipped stays with the household it was written for', async () => {
    const { id, homes, part } = await merged();
    await choose(id, { kind: 'prefer_phone', phone: '+4790000009' });
    await part();
    const [one, two] = await Promise.all(homes.map((home) => desk.household(home)));
    expect([one?.phones[0]?.number, two?.phones[0]?.number]).toEqual(['+4790000009', '+4790000002']);
  });

  it('is there again when they are merged once more', async () => {
    const { id, homes, part } = await merged();
    await choose(id, { kind: 'prefer_phone', phone: '+4790000002' });
    await part();
    const [first, second] = await desk.groups('household', []);
    expect([first, second]).toHaveLength(2);
    const tips = (await Promise.all(homes.map((home) => desk.household(home)))).map(
      ({ missers }) => missers[0]?.tipId,
    );
    await desk.decide(tips[0], tips[1], 'same');
    expect((await desk.household(id)).phones[0]?.number).toBe('+4790000002');
  });
});

describe('a deleted tip', () => {
  it('takes the choices of its values along, and nothing waits for an answer about it', async () => {
    const [a, b] = await desk.give([
      { ...kari, birthYear: 1950 },
      { ...kari, birthYear: 1985, phone: '+4790000002' },
    ]);
    const [household] = await desk.households();
    await choose(household?.id ?? '', { kind: 'prefer_phone', phone: '+4790000002' });
    await desk.erase([b ?? '']);
    const left = await server
      .get(Database)
      .select('SELECT fact FROM household_fact WHERE campaign_id = ?', [desk.campaignId]);
    expect(left).toEqual([]);
    expect(await desk.cases()).toEqual([]);
    expect(await desk.onlyHousehold()).toMatchObject({
      stage: 'ready_for_card',
      phones: [{ number: '+4790000001' }],
      missers: [{ tipId: a }],
    });
  });

  it('frees those that were only compared with it', async () => {
    const [, b] = await desk.give([
      { firstNames: 'Berit', lastName: 'Dahl', street: 'Nygata 4', postcode: '2500' },
      { firstNames: 'Magnus', lastName: 'Holm', street: 'Nygata 4', postcode: '2500' },
    ]);
    expect(await desk.households()).toMatchObject([{ stage: 'sorting' }, { stage: 'sorting' }]);
    await desk.erase([b ?? '']);
    expect(await desk.households()).toMatchObject([{ displayName: 'Berit Dahl', stage: 'ready_for_card' }]);
  });
});
