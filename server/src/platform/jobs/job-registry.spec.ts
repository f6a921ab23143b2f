import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { JobRegistry } from './job-registry.js';
import { type JobContext, defineJob, definedJobs, JobRefused } from './job.js';

const print = defineJob({
  name: 'test.print',
  payload: z.object({ batchId: z.string() }),
  attempts: 2,
  backoffSeconds: 5,
});
const context: JobContext = {
  jobId: 'job',
  signal: new AbortController().signal,
  progress: async () => {},
};

describe('who handles which job', () => {
  it('refuses to start while a defined job has no handler, and names it', () => {
    const registry = new JobRegistry();
    expect(() => registry.assertHandles(definedJobs())).toThrow('No handler for the job(s) test.print');
    registry.add(print, async () => {});
    expect(() => registry.assertHandles(definedJobs())).not.toThrow();
  });

  it('refuses a second handler for the same job', () => {
    const registry = new JobRegistry();
    registry.add(print, async () => {});
    expect(() => registry.add(print, async () => {})).toThrow('The job test.print has two handlers');
  });

  it('refuses a second definition with the same name', () => {
    expect(() => defineJob(print)).toThrow('The job test.print is defined twice');
  });

  it('refuses a stored payload that an older version wrote in another shape', async () => {
    const seen: string[] = [];
    const registry = new JobRegistry();
    registry.add(print, async ({ batchId }) => void seen.push(batchId));
    const { handler } = registry.get('test.print');
    await handler({ batchId: 'a' }, context);
    await expect(handler({ batch: 'b' }, context)).rejects.toThrow(JobRefused);
    expect(seen).toEqual(['a']);
  });
});
