import { DelayedError, type Job, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { JobCarrier } from '../job-carrier.js';
import type { JobRunner } from '../job-runner.js';
import type { JobSettings } from '../job-settings.js';

const queueName = 'jobs';
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

  handOver(jobId: string, runAt: Date): void {
    const delay = Math.max(0, runAt.getTime() - Date.now());
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
    await within(closePatience, this.#worker.pause(true));
    await this.runner.stop();
    const hasEnded = await within(closePatience, this.#worker.close());
    if (!hasEnded) await within(closePatience, this.#worker.close(true));
  }

  async close(): Promise<void> {
    await within(closePatience, Promise.allSettled(this.#pending));
    await within(closePatience, this.#queue.close());
    this.#connection.disconnect();
  }

  async ping(): Promise<void> {
    const isAnswering = await within(closePatience, this.#connection.ping());
    if (!isAnswering) throw new Error('Redis does not answer');
  }

  async #process(job: Job, token: string | undefined): Promise<void> {
    if (!job.id) return;
    const claimed = await this.runner.claim(job.id);
    if (!claimed) return;
    const again = await this.runner.run(claimed);
    if (!again) return;
    await job.moveToDelayed(again.getTime(), token);
    throw new DelayedError();
  }

  #sweepOnce(): void {
    this.#sweeping ??= this.#handOverDue()
      .catch((error: unknown) => this.#report(error))
      .finally(() => (this.#sweeping = null));
  }

  async #handOverDue(): Promise<void> {
    const due = await this.runner.sweep(sweepAtOnce);
    for (const jobId of due) this.handOver(jobId, new Date(0));
  }

  #report(error: unknown): void {
    this.logger.error({ err: error }, 'the job queue in Redis has a problem');
  }
}

/** Whether `work` ended in time, well or badly. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), milliseconds)));
  const ended = work.then(
    () => true,
    () => true,
  );
  const isInTime = await Promise.race([ended, patience]);
  clearTimeout(timer);
  return isInTime;
}
