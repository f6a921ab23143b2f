import { describe, expect, it } from '@jest/globals';
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { newId } from '../../src/platform/ids.js';
import { count, jobsPlaceForEachTest, testLease, until } from './jobs-place.js';

/** What only a carrier with a store of its own can get wrong: Redis and the table telling different stories. */
export function bullCarrierContract(): void {
  describe('jobs carried by BullMQ, when Redis knows less or more than the table', () => {
    const { at, worker, clerk, enqueue } = jobsPlaceForEachTest('postgres', {
      lease: testLease,
    });

    it('come through although Redis has lost everything', async () => {
      const ran: number[] = [];
      const { jobs } = await clerk();
      await enqueue(jobs, 1);
      await untilRedisHolds(1);
      await withRedis(async (redis, prefix) => redis.del(await redis.keys(`${prefix}:*`)));
      await worker(async ({ number }) => void ran.push(number));
      await jobs.drain();
      expect(ran).toEqual([1]);
    });

    it('come back soon after a worker has died with its hand on both', async () => {
      const ran: number[] = [];
      const { jobs } = await clerk();
      const id = await enqueue(jobs, 1);
      await untilRedisHolds(1);
      await dieHolding(id);
      const diedAt = Date.now();
      await worker(async ({ number }) => void ran.push(number));
      await jobs.drain();
      expect(ran).toEqual([1]);
      expect(Date.now() - diedAt).toBeLessThan(defaultStalledInterval);
    });

    it('leave nothing behind in Redis when they are done', async () => {
      const { jobs } = await worker(async () => {});
      await Promise.all([1, 2, 3].map((number) => enqueue(jobs, number)));
      await jobs.drain();
      await untilRedisHolds(0);
    });

    /** What BullMQ would take to notice, in milliseconds, if it were not told how long a lease lasts here. */
    const defaultStalledInterval = 30_000;

    const withRedis = async <Result>(work: (redis: Redis, prefix: string) => Promise<Result>) => {
      const { config } = at();
      if (config.kind !== 'bullmq') throw new Error('BullMQ was asked for');
      const redis = new Redis(config.redisUrl, { maxRetriesPerRequest: null });
      try {
        return await work(redis, config.prefix);
      } finally {
        await redis.quit();
      }
    };

    /** Job hashes are named by the row's id, which is a UUID. */
    const untilRedisHolds = (wanted: number) =>
      withRedis((redis, prefix) =>
        until(async () => (await redis.keys(`${prefix}:jobs:*-*-*-*-*`)).length === wanted),
      );

    /** What a killed process leaves: the row leased, the job active in Redis, and nobody to renew either. */
    const dieHolding = (id: string) =>
      withRedis(async (connection, prefix) => {
        const options = { connection, prefix, autorun: false, lockDuration: testLease };
        const dying = new Worker('jobs', async () => {}, options);
        const taken = await dying.getNextJob(newId());
        expect(taken?.id).toBe(id);
        const leaseUntil = new Date(Date.now() + testLease);
        const claimant = { owner: newId(), running: [], now: new Date(), leaseUntil, names: [count.name] };
        expect(await at().rows.claim(id, claimant)).not.toBeNull();
        await dying.close(true);
      });
  });
}
