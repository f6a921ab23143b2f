import type { Candidate } from './domain/batch-plan.js';

/** All that this room asks of the room that knows people. */
export abstract class CardHouseholds {
  /**
   * Every living household of the campaign.
   * @param cardedIds households that have a card; those merged away since are named in `formerIds` of their successors
   */
  abstract candidates(campaignId: string, cardedIds: readonly string[]): Promise<readonly Candidate[]>;

  /** Those of the households that may no longer get a card: stopped, or forgotten altogether. */
  abstract stoppedAmong(householdIds: readonly string[]): Promise<ReadonlySet<string>>;

  /** The household wants no contact: stops everything for it. Harmless when it is stopped already. In the open transaction. */
  abstract stop(householdId: string): Promise<void>;
}
