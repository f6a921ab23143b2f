import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallReportInput } from '@savner/contract/rules/call-report';
import { HouseholdsReader } from '../src/features/people/index.js';
import { Database } from '../src/platform/database/database.js';
import { startTestApp, type TestApp } from './app-harness.js';
import { giveTips } from './give-tips.js';
import { type Caller, inventedTips, RingNight } from './ring-night.js';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

async function send(caller: Caller, report: CallReportInput) {
  const held = await caller.take();
  const answer = await caller.report(held, report);
  expect(answer.status).toBe(201);
  const { reportId } = answer.json as { reportId: string };
  return {
    householdId: held.householdId,
    reportId,
    undo: () => caller.send('POST', `/reports/${reportId}/undo`),
  };
}

async function household(id: string) {
  const [found] = await server.get(HouseholdsReader).byIds([id]);
  if (!found) throw new Error('the household is gone');
  const { version: _version, ...rest } = found;
  return rest;
}

describe('a report that is taken back', () => {
  it('leaves no trace at the household: no dead number, no new number or address, no stop', async () => {
    const facts = { phone: '922 33 445', street: 'Nygata 5', postcode: '0575' };
    const reports: CallReportInput[] = [
      { attempt: 'wrong_number', facts },
      { attempt: 'talked', outcome: { result: 'wrong_person' } },
      { attempt: 'talked', outcome: { result: 'no_thanks' }, facts },
      { attempt: 'talked', outcome: { result: 'protected' } },
    ];
    for (const report of reports) {
      const night = await RingNight.prepare(server, inventedTips(1));
      const caller = await night.caller();
      const [id] = await night.householdIds();
      const before = await household(id ?? '');
      const { undo } = await send(caller, report);
      expect(await household(id ?? '')).not.toEqual(before);
      expect((await undo()).status).toBe(200);
      expect(await household(id ?? '')).toEqual(before);
      expect((await caller.send('GET', '/status')).json).toMatchObject({ held: { householdId: id } });
    }
  });

  it('keeps what others told: facts are only ever added', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    const { householdId, undo } = await send(caller, { attempt: 'busy', facts: { phone: '922 33 445' } });
    const coordinator = await server.signedIn(['coordinator']);
    const { version } = (await server.get(HouseholdsReader).byIds([householdId]))[0] ?? { version: 0 };
    const url = `/api/campaigns/${night.campaign.id}/households/${householdId}`;
    const changes = [{ kind: 'prefer_phone', phone: '933 44 556' }];
    expect((await coordinator.send('PATCH', url, { version, changes })).status).toBe(200);
    expect((await undo()).status).toBe(200);
    const numbers = (await household(householdId)).phones.map(({ number }) => number);
    expect(numbers[0]).toBe('+4793344556');
    expect(numbers).not.toContain('+4792233445');
    const [{ count } = { count: 0 }] = await server
      .get(Database)
      .select<{ count: number }>('SELECT COUNT(*) AS count FROM household_fact WHERE household_id = ?', [
        householdId,
      ]);
    expect(Number(count)).toBe(3);
  });

  it('never opens what the coordinator has stopped since', async () => {
    const night = await RingNight.prepare(server, inventedTips(1));
    const caller = await night.caller();
    const { householdId, undo } = await send(caller, { attempt: 'talked', outcome: { result: 'no_thanks' } });
    const coordinator = await server.signedIn(['coordinator']);
    const url = `/api/campaigns/${night.campaign.id}/households/${householdId}/block`;
    expect((await coordinator.send('POST', url, { reason: 'protected', why: 'Ringte oss' })).status).toBe(
      200,
    );
    expect((await caller.send('GET', '/reports/mine')).json).toMatchObject({ reports: [{ canUndo: false }] });
    expect((await undo()).json).toMatchObject({
      code: 'undo_too_late',
      message: expect.stringContaining('stanset all kontakt'),
    });
    expect((await household(householdId)).blockReason).toBe('protected');
    expect((await caller.send('GET', '/status')).json).toMatchObject({ held: null });
  });

  it('makes those untold again who were told by the notice in that very call', async () => {
    const night = await RingNight.prepare(server, []);
    await giveTips(server, night.campaign.id, inventedTips(1, { street: null, postcode: null }));
    const [id] = await night.householdIds();
    const mayor = await night.mayor();
    await mayor.send('POST', `/households/${id}/open-by-hand`, { reason: 'Har ingen adresse' });
    const caller = await night.caller();
    const { undo } = await send(caller, {
      attempt: 'talked',
      outcome: { result: 'not_now' },
      noticeRead: true,
    });
    expect((await undo()).status).toBe(200);
    expect((await caller.take()).mustReadNotice).toBe(true);
  });
});
