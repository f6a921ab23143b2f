import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { CampaignsService } from '../campaigns/index.js';
import { type Emptied, passOn } from './domain/matching/pass-on-ids.js';
import { DecisionsRepository } from './decisions.repository.js';
import { type FeaturesOfTip, FeaturesRepository } from './features.repository.js';
import { HouseholdsRepository } from './households.repository.js';
import { Judging } from './judging.js';
import { MatchModels } from './match-models.js';
import { MatchScalesRepository } from './match-scales.repository.js';
import { MatchRepository } from './match.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { Settling } from './settling.js';

/** Lets people forget tips: no feature, key, edge, answer or membership of theirs remains. */
@Injectable()
export class PeopleForgetting {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsService,
    private readonly features: FeaturesRepository,
    private readonly scales: MatchScalesRepository,
    private readonly models: MatchModels,
    private readonly match: MatchRepository,
    private readonly judging: Judging,
    private readonly decisions: DecisionsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly households: HouseholdsRepository,
    private readonly settling: Settling,
  ) {}

  /**
   * Call it in the transaction that deletes the tips, after they are gone. What others tipped about the same people stays,
   * under the ids it had; persons and households nobody else tipped about are deleted.
   */
  async forgetTips(campaignId: string, tipIds: readonly string[]): Promise<void> {
    const campaign = await this.campaigns.get(campaignId);
    await this.database.transaction(async () => {
      await this.match.lockCampaign(campaignId);
      const forgotten = await this.features.find(tipIds);
      const rest = await this.#rest(tipIds);
      const asked = await this.#asked(tipIds);
      const shifted = await this.judging.shiftedBy(tipIds);
      await this.features.deleteFeatures(tipIds);
      await this.scales.count(campaignId, -forgotten.length);
      const empty = await this.#passOnIds(forgotten, rest);
      await this.match.deleteQuestions(tipIds);
      await this.match.deleteEdges(tipIds);
      await this.features.deleteKeys(tipIds);
      await this.households.deleteFactsOfTips(tipIds);
      await this.decisions.deleteOfTips(tipIds);
      await this.memberships.deleteOfTips(tipIds);
      const rules = await this.models.rulesOf(campaign);
      const cleared = await this.judging.judgeAnew(campaignId, shifted, new Map(), rules);
      const touched = [...rest.map(({ tipId }) => tipId), ...asked, ...cleared];
      await this.settling.settle(campaign, touched, 'forgotten', { rules });
      await this.households.delete(empty.households);
      await this.households.deletePersons(empty.persons);
      await this.settling.tellGone(campaignId, empty.households);
    });
  }

  /** Those that share a household with a tip that goes. */
  async #rest(tipIds: readonly string[]): Promise<FeaturesOfTip[]> {
    const places = await this.memberships.current(tipIds);
    const together = await this.memberships.ofHouseholds(places.map(({ householdId }) => householdId));
    const gone = new Set(tipIds);
    return this.features.find(together.map(({ tipId }) => tipId).filter((tipId) => !gone.has(tipId)));
  }

  /** Those that were compared with a tip that goes, or told apart from it: what waited for that answer waits no more. */
  async #asked(tipIds: readonly string[]): Promise<string[]> {
    const gone = new Set(tipIds);
    return (await this.match.neighbours(tipIds)).filter((tipId) => !gone.has(tipId));
  }

  /**
   * A group bears the id its first tip was born with. When that tip goes, the next one takes the id over, so that cards
   * and calls of the household stay with it. Answers which ids nobody bears any more.
   */
  async #passOnIds(forgotten: readonly FeaturesOfTip[], rest: readonly FeaturesOfTip[]): Promise<Emptied> {
    const places = await this.memberships.current(rest.map(({ tipId }) => tipId));
    const { heirs, emptied } = passOn(forgotten, rest, places);
    for (const { tipId, formerHouseholdId, ...birth } of heirs) {
      await this.features.giveBirth(tipId, birth);
      if (birth.birthHouseholdId) await this.households.moveFacts(formerHouseholdId, birth.birthHouseholdId);
    }
    return emptied;
  }
}
