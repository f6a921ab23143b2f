import type { FollowUp } from '@savner/contract/hosting';
import { isOverdue } from './domain/follow-up-status.js';
import type { LivingFollowUp } from './domain/living-follow-ups.js';

export interface FollowedHousehold {
  readonly municipality: string;
  readonly title: string;
  readonly place: string | null;
  readonly numbers: readonly { readonly number: string; readonly shown: string }[];
}

/** @param today local date */
export function presentFollowUp(
  { work, householdId, wish, words }: LivingFollowUp,
  household: FollowedHousehold,
  today: string,
): FollowUp {
  return {
    id: work.id,
    householdId,
    municipality: household.municipality,
    title: household.title,
    place: household.place,
    numbers: [...household.numbers],
    result: wish.result,
    interests: [...wish.interests],
    horizon: wish.horizon,
    dueOn: work.dueOn,
    isOverdue: isOverdue(work, today),
    status: work.status,
    callersNote: words.join('\n'),
    note: work.note,
    createdAt: work.createdAt.toISOString(),
    changedAt: work.changedAt.toISOString(),
    version: work.version,
  };
}
