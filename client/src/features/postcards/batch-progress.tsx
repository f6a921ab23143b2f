import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { getToday } from '@savner/contract/insight';
import { listBatches, readBatch, type Batch } from '@savner/contract/postcards';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { JobProgressBar } from '../../ui/job-progress-bar.js';
import { postcardTexts } from './texts.js';

const askEvery = 800;

interface BatchProgressProps {
  readonly params: { readonly campaignId: string; readonly batchId: string };
  readonly batch: Batch;
}

/** Asks how far the file has come; when it is made, or has failed, the list is read again. */
export function BatchProgress({ params, batch }: BatchProgressProps) {
  const say = useTexts(postcardTexts);
  const queries = useQueryClient();
  const { data = batch } = useEndpoint(readBatch, { params }, { every: askEvery });
  const isOver = data.state !== 'rendering';
  useEffect(() => {
    if (!isOver) return;
    void queries.invalidateQueries({ queryKey: [listBatches.path] });
    void queries.invalidateQueries({ queryKey: [getToday.path] });
  }, [isOver, queries]);
  return (
    <JobProgressBar label={say('rendering')} waiting={say('queued')} job={data.job} total={data.cards} />
  );
}
