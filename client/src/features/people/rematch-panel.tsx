import { useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Details, Paragraph } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { getToday } from '@savner/contract/insight';
import {
  listDecisions,
  listHouseholds,
  listMatches,
  readRematch,
  rematch,
  type RematchRun,
} from '@savner/contract/people';
import { useEndpoint, useSend } from '../../lib/api/use-endpoint.js';
import { formatMoment, formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Confirm } from '../../ui/confirm.js';
import { JobProgressBar } from '../../ui/job-progress-bar.js';
import { Problem } from '../../ui/problem.js';
import { matchTexts } from './texts.js';

const askEvery = 800;
const refreshes = [listMatches, listDecisions, listHouseholds, getToday];

/** Every tip compared anew: after new name lists, or to be sure. Shows how far it has come, and what it came to. */
interface RematchPanelProps {
  readonly campaign: Campaign;
  /** Names the weights in use. */
  readonly modelVersion: string | null;
}

export function RematchPanel({ campaign, modelVersion }: RematchPanelProps) {
  const say = useTexts(matchTexts);
  const queries = useQueryClient();
  const params = { campaignId: campaign.id };
  const starting = useSend(rematch, [readRematch]);
  const { data } = useEndpoint(readRematch, { params });
  const run = data?.run ?? null;
  const isRunning = run !== null && isUnderWay(run);
  useEndpoint(readRematch, { params }, { every: askEvery, when: isRunning });
  const wasRunning = useRef(false);
  useEffect(() => {
    const hasEnded = wasRunning.current && !isRunning;
    wasRunning.current = isRunning;
    if (!hasEnded) return;
    for (const { path } of refreshes) void queries.invalidateQueries({ queryKey: [path] });
  }, [isRunning, queries]);
  return (
    <Details>
      <Details.Summary>{say('rematch')}</Details.Summary>
      <Details.Content>
        <div className="stack stack--tight">
          <Paragraph>{say('rematchIntro')}</Paragraph>
          {starting.error === null ? null : <Problem error={starting.error} />}
          {isRunning ? (
            <JobProgressBar
              label={say('rematchRuns')}
              waiting={say('rematchWaits')}
              job={run.job}
              total={run.job.total}
            />
          ) : (
            <div>
              <Confirm
                ask={say('rematchStart')}
                question={say('rematchQuestion')}
                yes={say('rematchYes')}
                onYes={() => starting.mutate({ params })}
              />
            </div>
          )}
          {modelVersion === null ? null : (
            <Paragraph data-size="sm" className="quiet">
              {say('model', { version: modelVersion })}
            </Paragraph>
          )}
          <Paragraph role="status">{run === null || isRunning ? '' : resultOf(run)}</Paragraph>
        </div>
      </Details.Content>
    </Details>
  );

  function resultOf({ job, result, startedBy }: RematchRun): string {
    const at = formatMoment(job.finishedAt ?? job.createdAt);
    if (result === null) return say('rematchFailed', { at, problem: job.problem ?? '' });
    const by = startedBy ?? say('rematchByNobody');
    const crowded =
      result.crowded === 0 ? '' : ` ${say('rematchCrowded', { count: formatNumber(result.crowded) })}`;
    const told = say('rematchResult', {
      at,
      by,
      tips: formatNumber(result.tips),
      merged: formatNumber(result.merged),
      parted: formatNumber(result.parted),
      questions: formatNumber(result.newQuestions),
    });
    return `${told}${crowded}`;
  }
}

function isUnderWay({ job }: RematchRun): boolean {
  return job.state === 'waiting' || job.state === 'running';
}
