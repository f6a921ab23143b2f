import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { getToday } from '@savner/contract/insight';
import { listBatches, readBatch, type Batch } from '@savner/contract/postcards';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { JobProgressBar } from '../../ui/job-progress-bar.js';
import { perSecond, withCount, type Count } from './pace.js';
import { postcardTexts } from './texts.js';

const askEvery = 800;

/** The files of a posted batch can be made again too. */
export function isBeingMade({ state, job }: Batch): boolean {
  return state === 'rendering' || (state === 'posted' && job !== null);
}

interface BatchProgressProps {
  readonly params: { readonly campaignId: string; readonly batchId: string };
  readonly batch: Batch;
}

/** Asks how far the files have come, and how fast; when they are made, or have failed, the list is read again. */
export function BatchProgress({ params, batch }: BatchProgressProps) {
  const say = useTexts(postcardTexts);
  const queries = useQueryClient();
  const { data = batch, dataUpdatedAt } = useEndpoint(readBatch, { params }, { every: askEvery });
  const pace = usePace(data.job?.done ?? 0, dataUpdatedAt);
  const isOver = !isBeingMade(data);
  useEffect(() => {
    if (!isOver) return;
    void queries.invalidateQueries({ queryKey: [listBatches.path] });
    void queries.invalidateQueries({ queryKey: [getToday.path] });
  }, [isOver, queries]);
  return (
    <JobProgressBar
      label={say('rendering')}
      waiting={say('queued')}
      job={data.job}
      total={data.cards}
      {...(pace === null ? {} : { pace: say('pace', { count: formatNumber(pace) }) })}
    />
  );
}

/** Cards a second, from one answer to the next. @param at milliseconds; 0 before the first answer */
function usePace(done: number, at: number): number | null {
  const [counts, setCounts] = useState<readonly Count[]>([]);
  if (at !== 0 && counts.at(-1)?.at !== at) setCounts(withCount(counts, { done, at }));
  return perSecond(counts);
}
