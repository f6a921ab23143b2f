import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BoardCard, DivisionPlan } from '@savner/contract/call-board';
import { CallsReader } from '../src/features/calls/index.js';
import { startTestApp, type TestApp } from './app-harness.js';
import { giveTips } from './give-tips.js';
import { type Caller, inventedTips, RingNight } from './ring-night.js';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

const cardsOf = async (who: Caller) =>
  ((await who.send('GET', '/board/3427')).json as { households: BoardCard[] }).households;

describe('the board', () => {
  it('shows who holds what since when, and the leader frees what is stuck', async () => {
    const night = await RingNight.prepare(server, inventedTips(3));
    const [caller, mayor] = [await night.caller('Ringer Ringersen'), await night.mayor()];
    const held = await caller.take();
    const card = (await cardsOf(mayor)).find((each) => each.householdId === held.householdId);
    expect(card).toMatchObject({
      state: 'held',
      block: { reason: 'held_by', name: 'Ringer Ringersen' },
      heldBy: { name: 'Ringer Ringersen', since: '2026-02-03T17:00:00.000Z' },
      can: ['free'],
    });
    expect((await caller.send('POST', `/households/${held.householdId}/free`)).status).toBe(403);
    expect((await mayor.send('POST', `/households/${held.householdId}/free`)).status).toBe(200);
    expect((await caller.send('POST', `/leases/${held.leaseId}/heartbeat`)).json).toMatchObject({
      code: 'lease_lost',
    });
    expect((await cardsOf(mayor)).every((each) => each.state === 'callable')).toBe(true);
  });

  it('lets the leader open by hand those no card can reach, and no others', async () => {
    const night = await RingNight.prepare(server, []);
    const [ready, without] = inventedTips(2);
    await giveTips(server, night.campaign.id, [{ ...ready }, { ...without, street: null, postcode: null }]);
    const mayor = await night.mayor();
    const cards = await cardsOf(mayor);
    const open = (card: BoardCard | undefined) =>
      mayor.send('POST', `/households/${card?.householdId}/open-by-hand`, { reason: 'Har bare nummeret' });
    const [openable, closed] = [true, false].map((can) =>
      cards.find((card) => card.can.includes('open_by_hand') === can),
    );
    expect((await open(closed)).json).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('har en adresse'),
    });
    expect((await open(openable)).status).toBe(200);
    expect((await open(openable)).json).toMatchObject({ message: expect.stringContaining('alt åpnet') });
  });

  it('gives the last day to be informed as people in Norway count days', async () => {
    const night = await RingNight.prepare(server, [
      { ...inventedTips(1)[0], receivedAt: new Date('2026-01-15T23:30:00.000Z') },
    ]);
    expect(await cardsOf(await night.mayor())).toMatchObject([{ informBy: '2026-02-15' }]);
  });

  it('never carries a telephone number, and is the own municipality’s only', async () => {
    const night = await RingNight.prepare(server, inventedTips(2));
    const mayor = await night.mayor();
    const answer = await mayor.send('GET', '/board/3427');
    expect(answer.text).not.toMatch(/\+47|9\d{2} \d{2} \d{3}/);
    expect((await mayor.send('GET', '/board/3426')).status).toBe(403);
    const [household] = await night.householdIds();
    const neighbour = await night.mayor('3426');
    expect((await neighbour.send('POST', `/households/${household}/free`)).status).toBe(404);
  });

  it('gives the coordinator every team side by side, and the mayor the own', async () => {
    const night = await RingNight.prepare(server, inventedTips(3));
    const caller = await night.caller();
    await caller.call({ attempt: 'talked', outcome: { result: 'interested' } });
    await caller.call({ attempt: 'wrong_number' });
    const coordinator = await server.signedIn(['coordinator']);
    const { municipalities } = (await coordinator.send('GET', `${night.url}/overview`)).json as {
      municipalities: { municipality: string }[];
    };
    expect(municipalities).toHaveLength(7);
    const own = {
      households: 3,
      called: 2,
      reached: 1,
      interested: 1,
      callable: 1,
      wrongNumbers: 1,
      informed: 3,
    };
    expect(municipalities.find((each) => each.municipality === '3427')).toMatchObject(own);
    expect(
      (await server.get(CallsReader).countsPerMunicipality(night.campaign.id)).get('3427'),
    ).toMatchObject(own);
    const mayors = await (await night.mayor()).send('GET', '/overview');
    expect(mayors.json).toMatchObject({ municipalities: [{ municipality: '3427' }] });
  });
});

describe('someone who rings back', () => {
  it('is found by name or number among those the team has tried, and opened', async () => {
    const night = await RingNight.prepare(server, inventedTips(2));
    const caller = await night.caller();
    const tried = await caller.call({ attempt: 'no_answer' });
    const number = tried.numbers[0]?.number.slice(3) ?? '';
    const search = async (words: string) =>
      (await caller.send('GET', `/ring-back?search=${encodeURIComponent(words)}`)).json;
    expect(await search(number)).toMatchObject({ households: [{ householdId: tried.householdId }] });
    expect(await search(tried.title.split(' ')[0] ?? '')).toMatchObject({
      households: [{ householdId: tried.householdId }],
    });
    const untried = (await night.householdIds()).find((id) => id !== tried.householdId);
    expect(
      (await caller.send('POST', `/households/${untried}/choose`, { because: 'rang_back' })).status,
    ).toBe(404);
    const opened = await caller.send('POST', `/households/${tried.householdId}/choose`, {
      because: 'rang_back',
    });
    expect(opened.json).toMatchObject({ because: 'rang_back', earlier: [{ attempt: 'no_answer' }] });
  });
});

