import {
  type CallCase,
  type CallsSoFar,
  type Progress,
  progressOf,
  type ProgressState,
  type Share,
  type Told,
} from './call-case.js';

/** A household that was merged into another: what its own calls have come to, and whose they already hold. */
export interface MergedShare {
  readonly householdId: string;
  readonly share: Share;
  readonly holds: readonly CallsSoFar[];
}

type Shown = Share & Pick<CallCase, 'own'>;

/**
 * What a case shows when these households live in it. Every household keeps its own share, so that merges may come
 * and go in any order: the case is always put together anew, and one that comes out again has what it had.
 */
export function together(kept: Omit<MergedShare, 'householdId'>, merged: readonly MergedShare[]): Shown {
  const { share, holds } = kept;
  if (merged.length === 0 && holds.length === 0) return { ...share, own: null };
  const held = new Set([...holds, ...merged.flatMap((other) => other.holds)].map(keyOf));
  const counted = merged.filter((other) => !held.has(keyOf(callsOf(other))));
  const told = merged.reduce((sum: Told, other) => joinTold(sum, other.share), share);
  const progress = counted.reduce((sum: Progress, other) => joinProgress(sum, other.share), share);
  const members = inOrder(merged.map(callsOf));
  return { ...share, ...progress, ...toldOf(told), own: { share, holds, members } };
}

/** The share of the one that lives on, with that of a household merged into it for good. */
export function absorbed(
  kept: Omit<MergedShare, 'householdId'>,
  gone: MergedShare,
): Omit<MergedShare, 'householdId'> {
  const { own: _apart, ...share } = together(kept, [gone]);
  return { share, holds: inOrder([...kept.holds, ...gone.holds]) };
}

/**
 * The own share after a call, a skip or a leader's decision about the case as it was shown: progress decided for all
 * who live in it stays with the one that lives on, and holds what the merged ones had brought.
 */
export function ownAfter({ own }: CallCase, change: Progress, told: Partial<Told>): CallCase['own'] {
  if (own === null) return null;
  const { share, members } = own;
  const holds = inOrder([...own.holds, ...members]);
  return { share: { ...share, ...progressOf(change), ...toldFirst(share, told) }, holds, members };
}

export interface PostedCard {
  /** Local date. */
  readonly postedOn: string;
  readonly now: Date;
  readonly callableFrom: Date;
}

/** The share once the household's card is in the post. The database says the same of many at once (markPosted). */
export function posted(share: Share, { postedOn, now, callableFrom }: PostedCard): Share {
  const isUntried = share.lastTriedAt === null && share.state === 'queued';
  return {
    ...share,
    cardPostedOn: postedOn,
    informedAt: share.informedAt ?? now,
    nextAt: isUntried ? callableFrom : share.nextAt,
  };
}

/**
 * The share when that card came back: nobody was told by it. Who has been talked with, or was told before the card, stays
 * told; who has not been tried waits for another card.
 */
export function returned(share: Share): Share {
  const isToldOtherwise =
    share.result !== null ||
    (share.informedAt !== null && share.informedAt.toISOString().slice(0, 10) < (share.cardPostedOn ?? ''));
  const isUntried = share.lastTriedAt === null && share.state === 'queued';
  return {
    ...share,
    cardPostedOn: null,
    informedAt: isToldOtherwise ? share.informedAt : null,
    nextAt: isUntried && share.openedByHandAt === null ? null : share.nextAt,
  };
}

/** The share of a case by itself, whoever has been merged into it. */
export function shareOf(callCase: Share & Pick<CallCase, 'own'>): Omit<MergedShare, 'householdId'> {
  return { share: callCase.own?.share ?? callCase, holds: callCase.own?.holds ?? [] };
}

/** The one that has come further counts, and no attempt is forgotten. */
function joinProgress(one: Progress, other: Progress): Progress {
  const further = byDistance(one, other) > 0 ? other : one;
  return {
    ...further,
    halfAttempts: one.halfAttempts + other.halfAttempts,
    busyCount: one.busyCount + other.busyCount,
    otherPersonCount: one.otherPersonCount + other.otherPersonCount,
    messageCount: one.messageCount + other.messageCount,
    skips: one.skips + other.skips,
    lastTriedAt: laterOf(one.lastTriedAt, other.lastTriedAt),
  };
}

/** Told is told, whichever of them it was; the first time counts, and the last card. */
function joinTold(one: Told, other: Told): Told {
  return {
    informedAt: earlierOf(one.informedAt, other.informedAt),
    cardPostedOn:
      [one.cardPostedOn, other.cardPostedOn]
        .filter((date) => date !== null)
        .sort()
        .at(-1) ?? null,
    openedByHandAt: earlierOf(one.openedByHandAt, other.openedByHandAt),
  };
}

function callsOf({ householdId, share }: MergedShare): CallsSoFar {
  return { householdId, lastTriedAt: share.lastTriedAt?.toISOString() ?? null };
}

function keyOf({ householdId, lastTriedAt }: CallsSoFar): string {
  return `${householdId} ${lastTriedAt ?? ''}`;
}

/** Each once, and always in the same order. */
function inOrder(calls: readonly CallsSoFar[]): CallsSoFar[] {
  const unique = new Map(calls.map((each) => [keyOf(each), each]));
  return [...unique.keys()].sort().flatMap((key) => unique.get(key) ?? []);
}

function toldOf({ informedAt, cardPostedOn, openedByHandAt }: Told): Told {
  return { informedAt, cardPostedOn, openedByHandAt };
}

function toldFirst(share: Told, told: Partial<Told>): Partial<Told> {
  return 'informedAt' in told ? { ...told, informedAt: share.informedAt ?? told.informedAt } : told;
}

const distance: { readonly [State in ProgressState]: number } = {
  queued: 0,
  needs_coordinator: 1,
  not_reached: 2,
  with_host: 3,
  done: 4,
};

/** Negative where the first has come further: by state, then an agreed call, the latest try, the gate that opens first. */
function byDistance(one: Progress, other: Progress): number {
  return (
    distance[other.state] - distance[one.state] ||
    Number(other.rank === 'callback') - Number(one.rank === 'callback') ||
    timeOf(other.lastTriedAt, 0) - timeOf(one.lastTriedAt, 0) ||
    Math.sign(timeOf(one.nextAt, Number.MAX_VALUE) - timeOf(other.nextAt, Number.MAX_VALUE))
  );
}

function timeOf(moment: Date | null, missing: number): number {
  return moment?.getTime() ?? missing;
}

function laterOf(one: Date | null, other: Date | null): Date | null {
  return timeOf(one, 0) >= timeOf(other, 0) ? one : other;
}

function earlierOf(one: Date | null, other: Date | null): Date | null {
  return timeOf(one, Number.MAX_VALUE) <= timeOf(other, Number.MAX_VALUE) ? one : other;
}
