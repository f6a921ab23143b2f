import type { HandOutReason } from '@savner/contract/calls';
import type { ErrorCode } from '@savner/contract/errors';
import type { Outlook } from '@savner/contract/calls';
import type { CallReport } from '@savner/contract/rules/call-report';

/**
 * What the callers saw of the night. All times are milliseconds of the night since 1970. `asked` is taken before the
 * first request that may have had the effect is sent, `answered` after the answer has been read: what the server did, it
 * did in between.
 */
export type Sighting = HandedOut | Renewed | Refused | Released | Skipped | Reported | Undone | SignedOut;

interface Seen {
  readonly callerId: string;
  readonly asked: number;
  readonly answered: number;
}

/** A lease was seen for the first time. */
export interface HandedOut extends Seen {
  readonly kind: 'handed_out';
  readonly leaseId: string;
  readonly householdId: string;
  /** `undo`: it came back into the hand because the caller took the last report back. */
  readonly way: 'next' | 'chosen' | 'rang_back' | 'undo';
  readonly because: HandOutReason;
  readonly expiresAt: number;
  /** E.164, the preferred one first. */
  readonly numbers: readonly string[];
}

/** A heartbeat, a tap on the number or another look at what is held. */
export interface Renewed extends Seen {
  readonly kind: 'renewed';
  readonly leaseId: string;
  readonly expiresAt: number;
}

/** The server said that the lease is lost. */
export interface Refused extends Seen {
  readonly kind: 'refused';
  readonly leaseId: string;
}

export interface Released extends Seen {
  readonly kind: 'released';
  readonly leaseId: string;
}

export interface Skipped extends Seen {
  readonly kind: 'skipped';
  readonly leaseId: string;
  readonly householdId: string;
  /** `unknown`: an answer was lost, and the next said that the lease is lost: by the skip, or by time. */
  readonly outcome: 'done' | 'unknown';
}

export type ReportAnswer =
  | {
      readonly kind: 'stored';
      readonly reportId: string;
      readonly isLate: boolean;
      readonly leadsTo: Outlook['leadsTo'];
      readonly at: number | null;
    }
  | { readonly kind: 'refused'; readonly code: ErrorCode };

/** One report under one key, however often it was sent. */
export interface Reported extends Seen {
  readonly kind: 'reported';
  readonly key: string;
  readonly leaseId: string;
  readonly householdId: string;
  /** The number that was called, as the caller knew it; null when the caller no longer knew. */
  readonly number: string | null;
  readonly report: CallReport;
  /** All that were received, at least one. */
  readonly answers: readonly ReportAnswer[];
  /** Whether an earlier answer may have been lost: then `at` may be of a later time. */
  readonly wasRepeated: boolean;
}

export interface Undone extends Seen {
  readonly kind: 'undone';
  readonly reportId: string;
  readonly householdId: string;
  /** `unknown`: an answer was lost, and the next said that it is too late. */
  readonly outcome: 'done' | 'refused' | 'unknown';
}

export interface SignedOut extends Seen {
  readonly kind: 'signed_out';
}

/** Something that must never happen, whatever the rules: an answer that breaks the contract, an error of the server. */
export interface Trouble {
  readonly callerId: string;
  readonly at: number;
  readonly what: string;
}

export class Journal {
  readonly sightings: Sighting[] = [];
  readonly troubles: Trouble[] = [];

  write(sighting: Sighting): void {
    this.sightings.push(sighting);
  }

  complain(trouble: Trouble): void {
    this.troubles.push(trouble);
  }
}
