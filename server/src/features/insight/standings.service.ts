import { Injectable } from '@nestjs/common';
import type { HouseholdStanding } from '@savner/contract/insight';
import { CallsReader } from '../calls/index.js';
import { HouseholdsReader } from '../people/index.js';
import { CardsReader } from '../postcards/index.js';

/** How far households have come after the sorting, put together from the rooms they have passed. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly households: HouseholdsReader,
    private readonly cards: CardsReader,
    private readonly calls: CallsReader,
  ) {}

  /** Households of other campaigns, and those that are not there, are left out. */
  async standings(campaignId: string, householdIds: readonly string[]): Promise<HouseholdStanding[]> {
    const found = await this.households.byIds(householdIds);
    const own = found.filter((household) => household.campaignId === campaignId).map(({ id }) => id);
    const cards = await this.cards.statesOf(own);
    const calls = await this.calls.standingsOf(campaignId, own);
    return own.map((householdId) => {
      const card = cards.get(householdId) ?? { state: 'none' as const };
      const call = calls.get(householdId);
      return {
        householdId,
        card: card.state,
        postedOn: card.state === 'posted' ? card.postedOn : null,
        isInformed: card.state === 'posted' || (call?.isInformed ?? false),
        call: call?.state ?? null,
      };
    });
  }
}
