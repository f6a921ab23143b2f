import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Campaign } from '@savner/contract/campaigns';
import { HouseholdsReader } from '../src/features/people/index.js';
import { CardChoicesService } from '../src/features/postcards/card-choices.service.js';
import { CardCodes } from '../src/features/postcards/card-codes.js';
import { BatchesService } from '../src/features/postcards/index.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { startTestApp, type TestApp } from './app-harness.js';
import { eraseTips, giveTips } from './give-tips.js';

let server: TestApp;
let campaign: Campaign;

beforeAll(async () => {
  server = await startTestApp();
  campaign = await server.openCampaign();
});
afterAll(() => server.close());

const kari = {
  firstNames: 'Kari',
  lastName: 'Eksempelsen',
  street: 'Prøvegata 1',
  postcode: '7030',
  phone: '91234567',
};
const ola = {
  firstNames: 'Ola',
  lastName: 'Prøvestad',
  street: 'Dømesvegen 2',
  postcode: '0575',
  phone: '92345678',
};
const liv = {
  firstNames: 'Liv',
  lastName: 'Oppdiktet',
  street: 'Testlia 3',
  postcode: '9008',
  phone: '93456789',
};

it('cards go to households born from tips; who says no or is erased leaves the batch', async () => {
  const [, , livsTip] = await giveTips(server, campaign.id, [kari, ola, liv]);
  await giveTips(server, campaign.id, [{ firstNames: 'Per', lastName: 'Utenadresse', phone: '94567890' }]);
  const coordinator = await server.signedIn(['coordinator']);
  const path = `/api/campaigns/${campaign.id}/postcards`;
  const filter = { template: 'fjell-a6', language: 'nb' };

  const ready = await coordinator.send('POST', `${path}/readiness`, filter);
  expect(ready.json).toMatchObject({
    ready: 3,
    leftOut: [{ name: 'Per Utenadresse', reason: 'no_address' }],
  });

  const made = await coordinator.send('POST', `${path}/batches`, filter);
  const { id } = made.json as { id: string };
  await server.get(Jobs).drain();
  const batches = server.get(BatchesService);
  const lines = async () =>
    (await batches.manifest(campaign.id, id)).cards.map((card) => card.addressLines[0] ?? card.state);
  expect(await lines()).toEqual(['Ola Prøvestad', 'Kari Eksempelsen', 'Liv Oppdiktet']);

  const { cards } = await batches.manifest(campaign.id, id);
  await server.get(CardChoicesService).doNotCall(server.get(CardCodes).codeOf(cards[0]?.id ?? ''));
  await server.get(Jobs).drain();
  const [blocked] = await server.get(HouseholdsReader).byIds([cards[0]?.householdId ?? '']);
  expect(blocked?.blockReason).toBe('suppressed');
  expect(await lines()).toEqual(['Kari Eksempelsen', 'Liv Oppdiktet']);

  await eraseTips(server, campaign.id, [livsTip ?? '']);
  await server.get(Jobs).drain();
  expect(await lines()).toEqual(['Kari Eksempelsen', 'erased']);
  expect(await batches.get(campaign.id, id)).toMatchObject({ state: 'ready', cardCount: 1 });
});
