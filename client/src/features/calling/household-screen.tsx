import { useState } from 'react';
import { Alert, Heading } from '@digdir/designsystemet-react';
import { pinLease, type HeldHousehold } from '@savner/contract/calls';
import { answer, emptyReport } from '@savner/contract/rules/call-questions';
import { call } from '../../lib/api/call.js';
import { useTexts } from '../../lib/texts/texts.js';
import { useCallContext } from './call-context.js';
import { CallScript } from './call-script.js';
import { EarlierCalls } from './earlier-calls.js';
import { HouseholdHead } from './household-head.js';
import { LeaveBox } from './leave-box.js';
import { Missers } from './missers.js';
import { NumberButtons } from './number-buttons.js';
import type { UnsentReport } from './outbox.js';
import { ReportPanel } from './report-panel.js';
import { callingTexts } from './texts.js';
import { useHeartbeat } from './use-heartbeat.js';
import type { SendOutcome } from './use-outbox.js';
import { useReport } from './use-report.js';

interface HouseholdScreenProps {
  readonly household: HeldHousehold;
  readonly onReport: (report: UnsentReport) => Promise<SendOutcome>;
  readonly onLeft: (then: 'next' | 'rest') => void;
}

/** One household in the hand: who, who misses them, the number, and what came of it. */
export function HouseholdScreen({ household, onReport, onLeft }: HouseholdScreenProps) {
  const say = useTexts(callingTexts);
  const { campaignId } = useCallContext();
  const { leaseId } = household;
  const report = useReport(leaseId);
  const isLost = useHeartbeat(campaignId, leaseId);
  const [isPinned, setIsPinned] = useState(household.isPinned);

  const tapped = (number: string) => {
    report.useNumber(number);
    if (isPinned) return;
    setIsPinned(true);
    call(pinLease, { params: { campaignId, leaseId } }).catch(() => setIsPinned(false));
  };
  const wrongNumber = (number: string) => {
    report.useNumber(number);
    const someoneElse = answer(emptyReport, 'contact', 'someone_else');
    report.change(answer({ ...someoneElse, besides: report.state.besides }, 'whoAnswered', 'wrong_number'));
  };

  return (
    <div className="call-desk">
      <section className="call-desk__who stack">
        <HouseholdHead household={household} />
        {isLost ? (
          <Alert data-color="warning" role="alert">
            {say('leaseLost')}
          </Alert>
        ) : null}
        <NumberButtons household={household} state={report.state} onTapped={tapped} onWrong={wrongNumber} />
        <Missers missers={household.missers} />
        <EarlierCalls earlier={household.earlier} />
        <CallScript
          person={household.persons[0]?.name ?? household.title}
          hasCard={!household.mustReadNotice}
        />
      </section>
      <section className="call-desk__report stack" aria-labelledby="report-title">
        <div className="panel call-panel">
          <Heading level={2} data-size="sm" id="report-title">
            {say('reportTitle')}
          </Heading>
          <ReportPanel
            subject={household}
            report={report}
            outlooks={household.outlook}
            notice={household.mustReadNotice ? 'must_be_read' : 'sent_by_card'}
            onReport={onReport}
            onLeft={onLeft}
          />
        </div>
        <LeaveBox leaseId={leaseId} onLeft={onLeft} />
      </section>
    </div>
  );
}
