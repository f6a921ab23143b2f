import { Inject, Injectable } from '@nestjs/common';
import type { Calendar } from '../../../platform/calendar.js';
import { Dice } from '../../../platform/dice.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { CALENDAR } from '../../../platform/tokens.js';
import { CampaignsService } from '../../campaigns/index.js';
import { TipsReader } from '../../tips/index.js';
import { DecisionsRepository } from '../decisions.repository.js';
import type { ModelChange } from '../domain/estimation/compare-matches.js';
import { TipSample } from '../domain/estimation/tip-sample.js';
import type { MatchableTip } from '../domain/matching/features.js';
import type { MatchModel } from '../domain/matching/model.js';
import { MatchRuns } from '../match-runs.js';
import { MatchKnowledge } from '../match-knowledge.js';
import { MatchModels } from '../match-models.js';
import { estimate, type Estimate, type Material, whatWouldChange } from './estimate-tips.js';

const previewSeed = 1;

export interface ModelPreview {
  readonly change: ModelChange;
  /** How many were compared, of how many. */
  readonly tips: number;
  readonly all: number;
}

/** Learns a model from a campaign, and takes one into use; from the command line, since nobody chooses models on a screen. */
@Injectable()
export class ModelEstimation {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsService,
    private readonly tips: TipsReader,
    private readonly decisions: DecisionsRepository,
    private readonly knowledge: MatchKnowledge,
    private readonly models: MatchModels,
    private readonly runs: MatchRuns,
    private readonly clock: Clock,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  /** Stores nothing. @throws AppError not_found, validation_failed (too little to learn from) */
  async estimate(campaignId: string, seed: number): Promise<Estimate> {
    const campaign = await this.campaigns.get(campaignId);
    const rules = await this.models.rulesOf(campaign);
    const { date } = this.calendar.toLocal(this.clock.now());
    return estimate(await this.#material(campaignId, seed), rules, seed, date);
  }

  /**
   * What a model would change, against the one in use; stores nothing. Of very many tips, as far as a sample tells.
   * @throws AppError not_found, conflict
   */
  async preview(campaignId: string, model: MatchModel): Promise<ModelPreview> {
    const campaign = await this.campaigns.get(campaignId);
    await this.models.refuseUnusable(campaignId, model);
    const rules = await this.models.rulesOf(campaign);
    const material = await this.#material(campaignId, previewSeed);
    const change = whatWouldChange(material, rules, model);
    return { change, tips: material.tips.length, all: material.all };
  }

  /** Takes a model into use and matches every tip anew. @returns the id of the job @throws AppError not_found, conflict */
  async use(campaignId: string, model: MatchModel): Promise<string> {
    return this.database.transaction(async () => {
      await this.models.choose(campaignId, model);
      return this.runs.enqueue(campaignId, null);
    });
  }

  async #material(campaignId: string, seed: number): Promise<Material> {
    const dice = new Dice(seed);
    const sample = new TipSample(this.knowledge, () => dice.next());
    for await (const tip of this.tips.ofCampaign(campaignId)) sample.offer(tip);
    if (sample.needsSecondReading())
      for await (const tip of this.tips.ofCampaign(campaignId)) sample.offerAgain(tip);
    const { tips, all } = sample.sampled();
    const decisions = await this.decisions.standing(tips.map(({ id }) => id));
    const contentOf = (tip: MatchableTip) => this.knowledge.matchedHash(tip);
    return { tips, all, decisions, knowledge: this.knowledge, contentOf };
  }
}
