import type { CampaignSettings } from '@savner/contract/campaigns';
import type { CallCase, Progress } from './call-case.js';
import { attemptRules } from './outcome-rules.js';

interface Return {
  readonly now: Date;
  readonly settings: Pick<CampaignSettings, 'maxAttempts'>;
}

/** So many skips, and the leader must look. */
const skipsBeforeLeader = 3;

/**
 * To be called again, whatever it waited for: there is always a time, at least one attempt is left, and nothing that
 * was said before decides any more.
 */
export function backToQueue(before: Progress, { now, settings }: Return): Progress {
  const { hasTriedAll, hasReachedOthers } = exhausted(before, settings);
  const isAnotherRound = before.state === 'not_reached' || hasTriedAll || hasReachedOthers;
  return {
    ...before,
    state: 'queued',
    nextAt: before.nextAt ?? now,
    result: null,
    skips: 0,
    ...(isAnotherRound ? { halfAttempts: 0, otherPersonCount: 0 } : {}),
  };
}

/** Which limits have been reached. */
export function exhausted(
  { halfAttempts, otherPersonCount }: Pick<Progress, 'halfAttempts' | 'otherPersonCount'>,
  { maxAttempts }: Return['settings'],
): { readonly hasTriedAll: boolean; readonly hasReachedOthers: boolean } {
  const { next } = attemptRules.other_person;
  return {
    hasTriedAll: halfAttempts >= maxAttempts * 2,
    hasReachedOthers: next.kind === 'agreed_or_another_hour' && otherPersonCount >= next.atMost,
  };
}

/** What waits for a person's decision, and not for time, a number or a letter. */
export function mayGoBackToQueue(callCase: CallCase): boolean {
  const isWaiting = callCase.state === 'needs_coordinator' || callCase.state === 'not_reached';
  return isWaiting && (callCase.standing === 'open' || callCase.standing === 'no_number');
}

/** A caller's question is the coordinator's to answer; too many skips, and another round, are for the leader. */
export function waitsForCoordinator(callCase: Pick<CallCase, 'state' | 'skips'>): boolean {
  return callCase.state === 'needs_coordinator' && !isForLeader(callCase);
}

export function isForLeader({ skips }: Pick<Progress, 'skips'>): boolean {
  return skips >= skipsBeforeLeader;
}
