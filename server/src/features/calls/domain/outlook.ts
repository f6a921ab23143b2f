import type { Outlook } from '@savner/contract/calls';
import { attempts, type CallReport, callReport, talkResults } from '@savner/contract/rules/call-report';
import { afterReport, type ReportCircumstances } from './after-report.js';
import type { Progress } from './call-case.js';

/** What each outcome would lead to, so that the screen can say it at once, also without a line to the server. */
export function outlookOf(progress: Progress, given: ReportCircumstances): Outlook[] {
  const tries = attempts.filter((attempt) => attempt !== 'talked');
  return [
    ...tries.map((attempt) => tell(attempt, { attempt, callbackAt: given.now.toISOString() })),
    ...talkResults.map((result) => tell(result, { attempt: 'talked', outcome: { result } })),
  ];

  function tell(code: Outlook['code'], input: object): Outlook {
    const report: CallReport = callReport.parse(code === 'other_person' ? { attempt: code } : input);
    const { leadsTo, at } = afterReport(progress, report, given);
    return { code, leadsTo, at: code === 'callback' ? null : (at?.toISOString() ?? null) };
  }
}
