import type { CallCounts } from '@savner/contract/call-board';
import type { Attempt, TalkResult } from '@savner/contract/rules/call-report';
import type { CallCase } from './call-case.js';
import { isLeftToCall, stateNow } from './case-view.js';

interface CountedReport {
  readonly caseId: string;
  readonly attempt: Attempt;
}

/**
 * A municipality's calling in numbers. Every household counts once in each, however often it was called;
 * `interested` and the other results are what the case stands at, not every word that was ever said.
 */
export function countCases(
  cases: readonly CallCase[],
  reports: readonly CountedReport[],
  given: { readonly now: Date; readonly held: ReadonlySet<string> },
): Omit<CallCounts, 'municipality'> {
  const called = casesOf(reports, () => true);
  const reached = casesOf(reports, (report) => report.attempt === 'talked');
  const wrong = casesOf(
    reports,
    (report) => report.attempt === 'wrong_number' || report.attempt === 'not_in_service',
  );
  const states = cases.map((each) => stateNow(each, given.now, given.held));
  const inState = (...wanted: (typeof states)[number][]) =>
    states.filter((state) => wanted.includes(state)).length;
  const withResult = (result: TalkResult) => cases.filter((each) => each.result === result).length;
  const among = (ids: ReadonlySet<string>) => cases.filter((each) => ids.has(each.id)).length;
  return {
    households: cases.length,
    callable: inState('callable'),
    held: inState('held'),
    waiting: inState('waiting', 'callback'),
    blocked: inState('blocked'),
    called: among(called),
    reached: among(reached),
    interested: withResult('interested'),
    later: withResult('later'),
    moving: withResult('moving'),
    notReached: inState('not_reached'),
    noThanks: withResult('no_thanks'),
    done: inState('done', 'with_host'),
    remaining: cases.filter(isLeftToCall).length,
    wrongNumbers: among(wrong),
    needsCoordinator: cases.filter((each) => each.state === 'needs_coordinator').length,
    informed: cases.filter((each) => each.informedAt !== null).length,
  };
}

function casesOf(
  reports: readonly CountedReport[],
  isMeant: (report: CountedReport) => boolean,
): Set<string> {
  return new Set(reports.filter(isMeant).map((report) => report.caseId));
}
