import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallReportInput } from '@savner/contract/rules/call-report';
import { newId } from '../src/platform/ids.js';
import { HouseholdsReader } from '../src/features/people/index.js';
import { startTestApp, type TestApp } from './app-harness.js';
import { giveTips } from './give-tips.js';
import { inventedTips, RingNight } from './ring-night.js';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

const interested: Extract<CallReportInput, { attempt: 'talked' }> = {
  attempt: 'talked',
  outcome: { result: 'interested', interests: ['job'] },
};

describe('a report', () => {
  it('sent twice with the same key is one report', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    const held = await caller.take();
    const key = newId();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() => caller.report(held, { attempt: 'no_answer' }, key)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(new Set(answers.map(({ json }) => JSON.stringify(json))).size).toBe(1);
    expect(answers[0]?.json).toMatchObject({
      isLate: false,
      leadsTo: 'retry',
      at: '2026-02-04T15:00:00.000Z',
      canUndo: true,
    });
    const mine = await caller.send('GET', '/reports/mine');
    expect((mine.json as { reports: unknown[] }).reports).toHaveLength(1);
  });

  it('of a household lets it rest until its time, and then comes up as a retry', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    await caller.call({ attempt: 'no_answer' });
    expect(await caller.next()).toMatchObject({
      queue: { reason: 'cooling_down', nextAt: '2026-02-04T15:00:00.000Z' },
    });
    server.clock.set('2026-02-04T16:00:00+01:00');
    const again = await caller.take();
    expect(again.because).toBe('retry');
    expect(again.earlier).toMatchObject([{ attempt: 'no_answer' }]);
  });

  it('of an agreed call brings it back to the same caller first, and to the team after half an hour', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const [caller, other] = [await night.caller('En'), await night.caller('To')];
    await caller.call({ attempt: 'callback', callbackAt: '2026-02-04T09:30:00.000Z' });
    expect((await caller.send('GET', '/status')).json).toMatchObject({
      callbacks: [{ isMine: true, owner: 'En' }],
    });
    server.clock.set('2026-02-04T10:45:00+01:00');
    expect(await other.next()).toMatchObject({ kind: 'empty', queue: { reason: 'callback_at' } });
    expect((await caller.take()).because).toBe('callback_due');
    server.clock.set('2026-02-04T11:20:00+01:00');
    expect((await other.take()).because).toBe('callback_due');
  });

  it('cannot agree on a Sunday', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    const held = await caller.take();
    const answer = await caller.report(held, { attempt: 'callback', callbackAt: '2026-02-08T12:00:00.000Z' });
    expect(answer.json).toMatchObject({ code: 'validation_failed', fields: [{ path: 'report.callbackAt' }] });
  });

  it('of a wrong number goes on to the next number, and without one to the coordinator', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    const held = await caller.take();
    const answer = await caller.report(held, { attempt: 'wrong_number', facts: {} });
    expect(answer.json).toMatchObject({ leadsTo: 'find_number' });
    expect(await caller.next()).toMatchObject({ queue: { reason: 'no_number' } });
    const [household] = await server.get(HouseholdsReader).byIds([held.householdId]);
    expect(household?.phones).toMatchObject([{ state: 'dead' }]);
    const [last] = ((await caller.send('GET', '/reports/mine')).json as { reports: { id: string }[] })
      .reports;
    expect((await caller.send('POST', `/reports/${last?.id}/undo`)).status).toBe(200);
    expect((await caller.take()).numbers).toHaveLength(1);
  });

  it('with a new number makes it the one to call', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    await caller.call({ attempt: 'wrong_number', facts: { phone: '922 33 445' } });
    expect((await caller.take()).numbers).toMatchObject([{ number: '+4792233445', shown: '922 33 445' }]);
  });

  it('after the limit leaves the choice to the leader', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    for (const day of ['03', '04', '05', '06']) {
      server.clock.set(`2026-02-${day}T${day === '04' || day === '06' ? '20:30' : '18:00'}:00+01:00`);
      await caller.call({ attempt: 'no_answer' });
    }
    server.clock.set('2026-02-10T18:00:00+01:00');
    expect(await caller.next()).toMatchObject({ queue: { reason: 'all_done' } });
    const mayor = await night.mayor();
    expect((await mayor.send('GET', '/board/3427')).json).toMatchObject({
      households: [{ state: 'not_reached', attempts: 4, can: ['return_to_queue'] }],
    });
    const [household] = await night.householdIds();
    await mayor.send('POST', `/households/${household}/return-to-queue`);
    expect((await caller.take()).householdId).toBe(household);
  });

  it('asking the coordinator at the limit can be put back in the queue, and is called from the start again', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    for (const day of ['03', '04', '05']) {
      server.clock.set(`2026-02-${day}T${day === '04' ? '20:30' : '18:00'}:00+01:00`);
      await caller.call({ attempt: 'no_answer' });
    }
    server.clock.set('2026-02-06T20:30:00+01:00');
    await caller.call({ attempt: 'no_answer', askCoordinator: 'Bor de her ennå?' });
    const [household] = await night.householdIds();
    const coordinator = await server.signedIn(['coordinator']);
    const back = await coordinator.send('POST', `${night.url}/households/${household}/return-to-queue`);
    expect(back.status).toBe(200);
    expect((await caller.take()).householdId).toBe(household);
    const board = await (await night.mayor()).send('GET', '/board/3427');
    expect(board.json).toMatchObject({ households: [{ state: 'held', attempts: 0 }] });
  });

  it('names one of the household’s numbers or none, dead ones too when it comes late', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const [slow, caller] = [await night.caller('Sein'), await night.caller()];
    const before = await slow.take();
    server.clock.advance({ minutes: 31 });
    const held = await caller.take();
    const send = (number: string, { leaseId } = held, by = caller) => {
      const report = { attempt: 'wrong_number' };
      return by.send('POST', '/reports', { key: newId(), leaseId, number, report });
    };
    expect((await send('99 88 77 66')).json).toMatchObject({
      code: 'validation_failed',
      fields: [{ path: 'number', message: expect.stringContaining('Velg et av numrene') }],
    });
    const number = held.numbers[0]?.number ?? '';
    expect((await send(number)).status).toBe(201);
    expect((await send(number, before, slow)).status).toBe(201);
  });

  it('that says no stops everything, and only leaders see that it did', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    const { householdId } = await caller.call({ attempt: 'talked', outcome: { result: 'no_thanks' } });
    const [household] = await server.get(HouseholdsReader).byIds([householdId]);
    expect(household?.blockReason).toBe('suppressed');
    const seen = async (who: typeof caller) => (await who.send('GET', '/board/3427')).json;
    expect(await seen(caller)).toMatchObject({
      households: [{ state: 'done', lastAttempt: { result: null } }],
    });
    expect(await seen(await night.mayor())).toMatchObject({
      households: [{ lastAttempt: { result: 'no_thanks' } }],
    });
  });

  it('of a protected address takes the household off the team’s board, name and all', async () => {
    const night = await RingNight.prepare(server, inventedTips(2));
    const caller = await night.caller();
    const held = await caller.call({ attempt: 'talked', outcome: { result: 'protected' } });
    for (const who of [caller, await night.mayor()]) {
      expect((await who.send('GET', '/board/3427')).text).not.toContain(held.title);
    }
    expect((await caller.send('GET', '/reports/mine')).text).not.toContain(held.title);
    const coordinator = await server.signedIn(['coordinator']);
    expect((await coordinator.send('GET', `${night.url}/board/3427`)).text).toContain(held.title);
  });

  it('with a question to the coordinator waits until it is answered', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    await caller.call({ attempt: 'no_answer', askCoordinator: 'Er dette riktig nummer?' });
    server.clock.set('2026-02-05T18:00:00+01:00');
    expect(await caller.next()).toMatchObject({ queue: { reason: 'needs_coordinator' } });
    const desk = await server.signedIn(['coordinator']);
    expect((await desk.send('GET', `${night.url}/messages`)).json).toMatchObject({
      messages: [{ why: 'asked', message: 'Er dette riktig nummer?', lastCall: { attempt: 'no_answer' } }],
    });
    expect((await (await night.mayor()).send('GET', '/messages')).status).toBe(403);
    const [household] = await night.householdIds();
    const back = `${night.url}/households/${household}/return-to-queue`;
    expect((await (await night.mayor()).user.send('POST', back)).status).toBe(403);
    expect((await (await server.signedIn(['coordinator'])).send('POST', back)).status).toBe(200);
    expect((await caller.take()).because).toBe('retry');
  });
});

