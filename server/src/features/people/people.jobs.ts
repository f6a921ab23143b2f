import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.js';

/** Tips carried by one job; larger imports make several. */
export const tipsPerJob = 1_000;

export const matchNewTips = defineJob({
  name: 'people.match',
  payload: z.object({ campaignId: z.uuid(), tipIds: z.array(z.uuid()).max(tipsPerJob) }),
  attempts: 5,
  backoffSeconds: 2,
});

/** Every tip of a campaign anew: after a new model or name list, or to be sure. Answers stand. */
export const rematchCampaign = defineJob({
  name: 'people.rematch',
  payload: z.object({ campaignId: z.uuid() }),
  attempts: 3,
  backoffSeconds: 10,
});
