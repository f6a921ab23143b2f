import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LikelyPerson } from '@savner/contract/people';
import type { Tip } from '@savner/contract/tips';
import { newId } from '../src/platform/ids.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
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
  firstNames: 'Kari',
  lastName: 'Brendryen',
  place: 'Oslo',
  birthYear: 1984,
  phone: '+4790000001',
};

async function likely(draft: object, user = coordinator, desks = desk): Promise<LikelyPerson[]> {
  const answer = await user.send('POST', `${desks.url}/people/likely`, draft);
  expect(answer.status).toBe(200);
  return (answer.json as { persons: LikelyPerson[] }).persons;
}

async function enter(words: object): Promise<Tip> {
  const answer = await coordinator.send('POST', `${desk.url}/tips`, {
    key: newId(),
    municipality: '3427',
    ...words,
  });
  expect(answer.status).toBe(201);
  return answer.json as Tip;
}

describe('while a coordinator types a tip in', () => {
  it('the person it may be about is shown with what one knows them by, and why', async () => {
    await desk.give([kari, { ...kari, municipality: '3426' }]);
    const [shown, ...others] = await likely({ firstNames: 'Kari', lastName: 'Brendryen', place: 'Oslo' });
    expect(others).toEqual([]);
    expect(shown).toMatchObject({
      kind: 'person',
      displayName: 'Kari Brendryen',
      birthYear: 1984,
      place: 'Oslo',
      municipality: '3427',
      tipCount: 2,
      blockReason: null,
      householdId: (await desk.onlyHousehold()).id,
    });
    expect(shown?.why).toEqual(['samme etternavn Brendryen', expect.stringContaining('Kari'), 'samme sted']);
  });

  it.each([
    ['a telephone number', { phone: '900 00 001' }],
    ['surname and place', { lastName: 'Brendryen', place: 'Oslo' }],
    ['given name and surname', { firstNames: 'kari', lastName: 'brendryen' }],
    ['a surname under way', { municipality: '3427', firstNames: 'Kari', lastName: 'Brend' }],
  ])('%s is enough', async (_, draft) => {
    await desk.give([kari]);
    expect(await likely(draft)).toHaveLength(1);
  });

  it('at most five are shown, the likeliest first', async () => {
    const namesakes = ['Oslo', 'Bergen', 'Bodø', 'Moss', 'Molde', 'Halden'];
    await desk.give(
      namesakes.map((place, index) => ({
        firstNames: 'Kari',
        lastName: 'Brendryen',
        place,
        birthYear: 1940 + index * 8,
      })),
    );
    const shown = await likely({ firstNames: 'Kari', lastName: 'Brendryen', place: 'Molde' });
    expect(shown).toHaveLength(5);
    expect(shown[0]?.place).toBe('Molde');
  });

  it('a family without given names is shown as a family', async () => {
    await desk.give([{ firstNames: 'Familien', lastName: 'Brendryen', place: 'Oslo' }]);
    expect(await likely({ lastName: 'Brendryen', place: 'Oslo' })).toMatchObject([
      { kind: 'family', displayName: expect.stringContaining('Brendryen'), birthYear: null, tipCount: 1 },
    ]);
  });

  it('nobody is shown for an empty form, a stranger, or what stands in another campaign', async () => {
    await desk.give([kari]);
    expect(await likely({})).toEqual([]);
    expect(await likely({ firstNames: 'Trond', lastName: 'Vangskåsen', place: 'Hamar' })).toEqual([]);
    const elsewhere = await openDesk(server, coordinator);
    expect(await likely({ phone: '90000001' }, coordinator, elsewhere)).toEqual([]);
  });

  it('a person who is stopped is shown to the coordinator as stopped, as in the list of households', async () => {
    await desk.give([kari]);
    const { id } = await desk.onlyHousehold();
    await coordinator.send('POST', `${desk.url}/households/${id}/block`, { reason: 'protected', why: '' });
    expect(await likely({ phone: '90000001' })).toMatchObject([
      { householdId: id, blockReason: 'protected' },
    ]);
  });

  it('an erased person is not shown', async () => {
    const tipIds = await desk.give([kari]);
    await desk.erase(tipIds);
    expect(await likely({ phone: '90000001' })).toEqual([]);
  });

  it('nothing is stored', async () => {
    await desk.give([kari]);
    const before = await desk.everything();
    await likely({ ...kari, birthYear: '1984' });
    await server.get(Jobs).drain();
    expect(await desk.everything()).toEqual(before);
  });
});

