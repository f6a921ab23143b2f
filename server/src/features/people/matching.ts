import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { CampaignsService } from '../campaigns/index.js';
import { type TipRecord, TipsReader } from '../tips/index.js';
import { featuresVersion } from './domain/matching/features.js';
import type { JudgedPair } from './domain/matching/judge-pair.js';
import { type FeaturesById, Judging } from './judging.js';
import { type FeaturesOfTip, FeaturesRepository } from './features.repository.js';
import { type ComparableTip, MatchKnowledge } from './match-knowledge.js';
import { MatchModels } from './match-models.js';
import { MatchScalesRepository } from './match-scales.repository.js';
import { MatchRuns } from './match-runs.js';
import { MatchRepository } from './match.repository.js';
import { Settling } from './settling.js';

/** Tips matched per transaction: few statements each, and nobody else waits long for the database. */
const tipsAtATime = 200;

/** Told how many tips are done after each piece. */
type Progress = (done: number) => Promise<void>;

/** Finds whom tips are about, among all tips of the campaign. May run again for the same tips: same result. */
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
    private readonly judging: Judging,
    private readonly settling: Settling,
  ) {}

  /**
   * Tips that are new, or have been changed.
   * @param cause kept with everything that changes: `matched`, or the id of a run
   */
  async matchTips(
    campaignId: string,
    tipIds: readonly string[],
    cause: string,
    progress: Progress,
  ): Promise<void> {
    await this.#inPieces(campaignId, tipIds, progress, (campaign, ids) =>
      this.#matchSome(campaign, ids, cause),
    );
  }

  /**
   * Every tip of a campaign: all are made comparable anew before the first is judged, since one may crowd or clear the
   * keys of any other.
   */
  async rematchTips(
    campaignId: string,
    tipIds: readonly string[],
    cause: string,
    progress: Progress,
  ): Promise<void> {
    const half = (done: number) => progress(Math.floor(done / 2));
    await this.#inPieces(campaignId, tipIds, half, async (campaign, ids) => {
      const made = await this.#comparable(campaign.id, ids);
      await this.#save(campaign.id, made, await this.#known(made));
    });
    const otherHalf = (done: number) => progress(Math.ceil((tipIds.length + done) / 2));
    await this.#inPieces(campaignId, tipIds, otherHalf, (campaign, ids) =>
      this.#judgeSome(campaign, ids, cause),
    );
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
    return this.judging.lookUp(tip.id, keys, features, await this.models.rulesOf(campaign));
  }

  /** Everything is read under the campaign's lock: a tip that is being deleted must not come back. */
  async #inPieces(
    campaignId: string,
    tipIds: readonly string[],
    progress: Progress,
    work: (campaign: Campaign, ids: readonly string[]) => Promise<void>,
  ): Promise<void> {
    for (let start = 0; start < tipIds.length; start += tipsAtATime) {
      await this.database.transaction(async () => {
        await this.match.lockCampaign(campaignId);
        await work(await this.campaigns.get(campaignId), tipIds.slice(start, start + tipsAtATime));
      });
      await progress(Math.min(start + tipsAtATime, tipIds.length));
    }
  }

  async #matchSome(campaign: Campaign, tipIds: readonly string[], cause: string): Promise<void> {
    const made = await this.#comparable(campaign.id, tipIds);
    const known = await this.#known(made);
    const knownIds = known.map(({ tipId }) => tipId);
    const shifted = await this.judging.shiftedBy(knownIds);
    const paired = await this.match.neighbours(knownIds);
    const { rows, size } = await this.#save(campaign.id, made, known);
    await this.match.deleteEdges(knownIds);
    const rules = await this.models.rulesOf(campaign, size);
    const [own, features] = [new Map(made.map((tip) => [tip.features.tipId, tip.keys])), featuresById(rows)];
    const judged = await this.judging.judge(campaign.id, own, features, rules);
    const cleared = await this.judging.judgeAnew(campaign.id, shifted, features, rules);
    const tips = made.map(({ tip }) => tip);
    const touched = [...judged, ...cleared, ...paired];
    await this.settling.settle(campaign, touched, cause, { rules, rows, tips });
  }

  async #judgeSome(campaign: Campaign, tipIds: readonly string[], cause: string): Promise<void> {
    const rows = await this.features.find(tipIds);
    const rules = await this.models.rulesOf(campaign);
    const ids = rows.map(({ tipId }) => tipId);
    const judged = await this.judging.judgeAnew(campaign.id, ids, featuresById(rows), rules);
    await this.settling.settle(campaign, judged, cause, { rules, rows });
  }

  async #comparable(campaignId: string, tipIds: readonly string[]): Promise<ComparableTip<TipRecord>[]> {
    const tips = await this.tips.byIds(tipIds);
    return tips
      .filter((tip) => tip.campaignId === campaignId)
      .map((tip) => this.knowledge.comparable(campaignId, tip));
  }

  async #known(made: readonly ComparableTip[]): Promise<FeaturesOfTip[]> {
    return this.features.find(made.map(({ features }) => features.tipId));
  }

  /** Stores features and keys; a tip that was matched before is made as new, but keeps the ids it was born with. */
  async #save(
    campaignId: string,
    made: readonly ComparableTip[],
    known: readonly FeaturesOfTip[],
  ): Promise<{ rows: FeaturesOfTip[]; size: number }> {
    const before = new Map(known.map((row) => [row.tipId, row]));
    const rows = made.map(({ features, matchedHash }): FeaturesOfTip => ({
      tipId: features.tipId,
      campaignId,
      version: featuresVersion,
      matchedHash,
      features,
      birthPersonId: before.get(features.tipId)?.birthPersonId ?? newId(),
      birthHouseholdId: before.get(features.tipId)?.birthHouseholdId ?? newId(),
    }));
    const ids = rows.map(({ tipId }) => tipId);
    await this.features.deleteKeys(ids.filter((tipId) => before.has(tipId)));
    await this.features.save(rows);
    await this.features.addKeys(new Map(made.map(({ features, keys }) => [features.tipId, keys])));
    const newcomers = ids.filter((tipId) => !before.has(tipId)).length;
    const { size, hasGrown } = await this.scales.count(campaignId, newcomers);
    if (hasGrown) await this.runs.enqueue(campaignId, null);
    return { rows, size };
  }
}

function featuresById(rows: readonly FeaturesOfTip[]): FeaturesById {
  return new Map(rows.map((row) => [row.tipId, row.features]));
}
