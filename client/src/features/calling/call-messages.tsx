import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import {
  chooseHousehold,
  getCallerStatus,
  listMyReports,
  undoReport,
  type HeldHousehold,
} from '@savner/contract/calls';
import { useSend } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Problem } from '../../ui/problem.js';
import { useCallContext } from './call-context.js';
import { leadsToWords } from './outlook-words.js';
import { callingTexts } from './texts.js';
import type { SentReport, useOutbox } from './use-outbox.js';

interface CallMessagesProps {
  readonly outbox: ReturnType<typeof useOutbox>;
  readonly onReopened: (household: HeldHousehold) => void;
}

/** What became of the reports: waiting on the device, refused, or sent, with a way to take the last one back. */
export function CallMessages({ outbox, onReopened }: CallMessagesProps) {
  const say = useTexts(callingTexts);
  const { unsent, refused, lastSent } = outbox;
  return (
    <div className="call-messages" aria-live="polite">
      {unsent.length === 0 ? null : (
        <Alert data-color="warning">
          <Heading level={2} data-size="2xs">
            {say('unsentTitle')}
          </Heading>
          <Paragraph>
            {unsent.length === 1
              ? say('unsentOne', { title: unsent[0]?.title ?? '' })
              : say('unsent', { count: unsent.length })}
          </Paragraph>
          <Button variant="secondary" data-size="sm" onClick={() => void outbox.flush()}>
            {say('sendNow')}
          </Button>
        </Alert>
      )}
      {refused === null ? null : (
        <div className="stack stack--tight">
          <p>{say('refusedTitle', { title: refused.title })}</p>
          <Problem error={refused.error} />
          <Button variant="tertiary" data-size="sm" onClick={outbox.forgetRefused}>
            {say('dismiss')}
          </Button>
        </div>
      )}
      {lastSent === null ? null : <LastSent key={lastSent.key} sent={lastSent} onReopened={onReopened} />}
    </div>
  );
}

interface LastSentProps {
  readonly sent: SentReport;
  readonly onReopened: (household: HeldHousehold) => void;
}

function LastSent({ sent, onReopened }: LastSentProps) {
  const say = useTexts(callingTexts);
  const { campaignId } = useCallContext();
  const undoing = useSend(undoReport, [getCallerStatus, listMyReports]);
  const opening = useSend(chooseHousehold, [getCallerStatus]);
  const { title, householdId, answer } = sent;
  const undo = () => undoing.mutate({ params: { campaignId, reportId: answer.reportId } });
  const open = () =>
    opening.mutate(
      { params: { campaignId, householdId }, body: { because: 'chosen' } },
      { onSuccess: onReopened },
    );
  if (undoing.isSuccess) {
    return (
      <div className="sent-line">
        <span>{say('undone', { title })}</span>
        <Button variant="tertiary" data-size="sm" onClick={open}>
          {say('openAgain', { title })}
        </Button>
        {opening.error === null ? null : <Problem error={opening.error} />}
      </div>
    );
  }
  return (
    <div className="sent-line">
      <span>
        {answer.isLate ? say('sentLate', { title }) : say('sent', { title })}{' '}
        {leadsToWords(answer.leadsTo, answer.at, say)}
      </span>
      {answer.canUndo ? (
        <Button variant="tertiary" data-size="sm" onClick={undo}>
          {say('undo')}
        </Button>
      ) : null}
      {undoing.error === null ? null : <Problem error={undoing.error} />}
    </div>
  );
}
