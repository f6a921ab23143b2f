import type { TalkResult } from '@savner/contract/rules/call-report';

/**
 * How far the calls of a household have come, whoever holds it at the moment.
 * `queued`: to be called (perhaps not yet) · `needs_coordinator`: waits for an answer · `not_reached`: the limit is
 * reached, the leader chooses · `with_host`: a talk led to a follow-up · `done`: closed.
 */
export const progressStates = ['queued', 'needs_coordinator', 'not_reached', 'with_host', 'done'] as const;
export type ProgressState = (typeof progressStates)[number];

/** Whether the household itself can be called, as people and postcards know it; calls only keeps a copy. */
export const standings = ['open', 'no_number', 'sorting', 'suppressed', 'gone'] as const;
export type Standing = (typeof standings)[number];

/** Place in the queue before the time is looked at; a lower rank goes first. */
export const queueRanks = {
  callback: 0,
  /** Times the missed person chose on the card page. */
  chosen_time: 1,
  never_tried: 2,
  retry: 3,
  skipped: 4,
} as const;
export type QueueRank = keyof typeof queueRanks;
export const ranksInOrder = [
  'callback',
  'chosen_time',
  'never_tried',
  'retry',
  'skipped',
] as const satisfies readonly QueueRank[];

/** What reports, skips and the leader's hand change. */
export interface Progress {
  readonly state: ProgressState;
  readonly rank: QueueRank;
  /** From when it may be handed out; null while the card has not opened the gate. */
  readonly nextAt: Date | null;
  /** An agreed call belongs to this caller until `reservedUntil`. */
  readonly reservedFor: string | null;
  readonly reservedUntil: Date | null;
  /** In halves: busy and «someone else answered» count one, most attempts two. */
  readonly halfAttempts: number;
  readonly busyCount: number;
  readonly otherPersonCount: number;
  readonly messageCount: number;
  readonly lastTriedAt: Date | null;
  readonly result: TalkResult | null;
  readonly skips: number;
}

/** How the household learnt that it may be called. */
export interface Told {
  /** Card posted, or the notice read aloud; null while they have not been told. */
  readonly informedAt: Date | null;
  readonly cardPostedOn: string | null;
  /** The leader let it be called without a card. */
  readonly openedByHandAt: Date | null;
}

/** What belongs to one household, whoever it is merged with. */
export interface Share extends Progress, Told {}

export interface CallCase extends Share {
  readonly id: string;
  readonly campaignId: string;
  readonly householdId: string;
  readonly municipality: string;
  readonly standing: Standing;
  /** On whose own list; null in the open queue. */
  readonly assignedTo: string | null;
  /** Last moment at which an uninformed household may be handed out. */
  readonly informBy: Date;
  /** Whether the post can bring them a card. */
  readonly hasAddress: boolean;
  /** Null while the case shows nothing but its own share: see share.ts. */
  readonly own: OwnShare | null;
  /** Counts hand-outs and reports: what was decided on an earlier turn is recognised. */
  readonly turn: number;
}

/** Kept beside a case that also shows the calls of households merged into it. */
export interface OwnShare {
  readonly share: Share;
  /** Households merged into it now. */
  readonly members: readonly CallsSoFar[];
  /** Calls of merged households that are in the share, since it was decided about when they lived in it. */
  readonly holds: readonly CallsSoFar[];
}

/** A merged household's own calls, up to the last. */
export interface CallsSoFar {
  readonly householdId: string;
  /** UTC ISO text. */
  readonly lastTriedAt: string | null;
}

/** The case before anything was tried. `nextAt` null: the gate is closed. */
export function untouched(nextAt: Date | null): Progress {
  return {
    state: 'queued',
    rank: 'never_tried',
    nextAt,
    reservedFor: null,
    reservedUntil: null,
    halfAttempts: 0,
    busyCount: 0,
    otherPersonCount: 0,
    messageCount: 0,
    lastTriedAt: null,
    result: null,
    skips: 0,
  };
}

/** Progress alone, of whatever has it. */
export function progressOf(progress: Progress): Progress {
  return {
    state: progress.state,
    rank: progress.rank,
    nextAt: progress.nextAt,
    reservedFor: progress.reservedFor,
    reservedUntil: progress.reservedUntil,
    halfAttempts: progress.halfAttempts,
    busyCount: progress.busyCount,
    otherPersonCount: progress.otherPersonCount,
    messageCount: progress.messageCount,
    lastTriedAt: progress.lastTriedAt,
    result: progress.result,
    skips: progress.skips,
  };
}
