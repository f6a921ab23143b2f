import type { Progress, ProgressState } from './call-case.js';

const distance: { readonly [State in ProgressState]: number } = {
  queued: 0,
  needs_coordinator: 1,
  not_reached: 2,
  with_host: 3,
  done: 4,
};

/**
 * What the calls of a household become when another is merged into it: the one that has come further counts, and no
 * attempt is forgotten. Null when the other adds nothing.
 */
export function joinProgress(own: Progress, other: Progress): Progress | null {
  if (other.lastTriedAt === null && other.nextAt === null && other.state === 'queued') return null;
  const further = hasComeFurther(other, own) ? other : own;
  return {
    ...further,
    halfAttempts: own.halfAttempts + other.halfAttempts,
    busyCount: own.busyCount + other.busyCount,
    otherPersonCount: own.otherPersonCount + other.otherPersonCount,
    messageCount: own.messageCount + other.messageCount,
    skips: own.skips + other.skips,
    lastTriedAt: latest(own.lastTriedAt, other.lastTriedAt),
  };
}

function hasComeFurther(other: Progress, own: Progress): boolean {
  if (distance[other.state] !== distance[own.state]) return distance[other.state] > distance[own.state];
  if ((other.rank === 'callback') !== (own.rank === 'callback')) return other.rank === 'callback';
  return (
    (other.lastTriedAt?.getTime() ?? 0) > (own.lastTriedAt?.getTime() ?? 0) ||
    (own.nextAt === null && other.nextAt !== null)
  );
}

function latest(left: Date | null, right: Date | null): Date | null {
  if (left === null || right === null) return left ?? right;
  return left > right ? left : right;
}
