import type { Actor } from '../../platform/actor.js';
import type { StoredCard } from './domain/batch.js';
import type { Candidate } from './domain/batch-plan.js';

export type CardAddress = NonNullable<StoredCard['address']>;

/** All that this room asks of the room that knows people. */
export abstract class CardHouseholds {
  /**
   * Every living household of the campaign.
   * @param cardedIds households that have a card; those merged away since are named in `formerIds` of their successors
   */
  abstract candidates(campaignId: string, cardedIds: readonly string[]): Promise<readonly Candidate[]>;

  /** Those of the households that may no longer get a card: stopped, or forgotten altogether. */
  abstract stoppedAmong(householdIds: readonly string[]): Promise<ReadonlySet<string>>;

  /** Those of the households that have been erased; one that was merged away is not. */
  abstract erasedAmong(householdIds: readonly string[]): Promise<ReadonlySet<string>>;

  /** Households by name, place or number; a page of them. */
  abstract search(campaignId: string, text: string): Promise<string[]>;

  /** In the open transaction: post to the address comes back. */
  abstract addressFailed(householdId: string, address: CardAddress, actor: Actor): Promise<void>;

  /** In the open transaction: it does not, after all. */
  abstract addressWorks(householdId: string, address: CardAddress, actor: Actor): Promise<void>;

  /** The household wants no contact: stops everything for it. Harmless when it is stopped already. In the open transaction. */
  abstract stop(householdId: string): Promise<void>;
}
