import type { FollowUp, FollowUpStatus } from '@savner/contract/hosting';
import type { Interest, MoveHorizon } from '@savner/contract/rules/call-report';
import { isOverdue } from './domain/follow-up-status.js';

export interface KeptFollowUp {
  readonly id: string;
  readonly householdId: string;
  readonly municipality: string;
  readonly result: 'moving' | 'interested' | 'later';
  readonly interests: readonly Interest[];
  readonly horizon: MoveHorizon | null;
  readonly dueOn: string;
  readonly status: FollowUpStatus;
  readonly callersNote: string;
  readonly note: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly version: number;
}

export interface FollowedHousehold {
  readonly title: string;
  readonly place: string | null;
  readonly numbers: readonly { readonly number: string; readonly shown: string }[];
}

/** @param today local date */
export function presentFollowUp(kept: KeptFollowUp, household: FollowedHousehold, today: string): FollowUp {
  return {
    id: kept.id,
    householdId: kept.householdId,
    municipality: kept.municipality,
    title: household.title,
    place: household.place,
    numbers: [...household.numbers],
    result: kept.result,
    interests: [...kept.interests],
    horizon: kept.horizon,
    dueOn: kept.dueOn,
    isOverdue: isOverdue(kept, today),
    status: kept.status,
    callersNote: kept.callersNote,
    note: kept.note,
    createdAt: kept.createdAt.toISOString(),
    changedAt: kept.changedAt.toISOString(),
    version: kept.version,
  };
}
