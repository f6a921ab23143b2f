import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Campaign } from '@savner/contract/campaigns';
import { batchFilter, type BatchFilter } from '@savner/contract/postcards';
import { type ListedHouseholds, type PostcardsApp, startPostcardsApp } from '../../../test/postcards-app.js';
import { Database } from '../../platform/database/database.js';
import { Events } from '../../platform/events.js';
import { newId } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { BatchesService } from './batches.service.js';
import { CardChoicesService } from './card-choices.service.js';
import { CardCodes } from './card-codes.js';
import { CardsReader } from './cards-reader.js';
import { groupCode } from './domain/card-code.js';
import { type CardsPosted, cardsPosted } from './postcards.events.js';
import { PostcardsRepository } from './postcards.repository.js';
import { ReadinessService } from './readiness.service.js';

let room: PostcardsApp;
let app: NestFastifyApplication;
let campaign: Campaign;
let households: ListedHouseholds;
let batches: BatchesService;
const actor = { name: 'Koordinator Prøvestad' };
const everyone: BatchFilter = batchFilter.parse({ template: 'fjell-a6', language: 'nb' });

beforeAll(async () => {
  room = await startPostcardsApp();
  ({ app, households } = room);
  batches = app.get(BatchesService);
});
afterAll(() => room.close());

beforeEach(async () => {
  households.households.clear();
  campaign = await room.newCampaign();
});

const drain = () => app.get(Jobs).drain();
const fileOf = (batchId: string) => join(room.place.config.dataDirectory, 'print', `${batchId}.1.pdf`);
const filesOf = (batchId: string) => app.get(PostcardsRepository).filesOf([batchId]);
const checksumOf = async (batchId: string) => (await filesOf(batchId))[0]?.sha256 ?? null;
const again = (batchId: string) => batches.get(campaign.id, batchId);

async function printed(filter: BatchFilter = everyone) {
  const batch = await batches.create(actor, campaign.id, filter);
  await drain();
  return again(batch.id);
}

