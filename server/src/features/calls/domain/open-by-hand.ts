import type { CallCase } from './call-case.js';

/** Why a household is not for opening by hand. */
export type OpeningRefusal = 'gets_card' | 'already_open' | 'no_number' | 'not_waiting' | 'overdue';

/**
 * An opening by hand is for households the post cannot reach, that are still within their time: they are told by the
 * notice read aloud. Null when it may be done.
 */
export function whyNotOpenByHand(callCase: CallCase, now: Date): OpeningRefusal | null {
  if (callCase.standing === 'no_number') return 'no_number';
  if (callCase.state !== 'queued' || callCase.standing !== 'open') return 'not_waiting';
  if (callCase.nextAt !== null) return 'already_open';
  if (callCase.hasAddress) return 'gets_card';
  return callCase.informBy > now ? null : 'overdue';
}
