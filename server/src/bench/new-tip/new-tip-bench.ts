import { once } from 'node:events';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { Campaign } from '@savner/contract/campaigns';
import { createAppContext } from '../../app.js';
import { type Config, readConfig } from '../../config/config.js';
import { MatchRehearsal } from '../../features/people/index.js';
import type { TipRecord } from '../../features/tips/index.js';
import type { GeneratedTip } from '../matching/tips-generator.js';
import { makeThrownAwayPlace } from '../thrown-away-place.js';
import type { Filled, FillOrder } from './filling.js';
import { recordOf, tipRow } from './invented-tip.js';
import { RawBaseline } from './raw-baseline.js';
import { openRaw, type RawConnection } from './raw-connection.js';
import { noTimes, printTimes, type Times } from './times.js';

/**
 * So many are looked up, so many matched, and so many stored by the baseline, a block of each in turn: a connection
 * loses the pages it keeps in memory whenever another one stores something, which no campaign does with every tip.
 */
const newTips = 2_000;
const block = 200;
const warmUp = block;
const turns = 3;
const keptTips = (newTips + warmUp) * turns;

/**
 * `npm run bench -- new-tip [SIZE] [--seed N]`: fills a database with a campaign of SIZE generated tips, then lets new tips
 * come one at a time, and prints how long each took beside raw statements in the same database.
 */
export async function benchNewTip(size: number, seed: number): Promise<void> {
  const place = await makeThrownAwayPlace(readConfig(), 'bench');
  try {
    const { campaign, kept } = await filledElsewhere({ config: place.config, size, seed, kept: keptTips });
    const times = await measure(place.config, campaign, kept);
    printTimes(`one new tip against ${size} tips, seed ${seed}, ${place.config.database.kind}`, times);
  } finally {
    await place.remove();
  }
}

/** In a thread of its own, so that what filling leaves in memory does not slow what is measured. */
async function filledElsewhere(order: FillOrder): Promise<Filled> {
  const thread = new Worker(new URL('./fill-thread.js', import.meta.url), { workerData: order });
  const [filled] = (await once(thread, 'message')) as [Filled];
  await thread.terminate();
  return filled;
}

async function measure(config: Config, campaign: Campaign, kept: readonly GeneratedTip[]): Promise<Times> {
  const app = await createAppContext(config, undefined, { role: 'enqueue' });
  const raw = await openRaw(config.database);
  try {
    const times = noTimes();
    const turn = new Turn(app.get(MatchRehearsal), new RawBaseline(raw), raw, campaign);
    for (let start = 0; start < kept.length; start += block * turns) {
      await turn.take(kept.slice(start, start + block * turns), start < warmUp * turns ? noTimes() : times);
    }
    times.load.push(...loadavg());
    return times;
  } finally {
    await raw.close();
    await app.close();
  }
}

/** A third of the tips is looked up, a third is matched and stored, and a third is the baseline's. */
class Turn {
  constructor(
    private readonly rehearsal: MatchRehearsal,
    private readonly baseline: RawBaseline,
    private readonly raw: RawConnection,
    private readonly campaign: Campaign,
  ) {}

  async take(tips: readonly GeneratedTip[], times: Times): Promise<void> {
    const records = tips.map((tip) => recordOf(tip, this.campaign.id, new Date()));
    const third = (index: number) => records.filter((_, at) => at % turns === index);
    const matched = third(1);
    await this.raw.insert('tip', matched.map(tipRow));
    for (const tip of third(0)) await this.#lookUp(tip, times);
    for (const tip of matched) await this.#match(tip, times);
    for (const tip of third(2)) await this.#storeRaw(tip, times);
  }

  async #lookUp(tip: TipRecord, times: Times): Promise<void> {
    const begun = performance.now();
    await this.rehearsal.lookUp(this.campaign, tip);
    times.lookUp.push(performance.now() - begun);
  }

  async #match(tip: TipRecord, times: Times): Promise<void> {
    const [begun, cpu] = [performance.now(), process.cpuUsage()];
    await this.rehearsal.match(this.campaign.id, tip.id);
    times.all.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(cpu);
    times.cpu += (user + system) / 1000;
  }

  async #storeRaw(tip: TipRecord, times: Times): Promise<void> {
    const least = await this.baseline.time(this.campaign.id, this.rehearsal.prepare(this.campaign.id, tip));
    times.rawLookUp.push(least.lookUp);
    times.rawAll.push(least.all);
  }
}
