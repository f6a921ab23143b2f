import type { Block } from '@savner/contract/calls';
import type { CaseState } from '@savner/contract/call-board';
import type { CallCase } from './call-case.js';

export interface Holder {
  readonly userId: string;
  readonly name: string;
  readonly expiresAt: Date;
}

export interface ViewCircumstances {
  readonly now: Date;
  /** Who holds it on a lease that still lives; null when nobody does. */
  readonly holder: Holder | null;
  /** Whose agreed call it is, by name. */
  readonly reservedForName: string | null;
  /** When the team's hours open; null while they are open. */
  readonly opensAt: Date | null;
}

/**
 * Why a household is not handed out, as the one reason everybody is shown; null when it may be called now.
 * In the order of what weighs most: what stops it for good, who has it, what somebody must do, what time will mend.
 */
export function blockOf(callCase: CallCase, given: ViewCircumstances): Block | null {
  // Somebody may still have an address to a household that was merged away: it is never called under its old name.
  if (callCase.standing === 'suppressed' || callCase.standing === 'gone') return plain('suppressed');
  if (given.holder)
    return { reason: 'held_by', until: given.holder.expiresAt.toISOString(), name: given.holder.name };
  if (callCase.standing === 'sorting' || callCase.state === 'needs_coordinator')
    return plain('needs_coordinator');
  if (callCase.standing === 'no_number') return plain('no_number');
  if (isNotInformedInTime(callCase, given.now)) return plain('not_informed');
  if (callCase.nextAt === null) return plain('waiting_for_card');
  if (callCase.nextAt > given.now) return waiting(callCase, callCase.nextAt, given);
  if (given.opensAt) return { reason: 'outside_call_hours', until: given.opensAt.toISOString(), name: null };
  return null;
}

/** The column of the board a household stands in. */
export function boardStateOf(callCase: CallCase, block: Block | null): CaseState {
  switch (callCase.state) {
    case 'done':
      return 'done';
    case 'with_host':
      return 'with_host';
    case 'not_reached':
      return block?.reason === 'suppressed' ? 'blocked' : 'not_reached';
    case 'needs_coordinator':
      return block?.reason === 'held_by' ? 'held' : 'blocked';
    case 'queued':
      return columnOf(block);
  }
}

/** The column of the board, for those who need not know who holds it. `held` has the ids of the cases in somebody's hand. */
export function stateNow(callCase: CallCase, now: Date, held: ReadonlySet<string>): CaseState {
  const holder = held.has(callCase.id) ? { userId: '', name: '', expiresAt: now } : null;
  return boardStateOf(callCase, blockOf(callCase, { now, holder, reservedForName: null, opensAt: null }));
}

/** Overdue and not told: nobody may call before the coordinator has decided. */
function isNotInformedInTime(callCase: Pick<CallCase, 'informedAt' | 'informBy'>, now: Date): boolean {
  return callCase.informedAt === null && callCase.informBy <= now;
}

function columnOf(block: Block | null): CaseState {
  switch (block?.reason) {
    case undefined:
    case 'outside_call_hours':
      return 'callable';
    case 'held_by':
      return 'held';
    case 'cooling_down':
    case 'waiting_for_card':
      return 'waiting';
    case 'callback_at':
      return 'callback';
    case 'no_number':
    case 'needs_coordinator':
    case 'suppressed':
    case 'not_informed':
      return 'blocked';
  }
}

function waiting(callCase: CallCase, nextAt: Date, given: ViewCircumstances): Block {
  const until = nextAt.toISOString();
  switch (callCase.rank) {
    case 'callback':
    case 'chosen_time':
      return { reason: 'callback_at', until, name: given.reservedForName };
    case 'never_tried':
      return { reason: 'waiting_for_card', until, name: null };
    case 'retry':
    case 'skipped':
      return { reason: callCase.lastTriedAt ? 'cooling_down' : 'waiting_for_card', until, name: null };
  }
}

function plain(
  reason: 'suppressed' | 'needs_coordinator' | 'no_number' | 'not_informed' | 'waiting_for_card',
): Block {
  return { reason, until: null, name: null };
}

/** Can be called now, or when time allows it. */
export function isLeftToCall(callCase: CallCase): boolean {
  return callCase.state === 'queued' && callCase.standing === 'open' && callCase.nextAt !== null;
}
