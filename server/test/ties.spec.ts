import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AutomaticJoin, ReviewCase, SharedPhone, Tie, TiedPerson } from '@savner/contract/people';
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

const jon: TipWords = { firstNames: 'Jon', lastName: 'Nordmo', birthYear: 1985, phone: '+4790000001' };
const hasOnlyName: TipWords = { firstNames: 'Jon', lastName: 'Nordmo', birthYear: 1985, place: 'Oslo' };

interface Ties {
  readonly persons: TiedPerson[];
  readonly household: Tie[];
  readonly sharedPhones: SharedPhone[];
}

async function tiesOf(householdId: string): Promise<Ties> {
  const answer = await coordinator.send('GET', `${desk.url}/households/${householdId}/ties`);
  return answer.json as Ties;
}

async function joins(order = 'newest'): Promise<AutomaticJoin[]> {
  const answer = await coordinator.send('GET', `${desk.url}/matches/joins?order=${order}`);
  return (answer.json as { joins: AutomaticJoin[] }).joins;
}

const idOf = (answer: { readonly json: unknown }) => (answer.json as { decisionId: string }).decisionId;

describe('why tips belong together', () => {
  it('is told pair by pair, the surest that hold them together, with what speaks for each', async () => {
    const tips = await desk.give([jon, jon, { ...jon, birthYear: null }]);
    const { id } = await desk.onlyHousehold();
    const { persons, household } = await tiesOf(id);
    expect(persons).toMatchObject([{ displayName: 'Jon Nordmo', tipCount: 3 }]);
    const ties = persons[0]?.ties ?? [];
    expect(ties.map(({ a, b }) => [tips.indexOf(a.tipId), tips.indexOf(b.tipId)])).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect(ties[0]).toMatchObject({ answer: null, a: { displayName: 'Jon Nordmo' } });
    expect(ties[0]?.probability).toBeGreaterThan(0.95);
    expect(ties[0]?.explanation.map(({ text }) => text)).toContain('Samme telefon');
    expect(household).toEqual([]);
  });

  it('is told as an answer, with who, when and why, where somebody has said it', async () => {
    const [a, b] = await desk.give([
      { ...jon, birthYear: 1957 },
      { ...jon, birthYear: 1991 },
    ]);
    const answered = await desk.decide(a, b, 'same');
    const { id } = await desk.onlyHousehold();
    expect((await tiesOf(id)).persons[0]?.ties).toMatchObject([
      {
        answer: { decisionId: idOf(answered), decidedBy: 'Koordinator Prøvestad', why: 'Spurte moren' },
      },
    ]);
    await desk.undo(idOf(answered));
    expect((await tiesOf(id)).persons).toEqual([]);
  });

  it('is told of those who live together, in one sentence', async () => {
    await desk.give([jon, { ...jon, firstNames: 'Berit', birthYear: 1987 }]);
    const { id } = await desk.onlyHousehold();
    const { persons, household } = await tiesOf(id);
    expect(persons).toEqual([]);
    expect(household).toMatchObject([
      { probability: null, answer: null, explanation: [{ text: 'Samme telefon og et felles etternavn' }] },
    ]);
  });

  it('tells whose number it is besides, where another household has been given it', async () => {
    await desk.give([jon, { firstNames: 'Siri', lastName: 'Prøvehaug', phone: jon.phone ?? null }]);
    const [one, other] = await desk.households();
    expect((await tiesOf(one?.id ?? '')).sharedPhones).toEqual([
      { phone: '+4790000001', households: [{ id: other?.id, displayName: other?.displayName }] },
    ]);
    expect((await tiesOf(other?.id ?? '')).sharedPhones).toMatchObject([{ households: [{ id: one?.id }] }]);
  });

  it('is parted in place where it is wrong, and put back', async () => {
    const [a, b] = await desk.give([jon, jon]);
    const before = await desk.everything();
    const parted = await desk.decide(a, b, 'not_same');
    expect(await desk.households()).toMatchObject([{ personCount: 2, tipCount: 2 }]);
    await desk.undo(idOf(parted));
    expect(await desk.everything()).toEqual(before);
  });

  it('is not told of another campaign’s household', async () => {
    await desk.give([jon]);
    const { id } = await desk.onlyHousehold();
    const other = await openDesk(server, coordinator);
    expect((await coordinator.send('GET', `${other.url}/households/${id}/ties`)).status).toBe(404);
  });
});

