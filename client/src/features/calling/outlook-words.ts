import type { Outlook } from '@savner/contract/calls';
import type { ReportState } from '@savner/contract/rules/call-questions';
import { toReport } from '@savner/contract/rules/call-questions';
import { formatDate, formatMoment, formatWeekday } from '../../lib/format/format.js';
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
      return at === null
        ? say(`leadsTo.${leadsTo}.later`)
        : say(`leadsTo.${leadsTo}`, { when: momentWords(at) });
    case 'host':
      return at === null
        ? say('leadsTo.host.later')
        : say('leadsTo.host', { when: `${formatWeekday(at)} ${formatDate(at)}` });
    case 'next_number':
    case 'find_number':
    case 'not_reached':
    case 'closed':
    case 'sorting':
    case 'erasure':
    case 'other_caller':
    case 'coordinator':
      return say(`leadsTo.${leadsTo}`);
  }
}

function momentWords(instant: string): string {
  return `${formatWeekday(instant)} ${formatMoment(instant)}`;
}
