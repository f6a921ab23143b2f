import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { CampaignsService } from '../campaigns/index.js';
import { type TipRecord, TipsReader } from '../tips/index.js';
import { featuresVersion } from './domain/matching/features.js';
import { type JudgedPair, judgePair } from './domain/matching/judge-pair.js';
import { type FeaturesOfTip, FeaturesRepository } from './features.repository.js';
import { MatchKnowledge } from './match-knowledge.js';
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

  async #matchSome(campaign: Campaign, tips: readonly TipRecord[], cause: string): Promise<void> {
    const made = tips.map((tip) => this.knowledge.comparable(campaign.id, tip));
    await this.database.transaction(async () => {
      await this.match.lockCampaign(campaign.id);
      const known = new Map(
        (await this.features.find(tips.map(({ id }) => id))).map((row) => [row.tipId, row]),
      );
      const rows = made.map(({ features, matchedHash }): FeaturesOfTip => ({
        tipId: features.tipId,
        campaignId: campaign.id,
        version: featuresVersion,
        matchedHash,
        features,
        birthPersonId: known.get(features.tipId)?.birthPersonId ?? newId(),
        birthHouseholdId: known.get(features.tipId)?.birthHouseholdId ?? newId(),
      }));
      await this.features.save(rows);
      await this.features.replaceKeys(new Map(made.map(({ features, keys }) => [features.tipId, keys])));
      await this.#judgeAllAnewWhenGrown(campaign.id, rows.length - known.size);
      const judged = [...rows, ...(await this.#crowdedOut(rows))];
      const judgedIds = judged.map(({ tipId }) => tipId);
      await this.match.replaceEdges(campaign.id, judgedIds, await this.#edgesOf(campaign, judged));
      await this.settling.settle(campaign, judgedIds, cause);
    });
  }

  async lookUp(campaign: Campaign, tip: TipRecord): Promise<JudgedPair[]> {
    const { features } = this.knowledge.comparable(campaign.id, tip);
    return this.#edgesOf(campaign, [{ tipId: tip.id, features } as FeaturesOfTip]);
  }

  async #judgeAllAnewWhenGrown(campaignId: string, newcomers: number): Promise<void> {
    if (await this.scales.count(campaignId, newcomers)) await this.runs.enqueue(campaignId, null);
  }

  async #crowdedOut(rows: readonly FeaturesOfTip[]): Promise<FeaturesOfTip[]> {
    const own = new Set(rows.map(({ tipId }) => tipId));
    const crowded = await this.features.crowdedOut([...own]);
    return this.features.find(crowded.filter((tipId) => !own.has(tipId)));
  }

  async #edgesOf(campaign: Campaign, rows: readonly FeaturesOfTip[]): Promise<JudgedPair[]> {
    const rules = await this.models.rulesOf(campaign);
    const pairs = await this.features.candidates(rows.map(({ tipId }) => tipId));
    const featuresOf = new Map(rows.map((row) => [row.tipId, row.features]));
    const strangers = pairs.map(({ partner }) => partner).filter((tip) => !featuresOf.has(tip));
    for (const row of await this.features.find(strangers)) featuresOf.set(row.tipId, row.features);
    const edges = new Map<string, JudgedPair>();
    for (const { tip, partner } of pairs) {
      const [one, other] = [featuresOf.get(tip), featuresOf.get(partner)];
      const edge = one && other ? judgePair(one, other, rules) : null;
      if (edge) edges.set(`${edge.a}|${edge.b}`, edge);
    }
    return [...edges.values()];
  }
}
