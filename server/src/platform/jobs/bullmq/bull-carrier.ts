import { DelayedError, type Job, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { JobCarrier } from '../job-carrier.js';
import type { JobRunner } from '../job-runner.js';
import { endsWithin } from '../patience.js';
import type { JobSettings } from '../job-settings.js';

export const queueName = 'jobs';
const sweepAtOnce = 200;
const closePatience = 2_000;

/**
 * Carries row ids through Redis, so that many worker processes share the work. Redis holds nothing that cannot be
 * lost: each worker also sweeps the table and hands over again what Redis never got or no longer has. An id Redis
 * already holds is ignored, and a row can be taken only once, so handing over too often does no harm.
 */
export class BullCarrier implements JobCarrier {
  readonly #connection: Redis;
  readonly #queue: Queue;
  readonly #pending = new Set<Promise<unknown>>();
  #worker: Worker | null = null;
  #sweep: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> | null = null;

  constructor(
    private readonly redis: { readonly redisUrl: string; readonly prefix: string },
    private readonly runner: JobRunner,
    private readonly settings: JobSettings,
    private readonly logger: Logger,
  ) {
    this.#connection = new Redis(redis.redisUrl, { maxRetriesPerRequest: null });
    this.#connection.on('error', (error) => this.#report(error));
    this.#queue = new Queue(queueName, { connection: this.#connection, prefix: redis.prefix });
    this.#queue.on('error', (error) => this.#report(error));
  }

  handOver(jobId: string, delay: number): void {
    const added = this.#queue
      .add('job', {}, { jobId, delay, removeOnComplete: true, removeOnFail: true })
      .catch((error: unknown) => this.#report(error))
      .finally(() => this.#pending.delete(added));
    this.#pending.add(added);
  }

  async start(): Promise<void> {
    this.#worker = new Worker(queueName, (job, token) => this.#process(job, token), {
      connection: this.#connection,
      prefix: this.redis.prefix,
      concurrency: this.settings.slots,
      lockDuration: this.settings.lease,
      // Redis ignores an id it holds already, so it has to notice a dead worker about as soon as the row does.
      stalledInterval: this.settings.lease / 2,
      // The row decides how often a job may come back, not Redis.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
    });
    this.#worker.on('error', (error) => this.#report(error));
    this.#sweep = setInterval(() => this.#sweepOnce(), this.settings.pollEvery);
    this.#sweepOnce();
  }

  async stop(): Promise<void> {
    clearInterval(this.#sweep);
    await this.#sweeping;
    if (!this.#worker) return;
    await endsWithin(closePatience, this.#worker.pause(true));
    await this.runner.stop();
    await endsWithin(closePatience, this.#worker.close());
  }

  async close(): Promise<void> {
    await endsWithin(closePatience, Promise.allSettled(this.#pending));
    await endsWithin(closePatience, this.#queue.close());
    this.#connection.disconnect();
  }

  async #process(job: Job, token: string | undefined): Promise<void> {
    if (!job.id) return;
    const claimed = await this.runner.claim(job.id);
    if (!claimed) return;
    const delay = await this.runner.run(claimed);
    if (delay === null) return;
    await job.moveToDelayed(Date.now() + delay, token);
    throw new DelayedError();
  }

  #sweepOnce(): void {
    this.#sweeping ??= this.#handOverDue()
      .catch((error: unknown) => this.#report(error))
      .finally(() => (this.#sweeping = null));
  }

  async #handOverDue(): Promise<void> {
    const due = await this.runner.sweep(sweepAtOnce);
    for (const jobId of due) this.handOver(jobId, 0);
  }

  #report(error: unknown): void {
    this.logger.error({ err: error }, 'the job queue in Redis has a problem');
  }
}
