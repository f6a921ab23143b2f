import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { CampaignsService } from '../campaigns/index.js';
import { completeModel } from './domain/estimation/complete-model.js';
import type { Rules } from './domain/matching/judge-pair.js';
import { type MatchModel, shippedModel } from './domain/matching/model.js';
import { expectedPopulation } from './domain/matching/population.js';
import { MatchKnowledge } from './match-knowledge.js';
import { MatchScalesRepository } from './match-scales.repository.js';
import { MatchModelsRepository } from './match-models.repository.js';

/** Which weights a campaign is matched by: the shipped ones, until somebody takes others into use. */
@Injectable()
export class MatchModels {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsService,
    private readonly repository: MatchModelsRepository,
    private readonly scales: MatchScalesRepository,
    private readonly knowledge: MatchKnowledge,
    private readonly clock: Clock,
  ) {}

  async inUse(campaignId: string): Promise<MatchModel> {
    const row = await this.repository.newest(campaignId);
    return row?.model ? completeModel(row.model) : shippedModel;
  }

  /** All that decides what becomes of a pair. @param size the campaign's, for who has it at hand */
  async rulesOf(
    campaign: Pick<Campaign, 'id' | 'settings' | 'municipalities'>,
    size?: number,
  ): Promise<Rules> {
    return {
      model: await this.inUse(campaign.id),
      automaticFrom: campaign.settings.autoMergeProbability,
      population: expectedPopulation(
        size ?? (await this.scales.sizeOf(campaign.id)),
        campaign.municipalities.length,
        (key) => this.knowledge.places.shareOf(key),
      ),
    };
  }

  /** Two texts that are equal stand for rules that judge alike. */
  async rulesText(campaignId: string): Promise<string> {
    const { model, automaticFrom, population } = await this.rulesOf(await this.campaigns.get(campaignId));
    return JSON.stringify([model, automaticFrom, population.size, population.homeShare('')]);
  }

  /**
   * Takes a model into use; what is matched from now on is matched by it, the rest after a rematch.
   * @throws AppError conflict when it is in use already, or its version names other weights
   */
  async choose(campaignId: string, model: MatchModel): Promise<void> {
    await this.database.transaction(async () => {
      await this.refuseUnusable(campaignId, model);
      await this.repository.add({
        id: newId(),
        campaignId,
        version: model.version,
        model: model.version === shippedModel.version ? null : model,
        chosenAt: this.clock.now(),
      });
    });
  }

  /** Changes nothing. @throws AppError as `choose` */
  async refuseUnusable(campaignId: string, model: MatchModel): Promise<void> {
    const { version } = model;
    const known =
      version === shippedModel.version ? shippedModel : (await this.repository.withVersion(version))?.model;
    if (known && !isDeepStrictEqual(known, model)) {
      throw new AppError(
        'conflict',
        `version: ${version} er navnet på en annen modell. Lag modellfila på nytt med «people estimate».`,
      );
    }
    if ((await this.inUse(campaignId)).version === version)
      throw new AppError('conflict', `Modellen ${version} er i bruk allerede.`);
  }
}
