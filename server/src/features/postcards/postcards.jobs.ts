import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.js';

/** Makes the print file of a batch. Runs again from the start after a crash: same cards, same codes, same bytes. */
export const renderBatchJob = defineJob({
  name: 'postcards.render-batch',
  payload: z.object({ batchId: z.uuid() }),
  attempts: 3,
  backoffSeconds: 10,
});

/** Deletes the files of a batch that no longer stands by them: somebody in them has been erased. */
export const removeFilesJob = defineJob({
  name: 'postcards.remove-files',
  payload: z.object({ batchId: z.uuid() }),
  attempts: 10,
  backoffSeconds: 5,
});

/** Removes the pictures of a campaign that has ended, unless it has been opened again. */
export const removeImagesJob = defineJob({
  name: 'postcards.remove-images',
  payload: z.object({ campaignId: z.uuid() }),
  attempts: 10,
  backoffSeconds: 60,
});
