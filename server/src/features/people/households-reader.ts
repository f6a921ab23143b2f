import { Injectable } from '@nestjs/common';
import { TipsReader } from '../tips/index.js';
import type { Misser } from '@savner/contract/people';
import { misserOf } from './domain/households/household-detail.js';
import type { Household } from './domain/households/household.js';
import { HouseholdReading } from './household-reading.js';
import { HouseholdsRepository } from './households.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { searchKey } from './domain/names/display-name.js';
import { QuestionsRepository } from './questions.repository.js';

/** Who sent a tip about a household, for keeping relatives and tippers off their own; never for showing. */
export interface Tipper {
  readonly tipId: string;
  readonly name: string | null;
  /** E.164 */
  readonly phone: string | null;
  readonly email: string | null;
}

export interface WaitingCounts {
  readonly possibleDuplicates: number;
  readonly sorting: number;
  readonly missingAddress: number;
  readonly returnedCards: number;
}

/** What other rooms may read of households. */
@Injectable()
export class HouseholdsReader {
  constructor(
    private readonly households: HouseholdsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly reading: HouseholdReading,
    private readonly tips: TipsReader,
    private readonly questions: QuestionsRepository,
  ) {}

  /** Merged-away ones too: look at `retiredAt`. Ids that are not there are left out. */
  async byIds(householdIds: readonly string[]): Promise<Household[]> {
    return this.households.find(householdIds);
  }

  /** The same households and those that were merged into them. */
  async withFormer(householdIds: readonly string[]): Promise<string[]> {
    return [...householdIds, ...(await this.households.mergedInto(householdIds))];
  }

  /** Households whose card may be printed, in Norwegian alphabetical order. */
  async readyForCard(campaignId: string, municipality?: string): Promise<Household[]> {
    return this.households.inStage(campaignId, 'ready_for_card', municipality);
  }

  /** One page of the living households; `search` folds å/aa, ø/ö and æ/ä. */
  async page(filter: {
    readonly campaignId: string;
    readonly municipality?: string;
    readonly search?: string;
    readonly page: number;
    readonly pageSize: number;
  }): Promise<{ households: Household[]; total: number }> {
    return this.households.page({ ...filter, search: searchKey(filter.search ?? ''), order: 'name' });
  }

  /** Living households per municipality number. */
  async countsPerMunicipality(campaignId: string): Promise<ReadonlyMap<string, number>> {
    return this.households.countsPerMunicipality(campaignId);
  }

  /** What waits for somebody, in numbers. */
  async waiting(campaignId: string): Promise<WaitingCounts> {
    const questions = await this.questions.waiting(campaignId);
    const possibleDuplicates = [...questions.values()].reduce((sum, count) => sum + count, 0);
    return { possibleDuplicates, ...(await this.households.waiting(campaignId)) };
  }

  /** Households that nobody has stopped and that must have been informed by `limit`. */
  async informBefore(campaignId: string, limit: Date): Promise<string[]> {
    return this.households.informBefore(campaignId, limit);
  }

  /** Who misses each household, first tip first. Names of tippers only where they said so. */
  async missersOf(householdIds: readonly string[]): Promise<ReadonlyMap<string, Misser[]>> {
    const contents = await this.reading.contents(householdIds);
    return new Map(
      [...contents].map(([id, { tips }]) => [
        id,
        [...tips].sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime()).map(misserOf),
      ]),
    );
  }

  async tippersOf(householdIds: readonly string[]): Promise<ReadonlyMap<string, Tipper[]>> {
    const places = await this.memberships.ofHouseholds(householdIds);
    const records = new Map(
      (await this.tips.byIds(places.map(({ tipId }) => tipId))).map((tip) => [tip.id, tip]),
    );
    const tippers = new Map<string, Tipper[]>(householdIds.map((id) => [id, []]));
    for (const { tipId, householdId } of places) {
      const tip = records.get(tipId);
      if (!tip) continue;
      tippers
        .get(householdId)
        ?.push({ tipId, name: tip.tipperName, phone: tip.tipperPhone, email: tip.tipperEmail });
    }
    return tippers;
  }
}