describe('a print batch', () => {
  it('is made as a job: file, checksum and manifest in postal order', async () => {
    households.add({ postcode: '9008' });
    households.add({ postcode: '0575', names: ['Láilá Eksempel', 'Jon Eksempel'] });
    const batch = await printed();
    expect(batch).toMatchObject({ state: 'ready', number: 1, cardCount: 2 });
    const bytes = readFileSync(fileOf(batch.id));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = {
      number: 1,
      municipality: null,
      firstCard: 1,
      cards: 2,
      pages: 4,
      bytes: bytes.length,
      sha256,
    };
    expect(await filesOf(batch.id)).toEqual([{ batchId: batch.id, ...file }]);
    expect(statSync(fileOf(batch.id)).mode & 0o777).toBe(0o600);
    const { cards } = await batches.manifest(campaign.id, batch.id);
    expect(cards.map((card) => card.addressLines)).toEqual([
      ['Láilá og Jon Eksempel', 'Prøvegata 1', '0575 OSLO'],
      ['Kari Eksempel', 'Prøvegata 1', '9008 TROMSØ'],
    ]);
  });

  it('is refused when nobody is ready', async () => {
    households.add({ obstacle: 'possible_duplicate' });
    await expect(batches.create(actor, campaign.id, everyone)).rejects.toMatchObject({
      code: 'nothing_to_print',
    });
  });

  it('holds those who must be informed first when it is limited', async () => {
    households.add({ informBy: new Date('2026-03-11T00:00:00Z') });
    const urgent = households.add({ informBy: new Date('2026-02-05T00:00:00Z') });
    const batch = await printed({ ...everyone, limit: 1 });
    const { cards } = await batches.manifest(campaign.id, batch.id);
    expect(cards.map((card) => card.householdId)).toEqual([urgent]);
  });

  it('never shares a household with another open batch, however many press the button', async () => {
    for (let count = 0; count < 5; count += 1) households.add();
    const made = await Promise.allSettled(
      Array.from({ length: 6 }, () => batches.create(actor, campaign.id, everyone)),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = made.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    const calmly = expect.stringMatching(/^(conflict|nothing_to_print)$/);
    expect(refused).toEqual(refused.map(() => expect.objectContaining({ code: calmly })));
    await drain();
    const counts = await app.get(CardsReader).countsIn(campaign.id);
    expect(counts.get('3427')).toEqual({ inBatch: 5, posted: 0 });
  });

  it('that is cancelled deletes its file and frees the households for the next', async () => {
    const household = households.add();
    const batch = await printed();
    await batches.cancel(campaign.id, batch.id);
    expect(existsSync(fileOf(batch.id))).toBe(false);
    expect(await app.get(CardsReader).stateOf(household)).toEqual({ state: 'none' });
    expect(await printed()).toMatchObject({ number: 2, state: 'ready', cardCount: 1 });
  });

  it('cannot be fetched before it is made, nor after it is cancelled', async () => {
    households.add();
    const batch = await batches.create(actor, campaign.id, everyone);
    await batches.cancel(campaign.id, batch.id);
    await drain();
    await expect(batches.printFile(campaign.id, batch.id, 1)).rejects.toMatchObject({
      code: 'batch_not_ready',
    });
    expect(existsSync(fileOf(batch.id))).toBe(false);
  });

  it('is made anew after a crash, with the same bytes, and what the crash left is cleared away', async () => {
    households.add();
    const batch = await printed();
    const checksum = await checksumOf(batch.id);
    const folder = join(room.place.config.dataDirectory, 'print');
    writeFileSync(join(folder, `${batch.id}.1.crashed.draft`), 'half a file');
    await app
      .get(Database)
      .transaction(() =>
        app.get(PostcardsRepository).moveBatch(batch.id, ['ready'], { state: 'rendering', jobId: newId() }),
      );
    rmSync(fileOf(batch.id));
    await expect(batches.retry(campaign.id, batch.id)).resolves.toMatchObject({ state: 'rendering' });
    await drain();
    expect(await again(batch.id)).toMatchObject({ state: 'ready' });
    expect(checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(await checksumOf(batch.id)).toBe(checksum);
    expect(readdirSync(folder).filter((name) => name.startsWith(batch.id))).toEqual([`${batch.id}.1.pdf`]);
  });

  it('of another campaign is not found', async () => {
    households.add();
    const batch = await printed();
    await expect(batches.get(newId(), batch.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('posting', () => {
  it('tells which households were posted and when, once', async () => {
    const told: CardsPosted[] = [];
    app.get(Events).subscribe(cardsPosted, async (posted) => void told.push(posted));
    const household = households.add();
    const batch = await printed();
    await batches.markPosted(campaign.id, batch.id, '2026-02-03');
    await batches.markPosted(campaign.id, batch.id, '2026-02-03');
    expect(told).toEqual([{ campaignId: campaign.id, householdIds: [household], postedOn: '2026-02-03' }]);
    expect(await app.get(CardsReader).stateOf(household)).toEqual({
      state: 'posted',
      postedOn: '2026-02-03',
    });
    await expect(batches.cancel(campaign.id, batch.id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('refuses a date that has not come and one before the batch was made', async () => {
    households.add();
    const batch = await printed();
    const post = (date: string) => batches.markPosted(campaign.id, batch.id, date);
    await expect(post('2026-02-04')).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(post('2026-02-02')).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('of a household once is for good: the next batch leaves it out', async () => {
    households.add();
    const batch = await printed();
    await batches.markPosted(campaign.id, batch.id, '2026-02-03');
    await expect(batches.create(actor, campaign.id, everyone)).rejects.toMatchObject({
      code: 'nothing_to_print',
    });
  });
});

describe('«ikke ring meg» behind the card’s code', () => {
  it('stops the household, takes it out of the file, and can be said twice', async () => {
    const kept = households.add({ names: ['Ola Eksempel'] });
    const leaving = households.add();
    const batch = await printed();
    const { cards } = await batches.manifest(campaign.id, batch.id);
    const card = cards.find(({ householdId }) => householdId === leaving);
    const code = groupCode(app.get(CardCodes).codeOf(card?.id ?? '')).toLowerCase();
    await app.get(CardChoicesService).doNotCall(code);
    await app.get(CardChoicesService).doNotCall(code);
    await drain();
    expect(households.households.get(leaving)?.obstacle).toBe('blocked');
    const after = await again(batch.id);
    expect(after).toMatchObject({ state: 'ready', cardCount: 1 });
    expect(await filesOf(batch.id)).toMatchObject([{ cards: 1, pages: 2 }]);
    const left = (await batches.manifest(campaign.id, batch.id)).cards;
    expect(left.map(({ householdId }) => householdId)).toEqual([kept]);
  });

  it('drops a batch that is empty afterwards', async () => {
    households.add();
    const batch = await printed();
    const [card] = (await batches.manifest(campaign.id, batch.id)).cards;
    await app.get(CardChoicesService).doNotCall(app.get(CardCodes).codeOf(card?.id ?? ''));
    await drain();
    expect(await again(batch.id)).toMatchObject({ state: 'cancelled' });
    expect(await filesOf(batch.id)).toEqual([]);
    expect(existsSync(fileOf(batch.id))).toBe(false);
  });

  it('does nothing for unknown and impossible codes', async () => {
    households.add();
    await app.get(CardChoicesService).doNotCall('0'.repeat(27));
    await app.get(CardChoicesService).doNotCall('tull');
    expect([...households.households.values()].map(({ obstacle }) => obstacle)).toEqual([null]);
  });

  it('needs the very code: the database holds its hash only', async () => {
    households.add();
    const batch = await printed();
    const [card] = (await batches.manifest(campaign.id, batch.id)).cards;
    const code = app.get(CardCodes).codeOf(card?.id ?? '');
    expect(card?.codeHash).toBe(app.get(CardCodes).hashOf(code));
    expect(JSON.stringify(card)).not.toContain(code);
  });
});

describe('readiness', () => {
  it('counts per municipality, explains who is left out, and warns about missing facts', async () => {
    households.add();
    households.add({ municipality: '5025', postcode: '9999' });
    households.add({ municipality: '5025', obstacle: 'no_address' });
    const { plan, warnings } = await app.get(ReadinessService).preview(campaign.id, everyone);
    expect(plan.cards).toHaveLength(1);
    expect(plan.leftOut.map(({ reason }) => reason).sort()).toEqual(['no_address', 'unknown_postcode']);
    expect(warnings).toContainEqual({ kind: 'no_mayor', municipality: 'Røros' });
  });

  it('refuses a municipality that takes no part', async () => {
    const elsewhere = { ...everyone, municipalities: ['0301'] };
    await expect(app.get(ReadinessService).preview(campaign.id, elsewhere)).rejects.toMatchObject({
      code: 'validation_failed',
      fields: [{ path: 'municipalities.0' }],
    });
  });
});
