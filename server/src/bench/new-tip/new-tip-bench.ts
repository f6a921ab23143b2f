import type { INestApplicationContext } from '@nestjs/common';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { type Campaign, campaignSettings } from '@savner/contract/campaigns';
import { createAppContext } from '../../app.js';
import type { Config } from '../../config/config.js';
import { CampaignsService, knownMunicipalities } from '../../features/campaigns/index.js';
import { MatchRehearsal } from '../../features/people/index.js';
import { type GeneratedTip, generateTips } from '../matching/tips-generator.js';
import { makeBenchPlace } from './bench-place.js';
import { FilledCampaign } from './filled-campaign.js';
import { recordOf, tipRow } from './invented-tip.js';
import { RawBaseline } from './raw-baseline.js';
import { openRaw, type RawConnection } from './raw-connection.js';
import { noTimes, printTimes, type Times } from './times.js';

/** So many are matched, so many looked up, and so many stored by the baseline, in turn. */
const newTips = 2_000;
const warmUp = 200;
const turns = 3;

/**
 * `npm run bench -- new-tip [SIZE] [--seed N]`: fills a database with a campaign of SIZE generated tips, then lets new tips
 * come one at a time, and prints how long each took beside raw statements in the same database.
 */
export async function benchNewTip(size: number, seed: number): Promise<void> {
  const place = await makeBenchPlace();
  try {
    const kept: GeneratedTip[] = [];
    const campaign = await fill(place.config, size, seed, kept);
    const times = await measure(place.config, campaign, kept);
    printTimes(`one new tip against ${size} tips, seed ${seed}, ${place.config.database.kind}`, times);
  } finally {
    await place.remove();
  }
}

/** The tips that are to come as new ones are taken out evenly, so that they meet those about the same people. */
function* without(
  tips: Iterable<GeneratedTip>,
  every: number,
  kept: GeneratedTip[],
): Generator<GeneratedTip> {
  let [count, wanted] = [0, (newTips + warmUp) * turns];
  for (const tip of tips) {
    count += 1;
    if (count % every !== 0 || wanted === 0) {
      yield tip;
      continue;
    }
    wanted -= 1;
    kept.push(tip);
  }
}

async function fill(config: Config, size: number, seed: number, kept: GeneratedTip[]): Promise<Campaign> {
  const app = await createAppContext(config, undefined, { role: 'enqueue' });
  const campaign = await openCampaign(app);
  const rehearsal = app.get(MatchRehearsal);
  const judge = await rehearsal.judge(campaign);
  await app.close();
  const [raw, begun] = [await openRaw(config.database), performance.now()];
  const all = size + (newTips + warmUp) * turns;
  const tips = without(generateTips(all, seed), Math.floor(all / ((newTips + warmUp) * turns)), kept);
  const filled = await new FilledCampaign(raw, campaign, rehearsal, judge).fill(tips);
  await raw.close();
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  process.stdout.write(
    `\nfilled in ${seconds} s: ${filled.tips} tips, ${filled.keys} keys, ${filled.edges} edges\n`,
  );
  return campaign;
}

async function measure(config: Config, campaign: Campaign, kept: readonly GeneratedTip[]): Promise<Times> {
  const app = await createAppContext(config, undefined, { role: 'enqueue' });
  const raw = await openRaw(config.database);
  try {
    const times = noTimes();
    const turn = new Turn(app.get(MatchRehearsal), new RawBaseline(raw), raw, campaign);
    for (let index = 0; index + turns <= kept.length; index += turns) {
      await turn.take(kept.slice(index, index + turns), index < warmUp * turns ? noTimes() : times);
    }
    times.load.push(...loadavg());
    return times;
  } finally {
    await raw.close();
    await app.close();
  }
}

/** One tip is looked up, one is matched and stored, one is the baseline's. */
class Turn {
  constructor(
    private readonly rehearsal: MatchRehearsal,
    private readonly baseline: RawBaseline,
    private readonly raw: RawConnection,
    private readonly campaign: Campaign,
  ) {}

  async take(tips: readonly GeneratedTip[], times: Times): Promise<void> {
    const [looked, matched, stored] = tips.map((tip) => recordOf(tip, this.campaign.id, new Date()));
    if (!looked || !matched || !stored) return;
    const begun = performance.now();
    await this.rehearsal.lookUp(this.campaign, looked);
    times.lookUp.push(performance.now() - begun);
    await this.raw.insert('tip', [tipRow(matched)]);
    const [arrived, cpu] = [performance.now(), process.cpuUsage()];
    await this.rehearsal.match(this.campaign.id, matched.id);
    times.all.push(performance.now() - arrived);
    const { user, system } = process.cpuUsage(cpu);
    times.cpu += (user + system) / 1000;
    const least = await this.baseline.time(
      this.campaign.id,
      this.rehearsal.prepare(this.campaign.id, stored),
    );
    times.rawLookUp.push(least.lookUp);
    times.rawAll.push(least.all);
  }
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
