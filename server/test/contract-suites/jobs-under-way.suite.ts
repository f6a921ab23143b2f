import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { JobRefused } from '../../src/platform/jobs/job.js';
import { count, gate, jobsPlaceForEachTest, stateOf, testLease, until } from './jobs-place.js';

/** The second half of the carriers' contract: jobs that run, fail, are cancelled or interrupted. */
export function jobsUnderWayContract(adapter: string, mode: 'sqlite' | 'postgres'): void {
  describe(`jobs run by ${adapter}`, () => {
    const { at, worker, clerk, enqueue } = jobsPlaceForEachTest(mode);

    describe('failing', () => {
      it('tries again after a growing pause, then fails with a sentence that holds nobody’s data', async () => {
        const startedAt: number[] = [];
        const { jobs } = await worker(async () => {
          startedAt.push(Date.now());
          throw new Error('Kari Prøvestad, 900 00 000, could not be printed');
        });
        const id = await enqueue(jobs, 1);
        await jobs.drain();
        const [first = 0, second = 0, third = 0] = startedAt;
        expect(startedAt).toHaveLength(3);
        expect(second - first).toBeGreaterThanOrEqual(195);
        expect(third - second).toBeGreaterThanOrEqual(395);
        const failed = await jobs.find(id);
        expect(failed).toMatchObject({ state: 'failed', finishedAt: expect.any(String) });
        expect(failed?.problem).toMatch(/^Arbeidet stoppet på grunn av en feil/);
      });

      it('succeeds when a later try does', async () => {
        let tries = 0;
        const { jobs } = await worker(async () => {
          tries += 1;
          if (tries < 2) throw new Error('the disk was full');
        });
        const id = await enqueue(jobs, 1);
        await jobs.drain();
        expect(tries).toBe(2);
        expect(await jobs.find(id)).toMatchObject({ state: 'succeeded', problem: null });
      });

      it('does not try again what was refused, and shows why', async () => {
        let tries = 0;
        const { jobs } = await worker(async () => {
          tries += 1;
          throw new JobRefused('Kortmalen finnes ikke lenger.');
        });
        const id = await enqueue(jobs, 1);
        await jobs.drain();
        expect(tries).toBe(1);
        expect(await jobs.find(id)).toMatchObject({
          state: 'failed',
          problem: 'Kortmalen finnes ikke lenger.',
        });
      });
    });

    describe('under way', () => {
      it('shows how far the work has come', async () => {
        const halfway = gate();
        const { jobs } = await worker(async (_payload, context) => {
          await context.progress(3, 10);
          await halfway.opened;
          await context.progress(10, 10);
        });
        const id = await enqueue(jobs, 1);
        await until(async () => (await jobs.find(id))?.done === 3);
        expect(await jobs.find(id)).toMatchObject({ state: 'running', done: 3, total: 10, finishedAt: null });
        halfway.open();
        await jobs.drain();
        expect(await jobs.find(id)).toMatchObject({ state: 'succeeded', done: 10, total: 10 });
      });

      it('never starts a waiting job that has been cancelled', async () => {
        const ran: number[] = [];
        const { jobs } = await clerk();
        const id = await enqueue(jobs, 1);
        expect(await jobs.cancel(id)).toBe(true);
        expect(await jobs.cancel(id)).toBe(false);
        await worker(async ({ number }) => void ran.push(number));
        await enqueue(jobs, 2);
        await jobs.drain();
        expect(ran).toEqual([2]);
        expect(await stateOf(jobs, id)).toBe('cancelled');
      });

      it.each(['the same process', 'another process'])(
        'stops a running job that is cancelled from %s at its next check',
        async (from) => {
          const pieces: number[] = [];
          const ended = gate();
          const here = await worker(async (_payload, context) => {
            try {
              for (let piece = 1; piece <= 1_000; piece += 1) {
                await context.progress(piece, 1_000);
                pieces.push(piece);
                await pause(10);
              }
            } finally {
              ended.open();
            }
          });
          const { jobs } = from === 'another process' ? await clerk() : here;
          const id = await enqueue(here.jobs, 1);
          await until(() => pieces.length > 1);
          expect(await jobs.cancel(id)).toBe(true);
          await ended.opened;
          await here.leave();
          expect(pieces.length).toBeLessThan(1_000);
          expect(await jobs.find(id)).toMatchObject({ state: 'cancelled', problem: null });
        },
      );

      it('waits for the running job before the process stops', async () => {
        const started = gate();
        const { jobs, leave } = await worker(async () => {
          started.open();
          await pause(300);
        });
        const id = await enqueue(jobs, 1);
        await started.opened;
        await leave();
        expect(await stateOf(jobs, id)).toBe('succeeded');
      });

      it('hands a job that broke off for the stop to the next process, without counting a failed try', async () => {
        const impatient = { ...count, name: 'test.impatient', attempts: 1 };
        const started = gate();
        const first = await at().join('run', (jobs) =>
          jobs.handle(impatient, async (_payload, { signal }) => {
            started.open();
            await pause(10_000, undefined, { signal });
          }),
        );
        const id = await at().database.transaction(() => first.jobs.enqueue(impatient, { number: 1 }));
        await started.opened;
        await first.leave();
        const next = await at().join('run', (jobs) => jobs.handle(impatient, async () => {}));
        await next.jobs.drain();
        expect(await stateOf(next.jobs, id)).toBe('succeeded');
      });
    });
  });

  describe(`the lease of jobs run by ${adapter}`, () => {
    const { worker, enqueue } = jobsPlaceForEachTest(mode, { lease: testLease });

    it('keeps a job for as long as its worker lives, however long it takes', async () => {
      let tries = 0;
      const slow = async () => {
        tries += 1;
        await pause(testLease * 2.5);
      };
      const { jobs } = await worker(slow);
      await worker(slow);
      await enqueue(jobs, 1);
      await jobs.drain();
      expect(tries).toBe(1);
    });
  });
}
