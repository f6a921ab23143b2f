import type { Candidate } from './domain/batch-plan.js';

/** All that this room asks of the room that knows people. */
export abstract class CardHouseholds {
  /** Every household of the campaign that has not been merged away. */
  abstract candidates(campaignId: string): Promise<readonly Candidate[]>;

  /** Those of the households that may no longer get a card. */
  abstract blockedAmong(campaignId: string, householdIds: readonly string[]): Promise<ReadonlySet<string>>;

  /** The household wants no contact: stops everything for it. Harmless when it is stopped already. In the open transaction. */
  abstract block(campaignId: string, householdId: string): Promise<void>;
}