describe('who may ask', () => {
  it('is the coordinator and the administrator alone; a mayor enters tips without it', async () => {
    const admin = await server.signedIn(['admin']);
    expect(await likely({ phone: '90000001' }, admin)).toEqual([]);
    for (const user of [
      await server.signedIn(['mayor'], '3427'),
      await server.signedIn(['caller'], '3427'),
    ]) {
      expect((await user.send('POST', `${desk.url}/people/likely`, {})).status).toBe(403);
      const ids = { tipId: newId(), sameAs: newId() };
      expect((await user.send('POST', `${desk.url}/matches/join`, ids)).status).toBe(403);
    }
    expect((await server.visitor.send('POST', `${desk.url}/people/likely`, {})).status).toBe(401);
  });

  it('is never the public: the form answers the same for the known and the unknown, and names nobody', async () => {
    await desk.give([kari]);
    const send = (words: object) =>
      server.visitor.send('POST', '/api/public/tips', { key: newId(), municipality: '3427', ...words });
    const known = await send({ firstNames: 'Kari', lastName: 'Brendryen', place: 'Oslo' });
    const unknown = await send({ firstNames: 'Trond', lastName: 'Vangskåsen', place: 'Hamar' });
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(known.json).toEqual({ done: true });
    for (const path of ['/tips', '/tips/3427', '/people/likely', '/api/public/people/likely']) {
      const answer = await server.visitor.send('POST', path, { firstNames: 'Kari', lastName: 'Brendryen' });
      expect(answer.text).not.toContain((await desk.onlyHousehold()).id);
      expect(answer.text).not.toContain('tipCount');
    }
  });

  it('is slowed down when it becomes harvesting', async () => {
    const ask = () => coordinator.send('POST', `${desk.url}/people/likely`, {});
    let answer = await ask();
    for (let asked = 1; asked < 700 && answer.status === 200; asked += 1) answer = await ask();
    expect(answer).toMatchObject({ status: 429, json: { code: 'too_many_requests' } });
    server.clock.set(new Date(server.clock.now().getTime() + 11 * 60_000).toISOString());
    expect((await ask()).status).toBe(200);
  });
});

describe('«it is the same», said while typing', () => {
  const why = 'Sagt da tipset ble skrevet inn';
  const join = (tipId: string, sameAs: string | undefined) =>
    coordinator.send('POST', `${desk.url}/matches/join`, { tipId, sameAs, why });

  it('joins the stored tip though the rules would not, also before its own job has run, and stands through a rematch', async () => {
    const [first] = await desk.give([{ ...kari, phone: null }]);
    const tip = await enter({ firstNames: 'Karianne', lastName: 'Moen', country: 'Sverige' });
    expect((await join(tip.id, first)).status).toBe(201);
    await server.get(Jobs).drain();
    expect(await desk.groups('person', [first ?? '', tip.id])).toEqual([['000', '001']]);
    await desk.rematch();
    expect(await desk.groups('person', [first ?? '', tip.id])).toEqual([['000', '001']]);
    expect(await desk.decisions()).toMatchObject([{ verdict: 'same', kind: 'person', why }]);
  });

  it('sent twice is one answer, which can be taken back', async () => {
    const [first] = await desk.give([kari]);
    const tip = await enter({ firstNames: 'Karianne', lastName: 'Moen', country: 'Sverige' });
    expect((await join(tip.id, first)).status).toBe(201);
    expect((await join(tip.id, first)).status).toBe(201);
    const decisions = await desk.decisions();
    expect(decisions).toHaveLength(1);
    await desk.undo(decisions[0]?.id ?? '');
    expect(await desk.groups('person', [first ?? '', tip.id])).toEqual([['000'], ['001']]);
  });

  it('about a family without given names is about the household', async () => {
    const [family] = await desk.give([{ firstNames: 'Familien', lastName: 'Moen', place: 'Hamar' }]);
    const tip = await enter({ firstNames: 'Kari', lastName: 'Brendryen', place: 'Oslo' });
    await join(tip.id, family);
    expect(await desk.decisions()).toMatchObject([{ kind: 'household', verdict: 'same' }]);
    expect(await desk.groups('household', [family ?? '', tip.id])).toEqual([['000', '001']]);
  });

  it('is refused for a tip of another campaign, and for one that is not there', async () => {
    const [first] = await desk.give([kari]);
    const [foreign] = await (await openDesk(server, coordinator)).give([kari]);
    expect((await join(foreign ?? '', first)).status).toBe(404);
    expect((await join(newId(), first)).status).toBe(404);
  });
});
