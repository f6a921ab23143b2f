import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import type { BlockReason } from '@savner/contract/people';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { CampaignsService } from '../campaigns/index.js';
import type { HouseholdFact } from './domain/households/household-fact.js';
import { HouseholdsRepository } from './households.repository.js';
import { MatchRepository } from './match.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { Settling } from './settling.js';

export interface FactSource {
  readonly origin: 'coordinator' | 'call';
  readonly byId: string;
  /** The name of who told it, as the history shows it. */
  readonly by: string;
  readonly why: string;
}

/**
 * What is learnt about a household after the tips. Joins the caller's transaction, and tells {@link householdsChanged}.
 */
@Injectable()
export class HouseholdFacts {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsService,
    private readonly households: HouseholdsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly match: MatchRepository,
    private readonly settling: Settling,
    private readonly clock: Clock,
  ) {}

  /**
   * A new or dead number (E.164), a new address, another name, the wrong person: learnt in a call or found out by hand.
   * The wrong person sends the household back to sorting. @throws AppError not_found
   */
  async learn(householdId: string, facts: readonly HouseholdFact[], source: FactSource): Promise<void> {
    const [household] = await this.households.find([householdId]);
    if (!household) throw notFound('Husstanden');
    await this.record(
      await this.campaigns.get(household.campaignId),
      household.mergedInto ?? householdId,
      facts,
      source,
    );
  }

  /** Stops everything for a household, for a reason that no later room may look past. @throws AppError not_found */
  async block(householdId: string, reason: BlockReason, source: FactSource): Promise<void> {
    await this.learn(householdId, [{ kind: 'blocked', reason }], source);
  }

  async record(
    campaign: Campaign,
    householdId: string,
    facts: readonly HouseholdFact[],
    { origin, byId, by, why }: FactSource,
  ): Promise<void> {
    await this.database.transaction(async () => {
      await this.match.lockCampaign(campaign.id);
      const shared = {
        campaignId: campaign.id,
        householdId,
        origin,
        toldById: byId,
        toldBy: by,
        at: this.clock.now(),
        why,
      };
      await this.households.addFacts(facts.map((fact) => ({ id: newId(), fact, ...shared })));
      const tips = await this.memberships.ofHouseholds([householdId]);
      await this.settling.settle(
        campaign,
        tips.map(({ tipId }) => tipId),
        'fact',
      );
    });
  }
}
