import type { Sighting } from '../journal.js';

/** A lease as far as anybody outside can be sure of it: from when it was seen to when it may have ended. */
export interface SureLease {
  readonly leaseId: string;
  readonly callerId: string;
  readonly householdId: string;
  /** The first request that may have taken it. */
  readonly asked: number;
  readonly from: number;
  /** The caller asked for an end, or the last expiry anybody was told has passed. */
  readonly to: number;
}

/** What ends everybody's lease on a household: a report, also a late one, that contact must stop. */
const stops: ReadonlySet<string> = new Set(['no_thanks', 'erase', 'deceased', 'protected']);

/** Every lease of the night, in the order they were seen. */
export function sureLeases(sightings: readonly Sighting[]): SureLease[] {
  const leases = new Map<string, SureLease>();
  for (const seen of sightings) {
    if (seen.kind !== 'handed_out') continue;
    const { leaseId, callerId, householdId, asked, answered, expiresAt } = seen;
    leases.set(leaseId, { leaseId, callerId, householdId, asked, from: answered, to: expiresAt });
  }
  for (const seen of sightings) {
    if (seen.kind !== 'renewed') continue;
    const lease = leases.get(seen.leaseId);
    if (lease && seen.expiresAt > lease.to) leases.set(lease.leaseId, { ...lease, to: seen.expiresAt });
  }
  const ends = new Ends(sightings);
  return [...leases.values()].map((lease) => ({ ...lease, to: Math.min(lease.to, ends.firstOf(lease)) }));
}

interface Window {
  readonly asked: number;
  readonly answered: number;
}

class Ends {
  readonly #ofLease = new Map<string, Window[]>();
  readonly #ofCaller = new Map<string, Window[]>();
  readonly #ofHousehold = new Map<string, Window[]>();

  constructor(sightings: readonly Sighting[]) {
    for (const seen of sightings) this.#read(seen);
  }

  /** The first moment at which something may have ended the lease. */
  firstOf({ leaseId, callerId, householdId, from }: SureLease): number {
    const windows = [
      ...(this.#ofLease.get(leaseId) ?? []),
      ...(this.#ofCaller.get(callerId) ?? []),
      ...(this.#ofHousehold.get(householdId) ?? []),
    ];
    const later = windows.filter(({ answered }) => answered > from);
    return Math.min(...later.map(({ asked }) => Math.max(asked, from)));
  }

  #read(seen: Sighting): void {
    switch (seen.kind) {
      case 'released':
      case 'skipped':
        return add(this.#ofLease, seen.leaseId, seen);
      case 'reported': {
        if (!seen.answers.some((answer) => answer.kind === 'stored')) return;
        add(this.#ofLease, seen.leaseId, seen);
        const isStop = seen.report.attempt === 'talked' && stops.has(seen.report.outcome.result);
        if (isStop) add(this.#ofHousehold, seen.householdId, seen);
        return;
      }
      case 'signed_out':
        return add(this.#ofCaller, seen.callerId, seen);
      case 'handed_out':
      case 'renewed':
      case 'refused':
      case 'undone':
    }
  }
}

function add(ends: Map<string, Window[]>, key: string, window: Window): void {
  ends.set(key, [...(ends.get(key) ?? []), window]);
}
