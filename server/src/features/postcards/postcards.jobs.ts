import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.js';

/** Makes the print file of a batch. Runs again from the start after a crash: same cards, same codes, same bytes. */
export const renderBatchJob = defineJob({
  name: 'postcards.render-batch',
  payload: z.object({ batchId: z.uuid() }),
  attempts: 3,
  backoffSeconds: 10,
});
