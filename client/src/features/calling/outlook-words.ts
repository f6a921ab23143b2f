import type { Outlook } from '@savner/contract/calls';
import type { ReportState } from '@savner/contract/rules/call-questions';
import { toReport } from '@savner/contract/rules/call-questions';
import { formatMoment, formatWeekday } from '../../lib/format/format.js';
import type { Say } from '../../lib/texts/texts.js';
import type { CallingTexts } from './texts.js';

/** What the report would lead to, in one sentence; null while it is not finished, or nobody knows. */
export function outlookWords(
  state: ReportState,
  outlooks: readonly Outlook[],
  say: Say<CallingTexts>,
): string | null {
  const ready = toReport(state);
  if (!ready.isReady) return null;
  const { report } = ready;
  if ((report.attempt === 'callback' || report.attempt === 'other_person') && report.callbackAt !== null) {
    return say('leadsTo.callback', { when: momentWords(report.callbackAt) });
  }
  const code = report.attempt === 'talked' ? report.outcome.result : report.attempt;
  const outlook = outlooks.find((candidate) => candidate.code === code);
  return outlook === undefined ? null : leadsToWords(outlook.leadsTo, outlook.at, say);
}

/** «Ringes igjen tidligst torsdag 14.01.2027 kl. 17:00.» */
export function leadsToWords(leadsTo: Outlook['leadsTo'], at: string | null, say: Say<CallingTexts>): string {
  switch (leadsTo) {
    case 'retry':
    case 'callback':
    case 'host':
      return at === null
        ? say(`leadsTo.${leadsTo}.later`)
        : say(`leadsTo.${leadsTo}`, { when: momentWords(at) });
    case 'next_number':
    case 'find_number':
    case 'not_reached':
    case 'closed':
    case 'sorting':
    case 'erasure':
    case 'other_caller':
      return say(`leadsTo.${leadsTo}`);
  }
}

function momentWords(instant: string): string {
  return `${formatWeekday(instant)} ${formatMoment(instant)}`;
}
