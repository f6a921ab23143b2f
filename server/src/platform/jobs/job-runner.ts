import type { Logger } from 'pino';
import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { requestContext } from '../logging/request-context.js';
import type { JobRegistry } from './job-registry.js';
import type { Claimant, ClaimedJob, JobRepository } from './job.repository.js';
import type { JobSettings } from './job-settings.js';
import { JobStopped } from './job.js';
import { endsWithin } from './patience.js';
import { RunningJob } from './running-job.js';
import { afterError, type Settlement, succeeded } from './settlement.js';

/** Takes jobs and runs their handlers: everything that is the same whichever carrier brought the job. */
export class JobRunner {
  readonly #owner = newId();
  readonly #running = new Map<string, { readonly job: RunningJob; readonly ended: Promise<unknown> }>();
  #isStopping = false;

  constructor(
    private readonly registry: JobRegistry,
    private readonly rows: JobRepository,
    private readonly clock: Clock,
    private readonly settings: JobSettings,
    private readonly logger: Logger,
  ) {}

  /** Takes the job that has been due the longest; null when there is none. */
  async claimNext(): Promise<ClaimedJob | null> {
    return this.#isStopping ? null : this.rows.claimNext(this.#claimant());
  }

  /** Takes this job; null when it is somebody else's, already done or not due. */
  async claim(jobId: string): Promise<ClaimedJob | null> {
    return this.#isStopping ? null : this.rows.claim(jobId, this.#claimant());
  }

  /** Gives back the jobs of processes that have disappeared, and tells which jobs are due. */
  async sweep(limit: number): Promise<string[]> {
    const claimant = this.#claimant();
    if (await this.rows.hasExpired(claimant)) await this.rows.freeExpired(claimant);
    return this.rows.dueIds(claimant.names, claimant.now, limit);
  }

  /** Runs a taken job to its end and writes how it went. Answers in how many milliseconds it is due again, or null. */
  async run(claimed: ClaimedJob): Promise<number | null> {
    const job = new RunningJob(claimed, this.#owner, this.rows, this.clock, this.settings);
    const ended = requestContext.run({ requestId: `job-${claimed.id}` }, () => this.#run(claimed, job));
    this.#running.set(claimed.id, { job, ended });
    if (this.#isStopping) job.stop('process_stopping');
    try {
      return await ended;
    } finally {
      job.release();
      this.#running.delete(claimed.id);
    }
  }

  /** Stops a job of this process at its next check. */
  abort(jobId: string): void {
    this.#running.get(jobId)?.job.stop('cancelled');
  }

  /** Asks the running jobs to stop and waits for them, not longer than the settings say. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const running = [...this.#running.values()];
    for (const { job } of running) job.stop('process_stopping');
    await endsWithin(this.settings.stopWithin, Promise.allSettled(running.map(({ ended }) => ended)));
  }

  #claimant(): Claimant {
    const now = this.clock.now();
    return {
      owner: this.#owner,
      running: [...this.#running.keys()],
      now,
      leaseUntil: new Date(now.getTime() + this.settings.lease),
      names: this.registry.names,
    };
  }

  async #run(claimed: ClaimedJob, job: RunningJob): Promise<number | null> {
    const startedAt = performance.now();
    this.logger.info({ job: claimed.name, attempt: claimed.attempts + 1 }, 'job started');
    const settlement = await this.#try(claimed, job);
    const isWritten = await this.rows.settle(claimed.id, this.#owner, {
      ...settlement,
      ...job.latestProgress,
    });
    const outcome = isWritten ? settlement.state : 'cancelled';
    const milliseconds = Math.round(performance.now() - startedAt);
    this.logger.info({ job: claimed.name, outcome, milliseconds }, 'job ended');
    if (!isWritten || !settlement.runAt) return null;
    return Math.max(0, settlement.runAt.getTime() - this.clock.now().getTime());
  }

  async #try(claimed: ClaimedJob, job: RunningJob): Promise<Settlement> {
    const { definition, handler } = this.registry.get(claimed.name);
    const attempt = () => ({ attempts: claimed.attempts, now: this.clock.now(), definition });
    try {
      await job.keepLeased(() => handler(claimed.payload, job));
      return succeeded(attempt());
    } catch (error) {
      const cause: unknown = job.signal.aborted ? job.signal.reason : error;
      if (!(cause instanceof JobStopped)) this.logger.error({ err: cause, job: claimed.name }, 'job failed');
      return afterError(cause, attempt());
    }
  }
}
