import { Injectable } from '@nestjs/common';
import { type CallHousehold, HouseholdSource } from '../calls/index.js';
import { type LivingFollowUp, livingFollowUps } from './domain/living-follow-ups.js';
import { FollowUpsRepository } from './follow-ups.repository.js';

export interface ReadFollowUp extends LivingFollowUp {
  readonly household: CallHousehold;
}

/** The follow-ups of a campaign as they are now: of living households that nobody has stopped. */
@Injectable()
export class FollowUpsReading {
  constructor(
    private readonly repository: FollowUpsRepository,
    private readonly households: HouseholdSource,
  ) {}

  async ofCampaign(campaignId: string): Promise<ReadFollowUp[]> {
    const kept = await this.repository.ofCampaign(campaignId);
    const wishes = await this.repository.wishesOf(kept.map(({ id }) => id));
    const living = await this.#living(kept.map(({ householdId }) => householdId));
    const found = livingFollowUps(kept, wishes, (id) => living.get(id)?.id ?? null);
    const byId = new Map([...living.values()].map((household) => [household.id, household]));
    return found.flatMap((each) => {
      const household = byId.get(each.householdId);
      return household && household.state !== 'suppressed' ? [{ ...each, household }] : [];
    });
  }

  /** The households as they live now, by the ids they had; one that was merged away points straight at its successor. */
  async #living(householdIds: readonly string[]): Promise<ReadonlyMap<string, CallHousehold>> {
    const own = await this.households.byIds([...new Set(householdIds)]);
    const known = new Map(own.map((household) => [household.id, household]));
    const successors = own.flatMap(({ mergedInto }) => (mergedInto === null ? [] : [mergedInto]));
    const unknown = [...new Set(successors)].filter((id) => !known.has(id));
    for (const household of await this.households.byIds(unknown)) known.set(household.id, household);
    return new Map(
      own.flatMap(({ id, mergedInto }): [string, CallHousehold][] => {
        const living = known.get(mergedInto ?? id);
        return living && living.state !== 'gone' ? [[id, living]] : [];
      }),
    );
  }
}