describe('a household that got no card', () => {
  async function openedByHand(): Promise<RingNight> {
    const night = await RingNight.prepare(server, []);
    await giveTips(server, night.campaign.id, inventedTips(1, { street: null, postcode: null }));
    const mayor = await night.mayor();
    for (const id of await night.householdIds()) {
      await mayor.send('POST', `/households/${id}/open-by-hand`, { reason: 'Har ingen adresse' });
    }
    return night;
  }
  const refused = {
    code: 'validation_failed',
    fields: [{ path: 'report.noticeRead', message: expect.stringContaining('Les personvernteksten høyt') }],
  };

  it('is talked with only if the notice was read aloud; whoever tells of a death need not hear it', async () => {
    const night = await openedByHand();
    const caller = await night.caller();
    const held = await caller.take();
    expect(held.mustReadNotice).toBe(true);
    expect((await caller.report(held, interested)).json).toMatchObject(refused);
    expect((await caller.report(held, { ...interested, noticeRead: true })).status).toBe(201);
    const other = await openedByHand();
    await (await other.caller()).call({ attempt: 'talked', outcome: { result: 'deceased' } });
  });

  it('is told so beside a call that was never reported, and the late report is held to it', async () => {
    const night = await openedByHand();
    const caller = await night.caller();
    const held = await caller.take();
    await caller.send('POST', `/leases/${held.leaseId}/pin`);
    server.clock.advance({ minutes: 61 });
    await (await night.caller('En annen')).next();
    expect((await caller.send('GET', '/status')).json).toMatchObject({
      unreported: [{ leaseId: held.leaseId, mustReadNotice: true }],
    });
    expect((await caller.report(held, interested)).json).toMatchObject(refused);
    expect((await caller.report(held, { ...interested, noticeRead: true })).json).toMatchObject({
      isLate: true,
    });
  });
});

