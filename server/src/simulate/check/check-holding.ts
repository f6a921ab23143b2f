import { type SureLease, sureLeases } from './leases.js';
import { clockTime, groupBy, Names, type Night, type Violation } from './night.js';

/** No household in two hands, no two households in one hand, and none taken away before its time. */
export function checkHolding(night: Night): Violation[] {
  const names = new Names(night);
  const leases = sureLeases(night.sightings);
  return [
    ...overlapsIn(leases, (lease) => lease.householdId).map(([one, other]) => ({
      check: 'held by two' as const,
      what: `${names.household(one.householdId)}: ${describe(one)} and ${describe(other)}`,
    })),
    ...overlapsIn(leases, (lease) => lease.callerId).map(([one, other]) => ({
      check: 'two in one hand' as const,
      what: `${names.caller(one.callerId)}: ${names.household(one.householdId)} ${span(one)} and ${names.household(other.householdId)} ${span(other)}`,
    })),
    ...lostTooEarly(night, leases).map(([lease, at]) => ({
      check: 'lease lost too early' as const,
      what: `${names.household(lease.householdId)}: ${describe(lease)}, refused at ${clockTime(at)}`,
    })),
  ];

  function describe(lease: SureLease): string {
    return `${names.caller(lease.callerId)} ${span(lease)}`;
  }
}

function span({ from, to }: SureLease): string {
  return `${clockTime(from)}-${clockTime(to)}`;
}

function overlapsIn(
  leases: readonly SureLease[],
  keyOf: (lease: SureLease) => string,
): [SureLease, SureLease][] {
  const real = leases.filter((lease) => lease.to > lease.from);
  return [...groupBy(real, keyOf).values()].flatMap((group) => {
    const sorted = [...group].sort((left, right) => left.from - right.from);
    return sorted.flatMap((one, index) =>
      sorted
        .slice(index + 1)
        .filter((other) => other.from < one.to)
        .map((other): [SureLease, SureLease] => [one, other]),
    );
  });
}

function lostTooEarly(night: Night, leases: readonly SureLease[]): [SureLease, number][] {
  const byId = new Map(leases.map((lease) => [lease.leaseId, lease]));
  return night.sightings.flatMap((seen): [SureLease, number][] => {
    const lease = seen.kind === 'refused' ? byId.get(seen.leaseId) : undefined;
    return lease && seen.answered < lease.to ? [[lease, seen.answered]] : [];
  });
}
