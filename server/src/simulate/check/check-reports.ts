import type { MyReport } from '@savner/contract/calls';
import type { ReportAnswer, Reported } from '../journal.js';
import { Records } from './household-life.js';
import { clockTime, Names, type Night, type Violation } from './night.js';

/** Every acknowledged report is stored once and as it was sent; none that was refused is there, and none from nowhere. */
export function checkReports(night: Night): Violation[] {
  const names = new Names(night);
  const records = new Records(night);
  const sent = night.sightings.filter((seen) => seen.kind === 'reported');
  const listed = night.after.callers.flatMap(({ callerId, reports }) =>
    reports.map((report) => ({ callerId, report })),
  );
  return [
    ...sent.flatMap((reported) => problemsOf(reported).map((problem) => found(reported, problem))),
    ...fromNowhere(),
    ...sharedIds(),
  ];

  function problemsOf(reported: Reported): string[] {
    const answers = new Set(reported.answers.map(essence));
    if (answers.size > 1)
      return [`the same key was answered in ${answers.size} ways: ${[...answers].join(', ')}`];
    const id = records.idOf(reported);
    if (id === null) return [];
    const stored = listed.filter(({ report }) => report.id === id);
    if (records.isUndone(reported))
      return stored.length === 0 ? [] : [`${id} was taken back, and still stands in the list`];
    if (stored.length !== 1) return [`${id} was acknowledged and is stored ${stored.length} times`];
    return stored.flatMap(({ callerId, report }) => differences(reported, callerId, report));
  }

  function found(reported: Reported, problem: string): Violation {
    const who = `${names.household(reported.householdId)} by ${names.caller(reported.callerId)}`;
    const when = `${clockTime(reported.asked)}-${clockTime(reported.answered)}`;
    return { check: 'report', what: `${who}, ${reported.report.attempt}, ${when}: ${problem}` };
  }

  function fromNowhere(): Violation[] {
    const known = new Set(sent.map((reported) => records.idOf(reported)));
    return listed
      .filter(({ report }) => !known.has(report.id))
      .map(({ callerId, report }) => ({
        check: 'report',
        what: `${names.household(report.householdId)} by ${names.caller(callerId)}, ${report.attempt}, ${clockTime(Date.parse(report.at))}: ${report.id} is stored and was never acknowledged`,
      }));
  }

  function sharedIds(): Violation[] {
    const keys = new Map<string, Reported>();
    return sent.flatMap((reported) => {
      const id = records.idOf(reported);
      const other = id === null ? undefined : keys.get(id);
      if (id !== null) keys.set(id, reported);
      return other && other.key !== reported.key ? [found(reported, `${id} answers two keys`)] : [];
    });
  }
}

function essence(answer: ReportAnswer): string {
  return answer.kind === 'stored' ? answer.reportId : answer.code;
}

function differences({ callerId, householdId, report }: Reported, by: string, stored: MyReport): string[] {
  const result = report.attempt === 'talked' ? report.outcome.result : null;
  const isSame =
    by === callerId &&
    stored.householdId === householdId &&
    stored.attempt === report.attempt &&
    stored.result === result;
  return isSame ? [] : [`${stored.id} is stored as something else: ${stored.attempt} ${stored.result ?? ''}`];
}