describe('undo', () => {
  it('puts everything back and the household in the hand, until somebody else has had it', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const [caller, other] = [await night.caller('En'), await night.caller('To')];
    const held = await caller.take();
    const { reportId } = (await caller.report(held, { attempt: 'busy' })).json as { reportId: string };
    expect((await caller.send('POST', `/reports/${reportId}/undo`)).status).toBe(200);
    const again = await caller.take();
    expect(again).toMatchObject({ householdId: held.householdId, earlier: [] });
    const second = (await caller.report(again, { attempt: 'busy' })).json as { reportId: string };
    server.clock.advance({ minutes: 31 });
    await other.take();
    expect((await caller.send('POST', `/reports/${second.reportId}/undo`)).json).toMatchObject({
      code: 'undo_too_late',
    });
  });
});

describe('a late report', () => {
  it('is stored, told to the one who holds the household now, and decides nothing over a newer one', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const [slowest, slow, quick] = [
      await night.caller('Senest'),
      await night.caller('Sein'),
      await night.caller('Rask'),
    ];
    const longAgo = await slowest.take();
    server.clock.advance({ minutes: 31 });
    const first = await slow.take();
    await slow.send('POST', `/leases/${first.leaseId}/pin`);
    server.clock.advance({ minutes: 61 });
    const second = await quick.take();
    expect(second.earlier).toMatchObject([{ attempt: 'not_reported', callerName: 'Sein' }]);
    const late = await slow.report(first, { attempt: 'no_answer' });
    expect(late.json).toMatchObject({ isLate: true, canUndo: false });
    const beat = await quick.send('POST', `/leases/${second.leaseId}/heartbeat`);
    expect(beat.json).toMatchObject({ lateReport: { attempt: 'no_answer', callerName: 'Sein' } });
    await quick.report(second, interested);
    const evenLater = await slowest.report(longAgo, { attempt: 'talked', outcome: { result: 'not_now' } });
    expect(evenLater.json).toMatchObject({ isLate: true });
    const board = await (await night.mayor()).send('GET', '/board/3427');
    expect(board.json).toMatchObject({ households: [{ state: 'with_host' }] });
  });
});

