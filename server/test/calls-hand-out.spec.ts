import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HeldHousehold } from '@savner/contract/calls';
import { HandOutService } from '../src/features/calls/index.js';
import { startTestApp, type TestApp } from './app-harness.js';
import { giveTips } from './give-tips.js';
import { inventedTips, RingNight } from './ring-night.js';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

const oneToMany = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('twenty callers pressing «Neste» at once', () => {
  it('get twenty different households, each pressing twice', async () => {
    const night = await RingNight.prepare(server, inventedTips(25));
    const callers = await Promise.all(oneToMany(20).map((number) => night.caller(`Ringer ${number}`)));
    const answers = await Promise.all(callers.flatMap((caller) => [caller.take(), caller.take()]));
    const byCaller = callers.map((_, index) => answers.slice(index * 2, index * 2 + 2));
    for (const [first, second] of byCaller) expect(first?.leaseId).toBe(second?.leaseId);
    expect(new Set(answers.map((held) => held.householdId)).size).toBe(20);
  });

  it('share what there is when there is less, and the others are told why', async () => {
    const night = await RingNight.prepare(server, inventedTips(12));
    const callers = await Promise.all(oneToMany(20).map((number) => night.caller(`Ringer ${number}`)));
    const answers = await Promise.all(callers.map((caller) => caller.next()));
    const held = answers.flatMap((answer) => (answer.kind === 'held' ? [answer.household.householdId] : []));
    expect(new Set(held).size).toBe(12);
    expect(held).toHaveLength(12);
    const empty = answers.flatMap((answer) => (answer.kind === 'empty' ? [answer.queue] : []));
    expect(empty).toHaveLength(8);
    for (const queue of empty) expect(queue.reason).toBe('held_by');
  });

  it('get different ones through the service too', async () => {
    const night = await RingNight.prepare(server, inventedTips(20));
    const callers = await Promise.all(oneToMany(20).map((number) => night.caller(`Ringer ${number}`)));
    const service = server.get(HandOutService);
    const answers = await Promise.all(
      callers.map(({ user }, index) =>
        service.next(
          {
            userId: user.userId,
            name: `Ringer ${index}`,
            email: null,
            roles: ['caller'],
            municipality: '3427',
            sessionId: 'spec',
          },
          night.campaign.id,
        ),
      ),
    );
    const held = answers.flatMap((answer) => (answer.kind === 'held' ? [answer.household.householdId] : []));
    expect(new Set(held).size).toBe(20);
  });
});

describe('a household in the hand', () => {
  it('shows who misses them, the number, and what each answer will lead to', async () => {
    const tip = {
      relation: 'Gammel nabo',
      greeting: 'Kom heim, vi treng deg på skulen',
      tipperName: 'Tipser Prøvestad',
      maySayName: true,
    };
    const night = await RingNight.prepare(server, inventedTips(1, tip));
    const held = await (await night.caller()).take();
    expect(held).toMatchObject({
      because: 'never_tried',
      cardPostedOn: '2026-01-26',
      mustReadNotice: false,
      missers: [{ name: 'Tipser Prøvestad', relation: 'Gammel nabo' }],
      numbers: [{ isPreferred: true, shown: expect.stringMatching(/^\d{3} \d{2} \d{3}$/) }],
    });
    const noAnswer = held.outlook.find((each) => each.code === 'no_answer');
    expect(noAnswer).toEqual({ code: 'no_answer', leadsTo: 'retry', at: '2026-02-04T15:00:00.000Z' });
  });

  it('is kept by the heartbeat, longer once the number is tapped, and lost when time runs out', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const [caller, other] = [await night.caller('En'), await night.caller('To')];
    const held = await caller.take();
    server.clock.advance({ minutes: 20 });
    const beat = await caller.send('POST', `/leases/${held.leaseId}/heartbeat`);
    expect(beat.json).toMatchObject({ expiresAt: '2026-02-03T17:50:00.000Z', isPinned: false });
    const pin = await caller.send('POST', `/leases/${held.leaseId}/pin`);
    expect(pin.json).toMatchObject({ expiresAt: '2026-02-03T18:20:00.000Z', isPinned: true });
    expect((await other.next()).kind).toBe('empty');
    server.clock.advance({ minutes: 61 });
    expect((await caller.send('POST', `/leases/${held.leaseId}/heartbeat`)).status).toBe(409);
    expect((await other.take()).householdId).toBe(held.householdId);
    const status = await caller.send('GET', '/status');
    expect(status.json).toMatchObject({ held: null, unreported: [{ leaseId: held.leaseId }] });
  });

  it('is free at once when the caller signs out or is sent out', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const [caller, other] = [await night.caller('En'), await night.caller('To')];
    const held = await caller.take();
    await caller.user.send('DELETE', '/api/session');
    expect((await other.take()).householdId).toBe(held.householdId);
  });

  it('goes back when released, and never again to the one who skipped it', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const [caller, other] = [await night.caller('En'), await night.caller('To')];
    const first = await caller.take();
    await caller.send('POST', `/leases/${first.leaseId}/release`);
    const again = await caller.take();
    expect(again.householdId).toBe(first.householdId);
    await caller.send('POST', `/leases/${again.leaseId}/skip`, { reason: 'i_know_them' });
    expect(await caller.next()).toMatchObject({ kind: 'empty', queue: { reason: 'kept_off' } });
    expect((await other.take()).because).toBe('skipped_before');
  });

  it('needs the leader after three have skipped it', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    for (const name of ['En', 'To', 'Tre']) {
      const caller = await night.caller(name);
      const held = await caller.take();
      await caller.send('POST', `/leases/${held.leaseId}/skip`, { reason: 'other' });
    }
    const mayor = await night.mayor();
    expect(await mayor.next()).toMatchObject({ kind: 'empty', queue: { reason: 'needs_coordinator' } });
    const [household] = await night.householdIds();
    await mayor.send('POST', `/households/${household}/return-to-queue`);
    expect((await mayor.take()).householdId).toBe(household);
  });
});

