import { Button, Details } from '@digdir/designsystemet-react';
import { getCallerStatus, listMyReports, undoReport, type MyReport } from '@savner/contract/calls';
import { useEndpoint, useSend } from '../../lib/api/use-endpoint.js';
import { formatTime } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Loaded } from '../../ui/loaded.js';
import { Problem } from '../../ui/problem.js';
import { useCallContext } from './call-context.js';
import { callingTexts } from './texts.js';

/** Today's own reports; what can be taken back, can be taken back here. */
export function MyCalls() {
  const say = useTexts(callingTexts);
  const { campaignId } = useCallContext();
  const mine = useEndpoint(listMyReports, { params: { campaignId } });
  const undoing = useSend(undoReport, [listMyReports, getCallerStatus]);
  return (
    <Details className="call-details">
      <Details.Summary>{say('myCallsTitle')}</Details.Summary>
      <Details.Content>
        <Loaded reading={mine}>
          {({ reports }) => (
            <>
              {reports.length === 0 ? <p>{say('myCallsNone')}</p> : null}
              <ul className="plain-list call-list">
                {reports.map((report) => (
                  <li key={report.id}>
                    <span>
                      {formatTime(report.at)} <strong>{report.title}</strong>: {whatHappened(report)}
                    </span>
                    {report.canUndo ? (
                      <Button
                        variant="tertiary"
                        data-size="sm"
                        onClick={() => undoing.mutate({ params: { campaignId, reportId: report.id } })}
                      >
                        {say('undo')}
                        <span className="ds-sr-only"> {report.title}</span>
                      </Button>
                    ) : null}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Loaded>
        {undoing.error === null ? null : <Problem error={undoing.error} />}
      </Details.Content>
    </Details>
  );

  function whatHappened({ attempt, result }: MyReport): string {
    return result === null ? say(`attempt.${attempt}`) : say(`result.${result}`);
  }
}
