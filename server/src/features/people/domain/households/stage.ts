import type { BlockReason, HouseholdStage, SortingReason } from '@savner/contract/people';
import { type RecordedFact, factsOf, latestFirst } from './household-fact.js';

export interface StageFacts {
  readonly facts: readonly RecordedFact[];
  readonly isPossibleDuplicate: boolean;
  readonly hasName: boolean;
  readonly hasPhone: boolean;
  readonly hasEmail: boolean;
  readonly hasStreet: boolean;
  readonly hasPlace: boolean;
  readonly isPostable: boolean;
  /** Post to an address we have comes back. */
  readonly isReturned: boolean;
}

export interface Stage {
  readonly stage: HouseholdStage;
  readonly sortingReason: SortingReason | null;
  readonly blockReason: BlockReason | null;
}

/** Where a household stands before its card, derived and never stored by hand. The most pressing reason is named. */
export function stageOf(known: StageFacts): Stage {
  const blockReason = blockReasonOf(known.facts);
  if (blockReason) return { stage: 'blocked', sortingReason: null, blockReason };
  const sortingReason = sortingOf(known);
  return { stage: sortingReason ? 'sorting' : 'ready_for_card', sortingReason, blockReason: null };
}

/** Why the household is stopped, by these facts; null when it is not. */
export function blockReasonOf(facts: readonly RecordedFact[]): BlockReason | null {
  return factsOf(facts, 'blocked')[0]?.fact.reason ?? null;
}

function sortingOf(known: StageFacts): SortingReason | null {
  const wrong = factsOf(known.facts, 'wrong_person')[0];
  const right = factsOf(known.facts, 'right_person')[0];
  if (wrong && !(right && latestFirst(wrong, right) > 0)) return 'wrong_person';
  if (known.isPossibleDuplicate) return 'possible_duplicate';
  if (!known.hasName) return 'no_name';
  if (known.isPostable) return null;
  if (known.isReturned) return 'address_returned';
  if (known.hasStreet) return 'incomplete_address';
  if (known.hasPhone || known.hasEmail) return 'no_address';
  return known.hasPlace ? 'no_address' : 'no_contact';
}