describe('«Neste» gives nothing', () => {
  it('of a tip the caller sent, or about the caller', async () => {
    const own = { ...inventedTips(1)[0], tipperName: 'Tipser Ringersen' };
    const night = await RingNight.prepare(server, [own]);
    const tipper = await night.caller('tipser  ringersen');
    expect(await tipper.next()).toMatchObject({ kind: 'empty', queue: { reason: 'kept_off' } });
    const self = await night.caller(`${own.firstNames} ${own.lastName}`);
    expect(await self.next()).toMatchObject({ kind: 'empty', queue: { reason: 'kept_off' } });
    expect((await (await night.caller('En annen')).next()).kind).toBe('held');
  });

  it('before the card has come, on Sundays, holidays and at night, and says when', async () => {
    const night = await RingNight.prepare(server, inventedTips(2));
    await night.post('2026-02-02');
    const caller = await night.caller();
    expect(await caller.next()).toMatchObject({
      kind: 'empty',
      queue: { reason: 'waiting_for_card', nextAt: '2026-02-05T15:00:00.000Z' },
    });
    server.clock.set('2026-02-08T14:00:00+01:00');
    expect(await caller.next()).toMatchObject({
      kind: 'empty',
      queue: { reason: 'outside_call_hours', nextAt: '2026-02-09T15:00:00.000Z' },
    });
    server.clock.set('2026-04-02T17:00:00+02:00');
    expect(await caller.next()).toMatchObject({ queue: { nextAt: '2026-04-04T09:00:00.000Z' } });
  });

  it('of another municipality, nor when the campaign is closed', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const tolga = await night.caller('Nabo', '3426');
    expect(await tolga.next()).toMatchObject({ kind: 'empty', queue: { reason: 'all_done' } });
    const [household] = await night.householdIds();
    expect((await tolga.send('POST', `/households/${household}/choose`, {})).status).toBe(404);
    expect((await tolga.send('GET', '/board/3427')).status).toBe(403);
  });

  it('whose time to be informed has run out without a card; opened in time, the notice is read aloud', async () => {
    const [first, second] = inventedTips(2, { street: null, postcode: null });
    const night = await RingNight.prepare(server, []);
    const early = { ...first, receivedAt: new Date('2026-01-02T12:00:00.000Z') };
    await giveTips(server, night.campaign.id, [early, { ...second }]);
    const [caller, mayor] = [await night.caller(), await night.mayor()];
    expect(await caller.next()).toMatchObject({ queue: { reason: 'waiting_for_card' } });
    for (const household of await night.householdIds()) {
      await mayor.send('POST', `/households/${household}/open-by-hand`, { reason: 'Har ingen adresse' });
    }
    const held = await caller.take();
    expect(held).toMatchObject({ mustReadNotice: true, cardPostedOn: null });
    await caller.report(held, { attempt: 'no_answer' });
    expect(await caller.next()).toMatchObject({
      queue: {
        counts: [
          { reason: 'cooling_down', count: 1 },
          { reason: 'not_informed', count: 1 },
        ],
      },
    });
  });
});

describe('a household of one’s own choice', () => {
  it('is the same lease: nobody else gets it, and one cannot hold two', async () => {
    const night = await RingNight.prepare(server, inventedTips(2));
    const [caller, other] = [await night.caller('En'), await night.caller('To')];
    const [first, second] = await night.householdIds();
    const chosen = await caller.send('POST', `/households/${first}/choose`, {});
    expect(chosen.json).toMatchObject({
      householdId: first,
      because: 'chosen',
    } satisfies Partial<HeldHousehold>);
    expect((await other.send('POST', `/households/${first}/choose`, {})).status).toBe(409);
    expect((await caller.send('POST', `/households/${second}/choose`, {})).json).toMatchObject({
      code: 'you_hold_another',
    });
    const both = await Promise.all([
      other.send('POST', `/households/${second}/choose`, {}),
      (await night.caller('Tre')).send('POST', `/households/${second}/choose`, {}),
    ]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });
});
