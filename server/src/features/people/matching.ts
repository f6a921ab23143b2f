import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { CampaignsService } from '../campaigns/index.js';
import { type TipRecord, TipsReader } from '../tips/index.js';
import { featuresVersion, type TipFeatures } from './domain/matching/features.js';
import { type JudgedPair, judgePair, type Rules } from './domain/matching/judge-pair.js';
import {
  type FeaturesOfTip,
  FeaturesRepository,
  type KeysOfTips,
  type Meeting,
} from './features.repository.js';
import { type ComparableTip, MatchKnowledge } from './match-knowledge.js';
import { MatchModels } from './match-models.js';
import { MatchScalesRepository } from './match-scales.repository.js';
import { MatchRuns } from './match-runs.js';
import { MatchRepository } from './match.repository.js';
import { Settling } from './settling.js';

/** Tips matched per transaction: few statements each, and nobody else waits long for the database. */
const tipsAtATime = 200;

/** Finds whom new tips are about, among all tips of the campaign. May run again for the same tips: same result. */
@Injectable()
export class Matching {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsService,
    private readonly tips: TipsReader,
    private readonly knowledge: MatchKnowledge,
    private readonly features: FeaturesRepository,
    private readonly models: MatchModels,
    private readonly scales: MatchScalesRepository,
    private readonly runs: MatchRuns,
    private readonly match: MatchRepository,
    private readonly settling: Settling,
  ) {}

  /**
   * @param cause kept with everything that changes: `matched`, or the id of a run
   * @param progress told how many tips are done after each piece
   */
  async matchTips(
    campaignId: string,
    tipIds: readonly string[],
    cause: string,
    progress: (done: number) => Promise<void>,
  ): Promise<void> {
    const campaign = await this.campaigns.get(campaignId);
    for (let start = 0; start < tipIds.length; start += tipsAtATime) {
      const tips = await this.tips.byIds(tipIds.slice(start, start + tipsAtATime));
      await this.#matchSome(
        campaign,
        tips.filter((tip) => tip.campaignId === campaignId),
        cause,
      );
      await progress(Math.min(start + tipsAtATime, tipIds.length));
    }
  }

  /** For those who cannot wait for the job of a new tip; the job then finds it done, and comes to the same. */
  async matchUnmatched(campaignId: string, tipIds: readonly string[]): Promise<void> {
    const matched = new Set((await this.features.find(tipIds)).map(({ tipId }) => tipId));
    const missing = tipIds.filter((tipId) => !matched.has(tipId));
    await this.matchTips(campaignId, missing, 'matched', () => Promise.resolve());
  }

  /** The pairs a tip would make, without storing anything. */
  async lookUp(campaign: Campaign, tip: TipRecord): Promise<JudgedPair[]> {
    const { features, keys } = this.knowledge.comparable(campaign.id, tip);
    const rules = await this.models.rulesOf(campaign);
    const { partners } = await this.features.meet(new Map([[tip.id, keys]]));
    return judgeAll(partners, await this.#known(partners, new Map([[tip.id, features]])), rules);
  }

  async #matchSome(campaign: Campaign, tips: readonly TipRecord[], cause: string): Promise<void> {
    const made = tips.map((tip) => this.knowledge.comparable(campaign.id, tip));
    await this.database.transaction(async () => {
      await this.match.lockCampaign(campaign.id);
      const rows = await this.#store(campaign.id, made);
      const rules = await this.models.rulesOf(campaign);
      const own = new Map(made.map(({ features, keys }) => [features.tipId, keys]));
      const met = await this.features.meet(own);
      const crowdedOut = await this.#crowdedOut(met.crowded, own);
      const metAnew = crowdedOut.size > 0 ? await this.features.meet(crowdedOut) : null;
      const partners = new Map([...met.partners, ...(metAnew?.partners ?? [])]);
      const features = await this.#known(partners, new Map(rows.map((row) => [row.tipId, row.features])));
      await this.match.deleteEdges([...crowdedOut.keys()]);
      await this.match.addEdges(campaign.id, judgeAll(partners, features, rules));
      const judged = [...own.keys(), ...crowdedOut.keys()];
      await this.settling.settle(campaign, judged, cause, { rules, rows });
    });
  }

  /** Stores features and keys; a tip that was matched before is made as new, but keeps the ids it was born with. */
  async #store(campaignId: string, made: readonly ComparableTip[]): Promise<FeaturesOfTip[]> {
    const known = new Map(
      (await this.features.find(made.map(({ features }) => features.tipId))).map((row) => [row.tipId, row]),
    );
    const rows = made.map(({ features, matchedHash }): FeaturesOfTip => ({
      tipId: features.tipId,
      campaignId,
      version: featuresVersion,
      matchedHash,
      features,
      birthPersonId: known.get(features.tipId)?.birthPersonId ?? newId(),
      birthHouseholdId: known.get(features.tipId)?.birthHouseholdId ?? newId(),
    }));
    await this.features.deleteKeys([...known.keys()]);
    await this.match.deleteEdges([...known.keys()]);
    await this.features.save(rows);
    await this.features.addKeys(new Map(made.map(({ features, keys }) => [features.tipId, keys])));
    await this.#judgeAllAnewWhenGrown(campaignId, rows.length - known.size);
    return rows;
  }

  async #judgeAllAnewWhenGrown(campaignId: string, newcomers: number): Promise<void> {
    if (await this.scales.count(campaignId, newcomers)) await this.runs.enqueue(campaignId, null);
  }

  /**
   * The tips with an edge that a key may have made which these tips have crowded: they are judged anew, so that it is the
   * same in whatever order the tips came. With their keys.
   */
  async #crowdedOut(crowded: Meeting['crowded'], own: KeysOfTips): Promise<KeysOfTips> {
    const joined = await this.match.joinedAmong(crowded);
    const strangers = joined.filter((tipId) => !own.has(tipId));
    return strangers.length > 0 ? this.features.keysOf(strangers) : new Map();
  }

  /** The features of all who meet. */
  async #known(
    partners: Meeting['partners'],
    own: ReadonlyMap<string, TipFeatures>,
  ): Promise<ReadonlyMap<string, TipFeatures>> {
    const ids = new Set([...partners].flatMap(([tip, met]) => [tip, ...met]));
    const strangers = await this.features.find([...ids].filter((tip) => !own.has(tip)));
    return new Map([...own, ...strangers.map((row) => [row.tipId, row.features] as const)]);
  }
}

function judgeAll(
  partners: Meeting['partners'],
  features: ReadonlyMap<string, TipFeatures>,
  rules: Rules,
): JudgedPair[] {
  const edges = new Map<string, JudgedPair>();
  for (const [tip, met] of partners) {
    for (const partner of met) {
      const [one, other] = [features.get(tip), features.get(partner)];
      const edge = one && other ? judgePair(one, other, rules) : null;
      if (edge) edges.set(`${edge.a}|${edge.b}`, edge);
    }
  }
  return [...edges.values()];
}
