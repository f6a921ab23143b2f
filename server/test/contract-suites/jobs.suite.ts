import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { newId } from '../../src/platform/ids.js';
import { JobRefused } from '../../src/platform/jobs/job.js';
import { count, jobsPlaceForEachTest, type Numbered, stateOf, testLease, until } from './jobs-place.js';
import { jobsUnderWayContract } from './jobs-under-way.suite.js';

/** What every carrier of jobs has promised; run once per adapter. */
export function jobsContract(adapter: string, mode: 'sqlite' | 'postgres'): void {
  describe(`jobs carried by ${adapter}`, () => {
    const { at, worker, clerk, enqueue } = jobsPlaceForEachTest(mode);

    describe('storing', () => {
      it('does not start a job before the transaction that stored it is committed', async () => {
        const ran: number[] = [];
        const { jobs } = await worker(async ({ number }) => void ran.push(number));
        await at().database.transaction(async () => {
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
        const change = at().database.transaction(async () => {
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
        await expect(at().database.transaction(() => jobs.enqueue(unknown, { number: 1 }))).rejects.toThrow(
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
        await at().database.transaction(() => at().rows.insert({ ...lost, runAt: now, createdAt: now }));
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
        return (await at().rows.claim(id, claimant)) !== null;
      };
    });
  });
  jobsUnderWayContract(adapter, mode);
}
