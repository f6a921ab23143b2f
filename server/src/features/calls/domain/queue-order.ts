import type { EmptyQueue } from '@savner/contract/calls';
import { blockOf } from './case-view.js';
import { type CallCase, queueRanks } from './call-case.js';

export interface Asker {
  readonly userId: string;
  /** Cases never offered to this caller: skipped, or about somebody the caller has tipped about, or is. */
  readonly isKeptOff: (callCase: CallCase) => boolean;
  readonly now: Date;
  /** `agreed_only`: outside the team's hours, but within those in which an agreed call may be kept. */
  readonly hours: 'open' | 'agreed_only' | 'closed';
  readonly isHeld: (callCase: CallCase) => boolean;
}

/** Whether «Neste» may offer the case to the asker now. The database chooses by the same rule (claim.repository.ts). */
export function isOffered(callCase: CallCase, asker: Asker): boolean {
  if (callCase.state !== 'queued' || asker.isHeld(callCase) || asker.isKeptOff(callCase)) return false;
  const block = blockOf(callCase, { now: asker.now, holder: null, reservedForName: null, opensAt: null });
  if (block) return false;
  if (callCase.rank === 'callback') return asker.hours !== 'closed' && isMyTurnToCallBack(callCase, asker);
  return asker.hours === 'open' && (callCase.assignedTo === null || callCase.assignedTo === asker.userId);
}

/**
 * The order of hand-out: due callbacks (own first), times the person chose, never tried (longest since the card),
 * retries, skipped; inside a rank one's own list before the open queue, then the longest due.
 */
export function inQueueOrder(left: CallCase, right: CallCase, userId: string): number {
  return (
    queueRanks[left.rank] - queueRanks[right.rank] ||
    ownFirst(left, userId) - ownFirst(right, userId) ||
    (left.nextAt?.getTime() ?? 0) - (right.nextAt?.getTime() ?? 0) ||
    (left.householdId < right.householdId ? -1 : 1)
  );
}

/** Why «Neste» had nothing, in the order somebody can do something about it, and when the next one is free. */
export function explainEmptyQueue(
  cases: readonly CallCase[],
  asker: Asker,
  opensAt: Date | null,
): EmptyQueue {
  const counts = new Map<EmptyQueue['counts'][number]['reason'], number>();
  const times: number[] = [];
  for (const callCase of cases.filter(
    (each) => each.state === 'queued' || each.state === 'needs_coordinator',
  )) {
    const reason = whyNot(callCase, asker, opensAt);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
    if (comesByItself(reason) && callCase.nextAt)
      times.push(Math.max(callCase.nextAt.getTime(), opensAt?.getTime() ?? 0));
  }
  const listed = reasonOrder.flatMap((reason) => {
    const count = counts.get(reason) ?? 0;
    return count > 0 ? [{ reason, count }] : [];
  });
  const nextAt = times.length > 0 ? new Date(Math.min(...times)).toISOString() : null;
  return { reason: listed[0]?.reason ?? 'all_done', counts: listed, nextAt };
}

const reasonOrder = [
  'outside_call_hours',
  'cooling_down',
  'callback_at',
  'held_by',
  'on_others_lists',
  'waiting_for_card',
  'needs_coordinator',
  'no_number',
  'not_informed',
  'kept_off',
  'suppressed',
] as const satisfies readonly EmptyQueue['counts'][number]['reason'][];

function whyNot(callCase: CallCase, asker: Asker, opensAt: Date | null): (typeof reasonOrder)[number] {
  if (asker.isHeld(callCase)) return 'held_by';
  const block = blockOf(callCase, { now: asker.now, holder: null, reservedForName: null, opensAt });
  if (block && block.reason !== 'outside_call_hours') return block.reason;
  if (asker.isKeptOff(callCase)) return 'kept_off';
  if (callCase.rank === 'callback' && !isMyTurnToCallBack(callCase, asker)) return 'callback_at';
  if (callCase.rank !== 'callback' && callCase.assignedTo !== null && callCase.assignedTo !== asker.userId) {
    return 'on_others_lists';
  }
  return 'outside_call_hours';
}

function comesByItself(reason: (typeof reasonOrder)[number]): boolean {
  return ['outside_call_hours', 'cooling_down', 'callback_at', 'waiting_for_card'].includes(reason);
}

function isMyTurnToCallBack(callCase: CallCase, { userId, now }: Asker): boolean {
  if (callCase.reservedFor === null || callCase.reservedFor === userId) return true;
  return callCase.reservedUntil !== null && callCase.reservedUntil <= now;
}

function ownFirst(callCase: CallCase, userId: string): number {
  const owner = callCase.rank === 'callback' ? callCase.reservedFor : callCase.assignedTo;
  return owner === userId ? 0 : 1;
}
