import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { HeldHousehold, NextAnswer } from '@savner/contract/calls';
import type { Campaign } from '@savner/contract/campaigns';
import type { HouseholdRow } from '@savner/contract/people';
import type { Tip } from '@savner/contract/tips';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { newId } from '../src/platform/ids.js';
import { startTestApp, type TestApp, type TestUser } from './app-harness.js';

let server: TestApp;
let campaign: Campaign;

beforeAll(async () => {
  server = await startTestApp();
  server.clock.set('2026-02-03T12:00:00+01:00');
  campaign = await server.openCampaign();
});
afterAll(() => server.close());

const url = (path: string) => `/api/campaigns/${campaign.id}${path}`;

/** Sends, and expects that it goes well. */
async function ask<Answer>(
  user: TestUser,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<Answer> {
  const answer = await user.send(method, path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  return answer.json as Answer;
}

it('two residents tip about one family, and it becomes one card, one call, one follow-up and one in the figures', async () => {
  const tips = [
    {
      municipality: '3427',
      firstNames: 'Kari',
      lastName: 'Prøvestad',
      phone: '912 34 567',
      street: 'Prøvegata 1',
      postcode: '7030',
      greeting: 'Kom heim!',
    },
    {
      municipality: '3427',
      firstNames: 'Ola',
      lastName: 'Eksempelsen',
      phone: '922 33 445',
      birthYear: 1980,
    },
  ];
  for (const tip of tips) await ask(server.visitor, 'POST', '/api/public/tips', { key: newId(), ...tip });
  await server.get(Jobs).drain();

  const coordinator = await server.signedIn(['coordinator']);
  const list = await ask<{ tips: Tip[] }>(coordinator, 'GET', url('/tips'));
  const tipOf = (name: string) => list.tips.find((tip) => JSON.stringify(tip).includes(name))?.id;
  const pair = { tipA: tipOf('Prøvestad'), tipB: tipOf('Eksempelsen'), verdict: 'same' };
  await ask(coordinator, 'POST', url('/matches/decide'), {
    kind: 'household',
    answers: [pair],
    why: 'De er gift',
  });
  const { households } = await ask<{ households: HouseholdRow[] }>(coordinator, 'GET', url('/households'));
  expect(households).toMatchObject([{ stage: 'ready_for_card', tipCount: 2 }]);

  const filter = { template: 'fjell-a6', language: 'nb' };
  const batch = await ask<{ id: string }>(coordinator, 'POST', url('/postcards/batches'), filter);
  await server.get(Jobs).drain();
  await ask(coordinator, 'POST', url(`/postcards/batches/${batch.id}/posted`), { postedOn: '2026-02-03' });

  server.clock.set('2026-02-09T18:00:00+01:00');
  const caller = await server.signedIn(['caller'], '3427');
  const next = await ask<NextAnswer>(caller, 'POST', url('/calls/next'));
  if (next.kind !== 'held') throw new Error(JSON.stringify(next.queue));
  const held: HeldHousehold = next.household;
  expect(held).toMatchObject({
    householdId: households[0]?.id,
    cardPostedOn: '2026-02-03',
    mustReadNotice: false,
  });
  expect(held.missers.map((misser) => misser.greeting).sort()).toEqual(['', 'Kom heim!']);
  expect(held.numbers).toHaveLength(2);
  const report = { attempt: 'talked', outcome: { result: 'interested', interests: ['job'] } };
  await ask(caller, 'POST', url('/calls/reports'), {
    key: newId(),
    leaseId: held.leaseId,
    number: held.numbers[1]?.number,
    report,
  });

  const host = await server.signedIn(['host'], '3427');
  expect(await ask(host, 'GET', url('/follow-ups'))).toMatchObject({
    followUps: [{ result: 'interested', dueOn: '2026-02-16' }],
  });
  const again = await server.signedIn(['coordinator']);
  expect(await ask(again, 'GET', url('/figures'))).toMatchObject({
    region: { tips: 2, households: 1, informed: 1, called: 1, reached: 1, interested: 1 },
  });
});
