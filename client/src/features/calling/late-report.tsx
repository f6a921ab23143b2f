import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { CallerStatus } from '@savner/contract/calls';
import { formatMoment } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import type { UnsentReport } from './outbox.js';
import { ReportPanel } from './report-panel.js';
import { callingTexts } from './texts.js';
import type { SendOutcome } from './use-outbox.js';
import { useReport } from './use-report.js';

export type Unreported = CallerStatus['unreported'][number];

interface LateReportProps {
  readonly unreported: Unreported;
  readonly onReport: (report: UnsentReport) => Promise<SendOutcome>;
  readonly onLeft: () => void;
}

/** The lease ran out before anything was said: what happened counts all the same. */
export function LateReport({ unreported, onReport, onLeft }: LateReportProps) {
  const say = useTexts(callingTexts);
  const report = useReport(unreported.leaseId);
  const { title, endedAt } = unreported;
  return (
    <section className="panel call-panel">
      <Heading level={2} data-size="sm">
        {say('unreportedTitle')}
      </Heading>
      <Paragraph>{say('unreportedText', { title, moment: formatMoment(endedAt) })}</Paragraph>
      <ReportPanel
        subject={unreported}
        report={report}
        outlooks={[]}
        notice={unreported.mustReadNotice ? 'must_be_read' : 'sent_by_card'}
        onReport={onReport}
        onLeft={onLeft}
      />
    </section>
  );
}
