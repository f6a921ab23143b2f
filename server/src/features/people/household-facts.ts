import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import type { BlockReason } from '@savner/contract/people';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { CampaignsService } from '../campaigns/index.js';
import { type FactOwner, ownersOf } from './domain/households/fact-owners.js';
import type { HouseholdFact } from './domain/households/household-fact.js';
import { blockReasonOf } from './domain/households/stage.js';
import { FeaturesRepository } from './features.repository.js';
import type { HouseholdRow } from './household.entity.js';
import { HouseholdReading } from './household-reading.js';
import { HouseholdsRepository } from './households.repository.js';
import { MatchKnowledge } from './match-knowledge.js';
import { MatchRepository } from './match.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { Settling } from './settling.js';

export interface FactSource {
  readonly origin: 'coordinator' | 'call' | 'card';
  readonly byId: string;
  /** The name of who told it, as the history shows it. */
  readonly by: string;
  readonly why: string;
  /** The report of a call that told it, so that it can be taken back with the report. */
  readonly reportId?: string;
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
    private readonly features: FeaturesRepository,
    private readonly knowledge: MatchKnowledge,
    private readonly reading: HouseholdReading,
    private readonly match: MatchRepository,
    private readonly settling: Settling,
    private readonly clock: Clock,
  ) {}

  /**
   * A new or dead number (E.164), a new address, another name, the wrong person: learnt in a call or found out by hand.
   * The wrong person sends the household back to sorting. @throws AppError not_found
   */
  async learn(householdId: string, facts: readonly HouseholdFact[], source: FactSource): Promise<void> {
    const { campaignId } = await this.#find(householdId);
    const campaign = await this.campaigns.get(campaignId);
    await this.database.transaction(async () => {
      await this.takeTurn(campaignId);
      const { mergedInto } = await this.#find(householdId);
      await this.record(campaign, mergedInto ?? householdId, facts, source);
    });
  }

  /** In the caller's transaction: until it ends, nobody else merges or learns anything in the campaign. */
  async takeTurn(campaignId: string): Promise<void> {
    await this.match.lockCampaign(campaignId);
  }

  /** Whether the household is stopped, leaving out what this report told. */
  async isBlockedBesides(householdId: string, reportId: string): Promise<boolean> {
    const contents = (await this.reading.contents([householdId])).get(householdId);
    const others = contents?.facts.filter((fact) => fact.reportId !== reportId) ?? [];
    return blockReasonOf(others) !== null;
  }

  /** Stops everything for a household, for a reason that no later room may look past. @throws AppError not_found */
  async block(householdId: string, reason: BlockReason, source: FactSource): Promise<void> {
    await this.learn(householdId, [{ kind: 'blocked', reason }], source);
  }

  async record(
    campaign: Campaign,
    householdId: string,
    facts: readonly HouseholdFact[],
    { origin, byId, by, why, reportId }: FactSource,
  ): Promise<void> {
    await this.database.transaction(async () => {
      await this.match.lockCampaign(campaign.id);
      const shared = {
        campaignId: campaign.id,
        origin,
        toldById: byId,
        toldBy: by,
        at: this.clock.now(),
        why,
        reportId: reportId ?? null,
      };
      const rows = await this.#owned(householdId, facts);
      await this.households.addFacts(rows.map((row) => ({ id: newId(), ...row, ...shared })));
      const tips = await this.memberships.ofHouseholds([householdId]);
      const touched = await this.features.bornIn(rows.map((row) => row.householdId));
      await this.settling.settle(campaign, [...tips.map(({ tipId }) => tipId), ...touched], 'fact');
    });
  }

  /** Each fact with every place it is kept. What takes a report back goes where the report's own facts are. */
  async #owned(
    householdId: string,
    facts: readonly HouseholdFact[],
  ): Promise<(FactOwner & { readonly fact: HouseholdFact })[]> {
    const contents = (await this.reading.contents([householdId])).get(householdId);
    const about = {
      householdId,
      tips: contents?.tips ?? [],
      facts: contents?.facts ?? [],
      placeOf: this.knowledge.placeOf,
    };
    const owned: (FactOwner & { readonly fact: HouseholdFact })[] = [];
    for (const fact of facts) {
      const owners =
        fact.kind === 'retracted'
          ? await this.households.ownersOfReport(fact.reportId)
          : ownersOf(fact, about);
      if (owners.length === 0 && isAboutPerson(fact)) throw notFound('Opplysningen om denne personen');
      owned.push(...owners.map((owner) => ({ ...owner, fact })));
    }
    return owned;
  }

  async #find(householdId: string): Promise<HouseholdRow> {
    const [household] = await this.households.find([householdId]);
    if (!household) throw notFound('Husstanden');
    return household;
  }
}

/** Can only be chosen among what somebody has told about the person. */
function isAboutPerson({ kind }: HouseholdFact): boolean {
  return kind === 'prefer_birth_year' || kind === 'prefer_person_name';
}
