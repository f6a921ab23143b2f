import { useEffect } from 'react';
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
export function RematchPanel({ campaign }: { readonly campaign: Campaign }) {
  const say = useTexts(matchTexts);
  const queries = useQueryClient();
  const params = { campaignId: campaign.id };
  const starting = useSend(rematch, [readRematch]);
  const { data } = useEndpoint(readRematch, { params });
  const run = data?.run ?? null;
  const isRunning = run !== null && isUnderWay(run);
  useEndpoint(readRematch, { params }, { every: askEvery, when: isRunning });
  useEffect(() => {
    if (isRunning) return;
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
          <Paragraph role="status">{run === null || isRunning ? '' : resultOf(run)}</Paragraph>
        </div>
      </Details.Content>
    </Details>
  );

  function resultOf({ job, result, startedBy }: RematchRun): string {
    const at = formatMoment(job.finishedAt ?? job.createdAt);
    if (result === null) return say('rematchFailed', { at, problem: job.problem ?? '' });
    const by = startedBy ?? say('rematchByNobody');
    return say('rematchResult', {
      at,
      by,
      tips: formatNumber(result.tips),
      merged: formatNumber(result.merged),
      parted: formatNumber(result.parted),
      questions: formatNumber(result.newQuestions),
    });
  }
}

function isUnderWay({ job }: RematchRun): boolean {
  return job.state === 'waiting' || job.state === 'running';
}
