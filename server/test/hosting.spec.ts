import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FollowUp } from '@savner/contract/hosting';
import { followUpWanted, type FollowUpWish, followUpWithdrawn } from '../src/features/calls/index.js';
import { HostingReader } from '../src/features/hosting/index.js';
import { Database } from '../src/platform/database/database.js';
import { Events } from '../src/platform/events.js';
import { newId } from '../src/platform/ids.js';
import { startTestApp, type TestApp, type TestUser } from './app-harness.js';
import { openDesk, type PeopleDesk } from './people-desk.js';

let server: TestApp;
let host: TestUser;
let desk: PeopleDesk;
let tips: string[];
let homes: string[];

beforeAll(async () => {
  server = await startTestApp();
  host = await server.signedIn(['host'], '3427', 'Vert Prøvestad');
});
afterAll(() => server.close());
beforeEach(async () => {
  desk = await openDesk(server, await server.signedIn(['coordinator']));
  const person = { municipality: '3427', firstNames: 'Gaute', lastName: 'Prøvebakk', phone: '+4790000101' };
  tips = await desk.give([
    person,
    { ...person, firstNames: 'Solveig', lastName: 'Testmoen', phone: '+4790000102' },
  ]);
  homes = await desk.homesOf(tips);
});

describe('a follow-up', () => {
  it('is renewed by a new talk, and stands as before when that talk is undone, with the host’s own work', async () => {
    await wish(homes[0], { note: 'Vil høre om jobb' });
    await change(await only(), { status: 'closed', note: 'Snakket lenge. Ikke nå.' });
    const second = await wish(homes[0], { result: 'later', dueOn: '2026-08-03', note: 'Ringte tilbake' });
    expect(await only('all')).toMatchObject({
      status: 'new',
      result: 'later',
      dueOn: '2026-08-03',
      note: 'Snakket lenge. Ikke nå.',
      callersNote: 'Ringte tilbake\nVil høre om jobb',
    });
    await withdraw(second);
    expect(await only('all')).toMatchObject({
      status: 'closed',
      result: 'interested',
      dueOn: '2026-02-10',
      note: 'Snakket lenge. Ikke nå.',
    });
  });

  it('is gone when its only talk is undone before a host has touched it, and stays when one has', async () => {
    const first = await wish(homes[0]);
    await withdraw(first);
    expect(await list('all')).toEqual([]);
    const second = await wish(homes[0]);
    await change(await only(), { note: 'Sendt brev' });
    await withdraw(second);
    expect(await only()).toMatchObject({ note: 'Sendt brev' });
  });

  it('keeps a new talk’s wish when a host saves at the same moment', async () => {
    await wish(homes[0]);
    const before = await only();
    const [, saved] = await Promise.all([
      wish(homes[0], { result: 'moving', dueOn: '2026-02-05' }),
      send(before, { note: 'Ringte i dag' }),
    ]);
    expect([200, 409]).toContain(saved.status);
    expect(await only()).toMatchObject({
      result: 'moving',
      note: saved.status === 200 ? 'Ringte i dag' : '',
    });
  });
});

describe('follow-ups of households that turn out to be one', () => {
  it('are one on the list, with every word, and two again when the merge is undone', async () => {
    await wish(homes[0], { note: 'Første samtale' });
    await change(await only(), { status: 'contacted', note: 'Avtalt besøk' });
    server.clock.advance({ minutes: 5 });
    await wish(homes[1], { result: 'moving', note: 'Andre samtale', dueOn: '2026-02-05' });
    const { decisionId } = (await desk.decide(tips[0], tips[1], 'same')).json as { decisionId: string };
    expect(await only()).toMatchObject({
      result: 'moving',
      callersNote: 'Andre samtale\nFørste samtale\nAvtalt besøk',
    });
    await desk.undo(decisionId);
    expect(await list()).toMatchObject([
      { householdId: homes[1], status: 'new', note: '' },
      { householdId: homes[0], status: 'contacted', note: 'Avtalt besøk' },
    ]);
  });

  it('are found again by a talk with the household that took over', async () => {
    await wish(homes[1]);
    await change(await only(), { status: 'contacted' });
    await desk.decide(tips[0], tips[1], 'same');
    const [living] = await desk.households();
    await wish(living?.id, { result: 'moving' });
    expect(await only()).toMatchObject({ result: 'moving', status: 'contacted', householdId: living?.id });
  });
});

describe('the host’s list', () => {
  it('follows a household to its new municipality, and leaves out and uncounts one that has been stopped', async () => {
    await wish(homes[0], { dueOn: '2026-01-20' });
    const reader = server.get(HostingReader);
    expect(await reader.overdue(desk.campaignId)).toBe(1);
    const coordinator = await server.signedIn(['coordinator']);
    const { version } = await desk.household(homes[0] ?? '');
    const changes = [{ kind: 'move_municipality', municipality: '3426' }];
    const url = `/api/campaigns/${desk.campaignId}/households/${homes[0]}`;
    expect((await coordinator.send('PATCH', url, { version, changes })).status).toBe(200);
    expect(await list()).toEqual([]);
    const neighbour = await server.signedIn(['host'], '3426');
    expect((await neighbour.send('GET', `/api/campaigns/${desk.campaignId}/follow-ups`)).json).toMatchObject({
      followUps: [{ municipality: '3426', isOverdue: true }],
    });
    expect(
      (await coordinator.send('POST', `${url}/block`, { reason: 'protected', why: 'Sa fra' })).status,
    ).toBe(200);
    expect((await neighbour.send('GET', `/api/campaigns/${desk.campaignId}/follow-ups`)).json).toEqual({
      followUps: [],
    });
    expect(await reader.overdue(desk.campaignId)).toBe(0);
  });
});

async function wish(householdId: string | undefined, words: Partial<FollowUpWish> = {}): Promise<string> {
  const reportId = newId();
  const base = {
    result: 'interested',
    interests: ['job'],
    horizon: null,
    dueOn: '2026-02-10',
    note: '',
  } as const;
  const place = { campaignId: desk.campaignId, householdId: householdId ?? '', municipality: '3427' };
  server.clock.advance({ minutes: 1 });
  await server
    .get(Database)
    .transaction(() => server.get(Events).tell(followUpWanted, { ...place, ...base, reportId, ...words }));
  return reportId;
}

async function withdraw(reportId: string): Promise<void> {
  await server.get(Database).transaction(() => server.get(Events).tell(followUpWithdrawn, { reportId }));
}

async function list(show = 'open'): Promise<FollowUp[]> {
  const answer = await host.send('GET', `/api/campaigns/${desk.campaignId}/follow-ups?show=${show}`);
  return (answer.json as { followUps: FollowUp[] }).followUps;
}

async function only(show = 'open'): Promise<FollowUp> {
  const [first, ...others] = await list(show);
  if (!first || others.length > 0) throw new Error(`expected one follow-up, found ${others.length + 1}`);
  return first;
}

async function send({ id, version }: FollowUp, changes: object) {
  return host.send('PATCH', `/api/campaigns/${desk.campaignId}/follow-ups/${id}`, { version, ...changes });
}

async function change(followUp: FollowUp, changes: object): Promise<void> {
  expect((await send(followUp, changes)).status).toBe(200);
}
