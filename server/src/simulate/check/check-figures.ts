import type { CallCounts } from '@savner/contract/call-board';
import type { Reported } from '../journal.js';
import { Records } from './household-life.js';
import { type CallerAfterwards, groupBy, Names, type Night, type Violation } from './night.js';

/** What the server counts is what the callers were told is stored. */
export function checkFigures(night: Night): Violation[] {
  const names = new Names(night);
  const records = new Records(night);
  const standing = night.sightings
    .filter((seen) => seen.kind === 'reported')
    .filter((seen) => records.idOf(seen) !== null && !records.isUndone(seen));
  const places = new Map(night.before.map(({ card, municipality }) => [card.householdId, municipality]));
  const byPlace = groupBy(standing, ({ householdId }) => places.get(householdId) ?? '');
  const byCaller = groupBy(standing, ({ callerId }) => callerId);
  return [
    ...night.after.counts.flatMap((counts) => countsDiffer(counts, byPlace.get(counts.municipality) ?? [])),
    ...night.after.callers.flatMap((caller) => callerDiffers(caller, byCaller.get(caller.callerId) ?? [])),
  ].map((what) => ({ check: 'figures', what }));

  function callerDiffers({ callerId, calls, talks }: CallerAfterwards, own: readonly Reported[]): string[] {
    return [
      ...compare(`${names.caller(callerId)}: calls`, calls, own.length),
      ...compare(`${names.caller(callerId)}: talks`, talks, talksAmong(own).length),
    ];
  }
}

function countsDiffer(counts: CallCounts, reports: readonly Reported[]): string[] {
  const households = (some: readonly Reported[]) => new Set(some.map(({ householdId }) => householdId)).size;
  const { municipality } = counts;
  return [
    ...compare(`${municipality}: called`, counts.called, households(reports)),
    ...compare(`${municipality}: reached`, counts.reached, households(talksAmong(reports))),
  ];
}

function talksAmong(reports: readonly Reported[]): Reported[] {
  return reports.filter(({ report }) => report.attempt === 'talked');
}

function compare(name: string, counted: number, expected: number): string[] {
  return counted === expected ? [] : [`${name} ${counted} instead of ${expected}`];
}
