import type { INestApplicationContext } from '@nestjs/common';
import { performance } from 'node:perf_hooks';
import { type Campaign, campaignSettings } from '@savner/contract/campaigns';
import { createAppContext } from '../../app.js';
import type { Config } from '../../config/config.js';
import { CampaignsService, knownMunicipalities } from '../../features/campaigns/index.js';
import { MatchRehearsal } from '../../features/people/index.js';
import { type GeneratedTip, generateTips } from '../matching/tips-generator.js';
import { FilledCampaign } from './filled-campaign.js';
import { openRaw } from './raw-connection.js';

export interface FillOrder {
  readonly config: Config;
  /** Tips in the campaign. */
  readonly size: number;
  readonly seed: number;
  /** Tips that are held back, to come as new ones. */
  readonly kept: number;
}

export interface Filled {
  readonly campaign: Campaign;
  readonly kept: readonly GeneratedTip[];
}

/** The tips that are to come as new ones are taken out evenly, so that they meet those about the same people. */
function* without(
  tips: Iterable<GeneratedTip>,
  every: number,
  wanted: number,
  kept: GeneratedTip[],
): Generator<GeneratedTip> {
  let count = 0;
  for (const tip of tips) {
    count += 1;
    if (count % every !== 0 || kept.length === wanted) {
      yield tip;
      continue;
    }
    kept.push(tip);
  }
}

export async function fill({ config, size, seed, kept: wanted }: FillOrder): Promise<Filled> {
  const kept: GeneratedTip[] = [];
  const app = await createAppContext(config, undefined, { role: 'enqueue' });
  const campaign = await openCampaign(app);
  const rehearsal = app.get(MatchRehearsal);
  const judge = await rehearsal.judge(campaign);
  await app.close();
  const [raw, begun] = [await openRaw(config.database), performance.now()];
  const all = size + wanted;
  const tips = without(generateTips(all, seed), Math.floor(all / wanted), wanted, kept);
  const filled = await new FilledCampaign(raw, campaign, rehearsal, judge).fill(tips);
  await raw.close();
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  process.stdout.write(
    `\nfilled in ${seconds} s: ${filled.tips} tips, ${filled.keys} keys, ${filled.edges} edges\n`,
  );
  return { campaign, kept };
}

async function openCampaign(app: INestApplicationContext): Promise<Campaign> {
  const campaigns = app.get(CampaignsService);
  const draft = await campaigns.create({
    name: 'Savner du noen, målt',
    region: 'Fjellregionen',
    startsOn: '2026-01-12',
    endsOn: '2026-06-30',
    municipalities: knownMunicipalities.map(({ number }) => ({
      number,
      mayorName: 'Ordfører Prøvestad',
      callingFrom: '62 00 00 00',
    })),
    settings: campaignSettings.parse({}),
    contact: { name: 'Kontoret', email: 'kontoret@example.no', phone: '62 00 00 00' },
  });
  return campaigns.change(draft.id, { version: draft.version, state: 'open' });
}