describe('what the program has joined by itself', () => {
  it('is listed newest first, or least sure first, and leaves the list when it is parted or confirmed', async () => {
    await desk.give([jon, jon]);
    server.clock.advance({ hours: 1 });
    const siri = { firstNames: 'Siri', lastName: 'Prøvehaug', place: 'Oslo', birthYear: 1990 };
    const [first, second] = await desk.give([siri, { ...siri, birthYear: 1991 }]);
    const [newest, older] = await joins();
    expect([newest?.displayName, older?.displayName]).toEqual(['Siri Prøvehaug', 'Jon Nordmo']);
    expect(newest?.joinedAt ?? '').toMatch(/^2/);
    expect((newest?.joinedAt ?? '') > (older?.joinedAt ?? '')).toBe(true);
    expect(newest?.probability).toBe(newest?.ties[0]?.probability);
    const [least, most] = await joins('least_sure');
    expect([least?.displayName, most?.displayName]).toEqual(['Siri Prøvehaug', 'Jon Nordmo']);
    expect(least?.probability ?? 1).toBeLessThan(most?.probability ?? 0);

    const confirmed = await desk.decide(first, second, 'same');
    expect((await joins()).map(({ displayName }) => displayName)).toEqual(['Jon Nordmo']);
    await desk.undo(idOf(confirmed));
    expect(await joins()).toEqual([newest, older]);
    await desk.decide(first, second, 'not_same');
    expect((await joins()).map(({ displayName }) => displayName)).toEqual(['Jon Nordmo']);
  });

  it('keeps when it was joined through a match of everything', async () => {
    await desk.give([jon, jon]);
    const before = await joins();
    server.clock.advance({ hours: 1 });
    await desk.rematch();
    expect(await joins()).toEqual(before);
  });

  it('comes in pages', async () => {
    await desk.give([jon, jon, ...['Siri', 'Siri'].map((firstNames) => ({ ...hasOnlyName, firstNames }))]);
    const answer = await coordinator.send('GET', `${desk.url}/matches/joins?pageSize=1&page=2`);
    expect(answer.json).toMatchObject({ total: 2, page: 2, pageSize: 1, joins: [{}] });
  });
});

describe('tips that contradict each other', () => {
  const contradictions = async () => (await desk.onlyHousehold()).contradictions;

  it('are named with what they say, until somebody has chosen', async () => {
    await desk.give([jon, { ...jon, birthYear: 1984 }]);
    const household = await desk.onlyHousehold();
    const personId = household.persons[0]?.id ?? '';
    expect(household.contradictions).toEqual([{ personId, field: 'birthYear', values: ['1985', '1984'] }]);
    await desk.change(household.id, { kind: 'prefer_birth_year', personId, birthYear: 1984 });
    expect(await contradictions()).toEqual([]);
  });

  it('tell of two numbers until one of them is dead', async () => {
    const living = { ...jon, street: 'Storgata 9', postcode: '2500' };
    await desk.give([living, { ...living, phone: '+4790000456' }]);
    expect(await contradictions()).toMatchObject([
      { field: 'phone', values: ['+4790000001', '+4790000456'] },
    ]);
    const { id } = await desk.onlyHousehold();
    await desk.change(id, { kind: 'phone_dead', phone: '+4790000456' });
    expect(await contradictions()).toEqual([]);
  });

  it('tell of each opinion once, not of what only says less', async () => {
    const bergen = { ...jon, street: null, postcode: null, place: 'Bergen' };
    await desk.give([
      { ...jon, street: 'Storgata 9', postcode: '2500', place: 'Tynset' },
      { ...jon, place: 'Tynset' },
      bergen,
      bergen,
      { ...jon, street: null, postcode: null, place: 'Prøvegrenda' },
    ]);
    expect(await contradictions()).toMatchObject([
      { field: 'address', values: ['Storgata 9, 2500 Tynset', 'Bergen'] },
    ]);
  });

  it('are not those of two persons of one household, nor a value only one has told', async () => {
    await desk.give([jon, { ...jon, birthYear: null }, { ...jon, firstNames: 'Berit', birthYear: 1987 }]);
    expect(await contradictions()).toEqual([]);
  });
});

describe('a question about two who agree in nearly everything', () => {
  const asked = async () => {
    const answer = await coordinator.send('GET', `${desk.url}/matches`);
    return answer.json as { cases: ReviewCase[]; modelVersion: string };
  };

  it('names the rule that asks, and the weights in use', async () => {
    const [a, b] = await desk.give([
      { ...jon, birthYear: 1957 },
      { ...jon, birthYear: 1991 },
    ]);
    const { cases, modelVersion } = await asked();
    expect(cases[0]?.questions).toMatchObject([{ asks: 'fødselsårene er en generasjon fra hverandre' }]);
    expect(modelVersion).toMatch(/^\d{4}-\d{2}-\d+$/);
    expect([a, b]).toHaveLength(2);
  });

  it('lets the likelihood speak where it is the reason', async () => {
    const per = { firstNames: 'Per', lastName: 'Hansen' };
    await desk.give([
      { ...per, birthYear: 1980 },
      { ...per, birthYear: 1982, municipality: '5025' },
    ]);
    const question = (await asked()).cases[0]?.questions[0];
    expect(question?.asks).toBeNull();
    expect(question?.probability).toBeLessThan(0.95);
  });
});
