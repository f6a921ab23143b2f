import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Campaign } from '@savner/contract/campaigns';
import { batchFilter } from '@savner/contract/postcards';
import sharp from 'sharp';
import { type PostcardsApp, startPostcardsApp } from '../../../../test/postcards-app.js';
import { Database } from '../../../platform/database/database.js';
import { JobRow } from '../../../platform/jobs/job.entity.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { CampaignsService } from '../../campaigns/index.js';
import { BatchesService } from '../batches.service.js';
import { removeImagesJob } from '../postcards.jobs.js';
import { CardImagesService } from './card-images.service.js';

let room: PostcardsApp;
let images: CardImagesService;
let campaign: Campaign;
const actor = { name: 'Koordinator Prøvestad' };
const filter = batchFilter.parse({ template: 'fjell-a6', language: 'nb' });

beforeAll(async () => {
  room = await startPostcardsApp();
  images = room.app.get(CardImagesService);
});
afterAll(() => room.close());
beforeEach(async () => {
  room.households.households.clear();
  campaign = await room.newCampaign();
});

function photo(background: string): Promise<Buffer> {
  return sharp({ create: { width: 1819, height: 1311, channels: 3, background } })
    .png()
    .toBuffer();
}

function signature(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="1000" viewBox="0 0 200 100"><path d="M40 60C60 10 80 90 100 50S140 20 160 60" fill="none" stroke="#123" stroke-width="3"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

const put = (of: Campaign, slot: string, bytes: Uint8Array) =>
  images.store(actor, { campaignId: of.id, slot }, { bytes, alternative: 'Utsikt' });
const filesOf = async (of: Campaign) =>
  (await images.list(of.id)).images.map(({ slot, sha256 }) =>
    join(
      room.place.config.dataDirectory,
      'card-images',
      slot === 'photo' ? `${sha256}.jpg` : `${sha256}.pbm`,
    ),
  );
const areThere = (files: readonly string[]) => files.map((file) => existsSync(file));

async function move(of: Campaign, state: Campaign['state']): Promise<void> {
  const campaigns = room.app.get(CampaignsService);
  await campaigns.change(of.id, { version: (await campaigns.get(of.id)).version, state });
}

const plannedFor = ({ id }: Campaign) =>
  room.app
    .get(Database)
    .reader.findBy(JobRow, { name: removeImagesJob.name, campaignId: id, state: 'waiting' });

/** What has been planned for later, now. */
async function runPlanned({ id }: Campaign): Promise<void> {
  const jobs = room.app.get(Jobs);
  await room.app
    .get(Database)
    .transaction(() => jobs.enqueue(removeImagesJob, { campaignId: id }, { campaignId: id }));
  await jobs.drain();
}

async function printed(): Promise<string> {
  const { id } = await room.app.get(BatchesService).create(actor, campaign.id, filter);
  await room.app.get(Jobs).drain();
  return id;
}

describe('the pictures of a campaign that has ended', () => {
  it('are removed thirty days later', async () => {
    await put(campaign, 'photo', await photo('#306090'));
    expect(await plannedFor(campaign)).toEqual([]);
    await move(campaign, 'closed');
    const planned = await plannedFor(campaign);
    const days = planned.map(({ runAt }) => (runAt.getTime() - room.clock.now().getTime()) / 86_400_000);
    expect(days).toEqual([30]);
  });

  it('are gone from the disk and the database, replaced ones too, when its batches have been posted', async () => {
    room.households.add();
    await put(campaign, 'photo', await photo('#406090'));
    await put(campaign, '3427', await signature());
    const batchId = await printed();
    const before = await filesOf(campaign);
    await put(campaign, 'photo', await photo('#506090'));
    const files = [...new Set([...before, ...(await filesOf(campaign))])];
    await room.app.get(BatchesService).markPosted(campaign.id, batchId, '2026-02-03');
    await move(campaign, 'closed');
    expect(areThere(files)).toEqual([true, true, true]);
    await runPlanned(campaign);
    expect(areThere(files)).toEqual([false, false, false]);
    expect(await filesOf(campaign)).toEqual([]);
  });

  it('stay when it has been opened again', async () => {
    await put(campaign, 'photo', await photo('#606090'));
    await move(campaign, 'closed');
    await move(campaign, 'open');
    await runPlanned(campaign);
    expect(areThere(await filesOf(campaign))).toEqual([true]);
  });

  it('stay where another campaign shows them, or a batch that is neither posted nor cancelled', async () => {
    room.households.add();
    const shared = await photo('#706090');
    await put(campaign, 'photo', shared);
    await put(campaign, '3427', await signature());
    const files = await filesOf(campaign);
    const batchId = await printed();
    const other = await room.newCampaign();
    await put(other, 'photo', shared);
    await move(campaign, 'closed');
    await runPlanned(campaign);
    expect(areThere(files)).toEqual([true, true]);
    expect(await plannedFor(campaign)).toHaveLength(2);
    await room.app.get(BatchesService).cancel(campaign.id, batchId);
    await runPlanned(campaign);
    expect(areThere(await filesOf(other))).toEqual([true]);
    expect(areThere(files).filter(Boolean)).toHaveLength(1);
  });
});