describe('dividing the list', () => {
  const choice = { mayorsOwn: [], scope: 'open_queue' } as const;

  // A new campaign starts with everybody who rings in its municipalities: here only those of the story.
  beforeEach(async () => {
    await server.close();
    server = await startTestApp();
  });

  it('is shown, applied and taken back; the division is what «Neste» gives', async () => {
    const night = await RingNight.prepare(server, inventedTips(12));
    const mayor = await night.mayor();
    const [anna, bo] = [await night.caller('Anna'), await night.caller('Bo')];
    const [own] = await night.householdIds();
    const chosen = { ...choice, mayorsOwn: [own] };
    const preview = await mayor.send('POST', '/divisions/3427/preview', chosen);
    const plan = preview.json as DivisionPlan;
    expect(plan.members.map((member) => [member.before, member.after])).toEqual([
      [0, 4],
      [0, 4],
      [0, 4],
    ]);
    expect((await cardsOf(mayor)).every((card) => card.assignedTo === null)).toBe(true);

    const { fingerprint } = plan;
    expect((await mayor.send('POST', '/divisions/3427', { ...chosen, fingerprint })).status).toBe(201);
    expect((await mayor.send('POST', '/divisions/3427', { ...chosen, fingerprint: 'en annen' })).status).toBe(
      409,
    );
    const cards = await cardsOf(mayor);
    expect(cards.find((card) => card.householdId === own)?.assignedTo?.userId).toBe(mayor.user.userId);
    const annas = cards
      .filter((card) => card.assignedTo?.userId === anna.user.userId)
      .map((card) => card.householdId);
    const called = [];
    for (const _ of annas) called.push((await anna.call({ attempt: 'no_answer' })).householdId);
    expect(called.sort()).toEqual(annas.sort());
    expect(await anna.next()).toMatchObject({
      queue: { counts: expect.arrayContaining([{ reason: 'on_others_lists', count: 8 }]) },
    });

    const back = await mayor.send('POST', `/divisions/3427/members/${bo.user.userId}/give-back`);
    expect(back.json).toEqual({ givenBack: 4 });
    expect((await anna.next()).kind).toBe('held');
    expect((await mayor.send('POST', '/divisions/3427/undo')).status).toBe(200);
    expect((await cardsOf(mayor)).every((card) => card.assignedTo === null)).toBe(true);
    expect((await mayor.send('POST', '/divisions/3427/undo')).json).toMatchObject({ code: 'undo_too_late' });
  });

  it('gives back the list of somebody whose access ends', async () => {
    const night = await RingNight.prepare(server, inventedTips(4));
    const [mayor, anna] = [await night.mayor(), await night.caller('Anna')];
    const { fingerprint } = (await mayor.send('POST', '/divisions/3427/preview', choice))
      .json as DivisionPlan;
    await mayor.send('POST', '/divisions/3427', { ...choice, fingerprint });
    const lists = async () =>
      (await cardsOf(mayor)).filter((card) => card.assignedTo?.userId === anna.user.userId);
    expect(await lists()).toHaveLength(2);
    const admin = await server.signedIn(['admin']);
    await admin.send('POST', `/api/users/${anna.user.userId}/disable`);
    expect(await lists()).toHaveLength(0);
    expect((await cardsOf(mayor)).filter((card) => card.assignedTo === null)).toHaveLength(2);
  });

  it('keeps a tipper off the own tip and says why; callers cannot divide', async () => {
    const [first, ...rest] = inventedTips(4);
    const night = await RingNight.prepare(server, [{ ...first, tipperName: 'Tipser Tipsersen' }, ...rest]);
    const mayor = await night.mayor();
    const tipper = await night.caller('Tipser Tipsersen');
    const preview = await mayor.send('POST', '/divisions/3427/preview', choice);
    expect(preview.json).toMatchObject({
      keptOff: [{ userId: tipper.user.userId, reason: 'own_tip', name: 'Tipser Tipsersen' }],
    });
    expect((await tipper.send('POST', '/divisions/3427/preview', choice)).status).toBe(403);
  });
});

describe('households that turn out to be one', () => {
  it('take the further calls along, and give them back when the merge is undone', async () => {
    const [base] = inventedTips(1);
    const night = await RingNight.prepare(server, []);
    const one = { ...base, firstNames: 'Jon', lastName: 'Nordmoen' };
    const other = {
      ...one,
      lastName: 'Sørlien',
      phone: '+4792345671',
      street: 'Storgata 9',
      birthYear: 1931,
    };
    const [tipA, tipB] = await giveTips(server, night.campaign.id, [one, other]);
    await night.post();
    const caller = await night.caller();
    await caller.call({ attempt: 'no_answer' });
    await caller.call({ attempt: 'talked', outcome: { result: 'not_now' } });
    const coordinator = await server.signedIn(['coordinator']);
    const matches = `/api/campaigns/${night.campaign.id}/matches`;
    const decided = await coordinator.send('POST', `${matches}/decide`, {
      answers: [{ tipA, tipB, verdict: 'same' }],
    });
    const cards = async () => cardsOf(await night.mayor());
    expect(await cards()).toMatchObject([{ state: 'done', attempts: 1 }]);
    const { decisionId } = decided.json as { decisionId: string };
    expect((await coordinator.send('POST', `${matches}/decisions/${decisionId}/undo`)).status).toBe(200);
    const states = (await cards()).map((card) => card.state);
    expect(states.sort()).toEqual(['done', 'waiting']);
  });
});