describe('one call', () => {
  it('is one report, however many are sent, until it is taken back', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    const held = await caller.take();
    const first = await caller.report(held, { attempt: 'no_answer' });
    expect(first.status).toBe(201);
    expect(await caller.report(held, { attempt: 'no_answer' })).toMatchObject({
      status: 409,
      json: { code: 'conflict', message: expect.stringContaining('alt rapportert') },
    });
    const board = await (await night.mayor()).send('GET', '/board/3427');
    expect(board.json).toMatchObject({ households: [{ attempts: 1 }] });
  });

  it('was not made when the household was put back', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    const held = await caller.take();
    expect((await caller.send('POST', `/leases/${held.leaseId}/release`)).status).toBe(200);
    const late = await caller.report(held, { attempt: 'talked', outcome: { result: 'erase' } });
    expect(late.status).toBe(409);
  });

  it('cannot end in an agreement that is past or years ahead', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    const held = await caller.take();
    for (const callbackAt of ['2020-02-04T17:00:00.000Z', '2031-02-04T17:00:00.000Z']) {
      expect(await caller.report(held, { attempt: 'callback', callbackAt })).toMatchObject({
        status: 422,
        json: { fields: [{ path: 'report.callbackAt' }] },
      });
    }
  });
});

describe('the host', () => {
  it('gets those who were interested by due date, follows them to the end, and only in the own municipality', async () => {
    const night = await RingNight.prepare(server, inventedTips(2));
    const caller = await night.caller();
    await caller.call({ ...interested, note: 'Vil gjerne ha en telefon om jobb på skolen' });
    await caller.call({ attempt: 'talked', outcome: { result: 'moving' } });
    const host = await server.signedIn(['host'], '3427');
    const url = `/api/campaigns/${night.campaign.id}/follow-ups`;
    const list = (await host.send('GET', url)).json as { followUps: { id: string; version: number }[] };
    expect(list.followUps).toMatchObject([
      { result: 'moving', dueOn: '2026-02-06', status: 'new', isOverdue: false },
      {
        result: 'interested',
        dueOn: '2026-02-10',
        interests: ['job'],
        callersNote: expect.stringContaining('skolen'),
      },
    ]);
    const [first] = list.followUps;
    const change = { version: first?.version, status: 'contacted', note: 'Kommer på besøk i påsken' };
    expect((await host.send('PATCH', `${url}/${first?.id}`, change)).json).toMatchObject({
      status: 'contacted',
    });
    expect((await host.send('PATCH', `${url}/${first?.id}`, change)).status).toBe(409);
    const neighbour = await server.signedIn(['host'], '3426');
    expect((await neighbour.send('GET', url)).json).toEqual({ followUps: [] });
    expect((await neighbour.send('PATCH', `${url}/${first?.id}`, change)).status).toBe(404);
  });

  it('loses a follow-up again when the report is undone before anybody acted on it', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    const held = await caller.take();
    const { reportId } = (await caller.report(held, interested)).json as { reportId: string };
    await caller.send('POST', `/reports/${reportId}/undo`);
    const host = await server.signedIn(['host'], '3427');
    const list = await host.send('GET', `/api/campaigns/${night.campaign.id}/follow-ups?show=all`);
    expect(list.json).toEqual({ followUps: [] });
  });
});
