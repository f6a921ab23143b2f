import type { Interest, MoveHorizon } from '@savner/contract/rules/call-report';
import { eventKind } from '../../platform/events.js';

export interface FollowUpWish {
  readonly campaignId: string;
  readonly householdId: string;
  readonly municipality: string;
  readonly reportId: string;
  readonly result: 'moving' | 'interested' | 'later';
  readonly interests: readonly Interest[];
  readonly horizon: MoveHorizon | null;
  /** Local date by which the host should have called. */
  readonly dueOn: string;
  /** What the caller wrote. */
  readonly note: string;
}

/** A talk led to something a host should follow up. */
export const followUpWanted = eventKind<FollowUpWish>('calls.follow_up_wanted');

/** The report that wanted a follow-up was taken back. */
export const followUpWithdrawn = eventKind<{ readonly reportId: string }>('calls.follow_up_withdrawn');
