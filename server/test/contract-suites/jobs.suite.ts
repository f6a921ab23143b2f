import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { newId } from '../../src/platform/ids.js';
import { type JobContext, type JobDefinition, JobRefused } from '../../src/platform/jobs/job.js';
import type { EnqueueOptions, Jobs } from '../../src/platform/jobs/jobs.js';
import { type JobsPlace, makeJobsPlace, type Member, testLease } from './jobs-place.js';

type Numbered = { readonly number: number };

const count: JobDefinition<Numbered> = {
  name: 'test.count',
  payload: z.object({ number: z.number().int() }),
  attempts: 3,
  backoffSeconds: 0.2,
};

/** What every carrier of jobs has promised; run once per adapter. */
export function jobsContract(adapter: string, mode: 'sqlite' | 'postgres'): void {
  describe(`jobs carried by ${adapter}`, () => {
    let place: JobsPlace;

    beforeEach(async () => {
      place = await makeJobsPlace(mode);
    });
    afterEach(async () => {
      await place.remove();
    });

    const worker = (work: (payload: Numbered, context: JobContext) => Promise<void>): Promise<Member> =>
      place.join('run', (jobs) => jobs.handle(count, work));
    const clerk = (): Promise<Member> => place.join('enqueue', (jobs) => jobs.handle(count, async () => {}));
    const enqueue = (jobs: Jobs, number: number, options?: EnqueueOptions): Promise<string> =>
      place.database.transaction(() => jobs.enqueue(count, { number }, options));

    describe('storing', () => {
      it('does not start a job before the transaction that stored it is committed', async () => {
        const ran: number[] = [];
        const { jobs } = await worker(async ({ number }) => void ran.push(number));
        await place.database.transaction(async () => {
          await jobs.enqueue(count, { number: 1 });
          await pause(150);
          expect(ran).toEqual([]);
        });
        await jobs.drain();
        expect(ran).toEqual([1]);
      });

      it('never starts a job whose transaction was rolled back', async () => {
        const ran: number[] = [];
        const { jobs } = await worker(async ({ number }) => void ran.push(number));
        const change = place.database.transaction(async () => {
          await jobs.enqueue(count, { number: 1 });
          throw new Error('the change did not go through');
        });
        await expect(change).rejects.toThrow('the change did not go through');
        await enqueue(jobs, 2);
        await jobs.drain();
        await pause(100);
        expect(ran).toEqual([2]);
      });

      it('stores a job with the same key once, however many ask at the same time', async () => {
        const ran: number[] = [];
        const { jobs } = await worker(async ({ number }) => void ran.push(number));
        const ids = await Promise.all(
          [1, 2, 3, 4, 5].map((number) => enqueue(jobs, number, { key: 'batch-7' })),
        );
        await jobs.drain();
        ids.push(await enqueue(jobs, 6, { key: 'batch-7' }));
        await jobs.drain();
        expect(new Set(ids).size).toBe(1);
        expect(ran).toHaveLength(1);
      });

      it('lets a key be used again after the job has failed', async () => {
        const { jobs } = await worker(async ({ number }) => {
          if (number === 1) throw new JobRefused('Trykkepartiet er tomt.');
        });
        const first = await enqueue(jobs, 1, { key: 'batch-7' });
        await jobs.drain();
        const second = await enqueue(jobs, 2, { key: 'batch-7' });
        await jobs.drain();
        expect(await stateOf(jobs, first)).toBe('failed');
        expect(await stateOf(jobs, second)).toBe('succeeded');
      });

      it('refuses a job outside a transaction, without a handler, or with a payload of another shape', async () => {
        const { jobs } = await worker(async () => {});
        await expect(jobs.enqueue(count, { number: 1 })).rejects.toThrow('outside database.transaction');
        const unknown = { ...count, name: 'test.unknown' };
        await expect(place.database.transaction(() => jobs.enqueue(unknown, { number: 1 }))).rejects.toThrow(
          'The job test.unknown has no handler',
        );
        await expect(enqueue(jobs, 1.5)).rejects.toThrow(z.ZodError);
      });

      it('shows a job to the campaign it belongs to and to no other', async () => {
        const { jobs } = await clerk();
        const campaignId = newId();
        const id = await enqueue(jobs, 1, { campaignId });
        expect(await jobs.find(id, { campaignId })).toMatchObject({ id, state: 'waiting' });
        expect(await jobs.find(id, { campaignId: newId() })).toBeNull();
        expect(await jobs.find(newId())).toBeNull();
      });
    });

    describe('carrying', () => {
      it('brings what one process has stored to the worker in another', async () => {
        const ran: number[] = [];
        const { jobs } = await clerk();
        await worker(async ({ number }) => void ran.push(number));
        await enqueue(jobs, 1);
        await jobs.drain();
        expect(ran).toEqual([1]);
      });

      it('finds a job that was stored but never handed over', async () => {
        const ran: number[] = [];
        const now = new Date();
        const lost = { id: newId(), name: count.name, key: null, payload: { number: 1 }, campaignId: null };
        await place.database.transaction(() => place.rows.insert({ ...lost, runAt: now, createdAt: now }));
        const { jobs } = await worker(async ({ number }) => void ran.push(number));
        await jobs.drain();
        expect(ran).toEqual([1]);
      });

      it('keeps a job planned for later until then', async () => {
        const startedAt: number[] = [];
        const { jobs } = await worker(async () => void startedAt.push(Date.now()));
        const runAt = new Date(Date.now() + 400);
        const id = await enqueue(jobs, 1, { runAt });
        await jobs.drain();
        expect(await stateOf(jobs, id)).toBe('waiting');
        await until(async () => (await stateOf(jobs, id)) === 'succeeded');
        expect(startedAt[0]).toBeGreaterThanOrEqual(runAt.getTime());
      });

      it('never gives the same job to two workers', async () => {
        const ran: number[] = [];
        const work = async ({ number }: Numbered) => {
          ran.push(number);
          await pause(2);
        };
        const [first] = await Promise.all([worker(work), worker(work), worker(work)]);
        const numbers = Array.from({ length: 60 }, (_, number) => number);
        await Promise.all(numbers.map((number) => enqueue(first.jobs, number)));
        await first.jobs.drain();
        expect(ran.toSorted((a, b) => a - b)).toEqual(numbers);
      });

      it('gives the job of a worker that has disappeared to another, when its lease is over', async () => {
        const startedAt: number[] = [];
        const { jobs } = await clerk();
        const id = await enqueue(jobs, 1);
        const leaseUntil = new Date(Date.now() + testLease);
        expect(await takeAndDisappear(id, leaseUntil)).toBe(true);
        await worker(async () => void startedAt.push(Date.now()));
        await jobs.drain();
        expect(startedAt).toHaveLength(1);
        expect(startedAt[0]).toBeGreaterThanOrEqual(leaseUntil.getTime());
      });

      it('gives up, for all to see, on a job that takes its process down each time', async () => {
        const { jobs } = await clerk();
        const id = await enqueue(jobs, 1);
        for (let process = 1; process <= 4; process += 1) {
          expect(await takeAndDisappear(id, new Date(Date.now() - 1))).toBe(true);
        }
        const survivor = await worker(async () => {});
        await survivor.jobs.drain();
        expect(await jobs.find(id)).toMatchObject({
          state: 'failed',
          problem: expect.stringContaining('avbrutt flere ganger'),
        });
      });

      const takeAndDisappear = async (id: string, leaseUntil: Date): Promise<boolean> => {
        const claimant = { owner: newId(), running: [], now: new Date(), leaseUntil, names: [count.name] };
        return (await place.rows.claim(id, claimant)) !== null;
      };
    });

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
        const first = await place.join('run', (jobs) =>
          jobs.handle(impatient, async (_payload, { signal }) => {
            started.open();
            await pause(10_000, undefined, { signal });
          }),
        );
        const id = await place.database.transaction(() => first.jobs.enqueue(impatient, { number: 1 }));
        await started.opened;
        await first.leave();
        const next = await place.join('run', (jobs) => jobs.handle(impatient, async () => {}));
        await next.jobs.drain();
        expect(await stateOf(next.jobs, id)).toBe('succeeded');
      });
    });
  });
}

async function stateOf(jobs: Jobs, id: string): Promise<string | undefined> {
  return (await jobs.find(id))?.state;
}

/** Waits for something that is about to happen; the test's own time limit is the bound. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(10);
}

function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
