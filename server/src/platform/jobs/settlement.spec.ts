import { describe, expect, it } from '@jest/globals';
import { JobRefused, JobStopped } from './job.js';
import { afterError, succeeded } from './settlement.js';

const now = new Date('2026-02-03T17:00:00.000Z');
const kind = { attempts: 4, backoffSeconds: 10 };
const failedBefore = (attempts: number) => ({ attempts, now, definition: kind });

describe('how a try is settled', () => {
  it('is done when the handler returns', () => {
    expect(succeeded(failedBefore(1))).toEqual({
      state: 'succeeded',
      attempts: 1,
      problem: null,
      finishedAt: now,
    });
  });

  it.each([
    [0, '2026-02-03T17:00:10.000Z'],
    [1, '2026-02-03T17:00:20.000Z'],
    [2, '2026-02-03T17:00:40.000Z'],
  ])('waits twice as long after each failed try (%i before this one: until %s)', (attempts, until) => {
    expect(afterError(new Error('timed out'), failedBefore(attempts))).toMatchObject({
      state: 'waiting',
      attempts: attempts + 1,
      runAt: new Date(until),
    });
  });

  it('fails when the tries are used up, without repeating what the error said', () => {
    const settlement = afterError(new Error('Kari Prøvestad has no address'), failedBefore(3));
    expect(settlement).toMatchObject({ state: 'failed', attempts: 4, finishedAt: now });
    expect(settlement.problem).not.toContain('Kari');
  });

  it('fails at once when the work was refused, in the words of the refusal', () => {
    expect(afterError(new JobRefused('Partiet er tomt.'), failedBefore(0))).toMatchObject({
      state: 'failed',
      problem: 'Partiet er tomt.',
    });
  });

  it('costs no try when the process had to stop', () => {
    expect(afterError(new JobStopped('process_stopping'), failedBefore(2))).toEqual({
      state: 'waiting',
      attempts: 2,
      runAt: now,
      problem: null,
      finishedAt: null,
    });
  });
});
