import type { Clock } from '../clock.js';
import { type JobContext, JobStopped } from './job.js';
import type { ClaimedJob, JobRepository } from './job.repository.js';
import type { JobSettings } from './job-settings.js';

/** One try of one job in this process: its progress, its lease and the ways to stop it. */
export class RunningJob implements JobContext {
  readonly jobId: string;
  readonly #abort = new AbortController();
  #progress = { done: 0, total: 0 };
  #writtenAt: number | null = null;
  #leaseUntil: Date;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(
    claimed: ClaimedJob,
    private readonly owner: string,
    private readonly rows: JobRepository,
    private readonly clock: Clock,
    private readonly settings: JobSettings,
  ) {
    this.jobId = claimed.id;
    this.#leaseUntil = this.#leaseFromNow();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get latestProgress(): { readonly done: number; readonly total: number } {
    return this.#progress;
  }

  stop(reason: JobStopped['reason']): void {
    if (!this.signal.aborted) this.#abort.abort(new JobStopped(reason));
  }

  async progress(done: number, total: number): Promise<void> {
    this.signal.throwIfAborted();
    this.#progress = { done, total };
    const isDue =
      this.#writtenAt === null || performance.now() - this.#writtenAt >= this.settings.progressEvery;
    if (isDue || done === total) await this.#renew();
    this.signal.throwIfAborted();
  }

  /**
   * Renews the lease from the start of `work` until `release`, so that it also lasts while the outcome waits to be
   * written; a lease that cannot be renewed in time stops the job.
   */
  async keepLeased<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#heartbeat ??= setInterval(() => void this.#beat(), this.settings.lease / 3);
    const lost = new Promise<never>((_resolve, reject) => {
      this.signal.addEventListener('abort', () => {
        const reason: unknown = this.signal.reason;
        if (reason instanceof JobStopped && reason.reason === 'lease_lost') reject(reason);
      });
    });
    return Promise.race([work(), lost]);
  }

  /** Lets the lease run out by itself: the outcome is written, or never will be. */
  release(): void {
    clearInterval(this.#heartbeat);
  }

  async #beat(): Promise<void> {
    try {
      await this.#renew();
    } catch {
      if (this.clock.now() > this.#leaseUntil) this.stop('lease_lost');
    }
  }

  async #renew(): Promise<void> {
    const leaseUntil = this.#leaseFromNow();
    const isOurs = await this.rows.renew(this.jobId, this.owner, { ...this.#progress, leaseUntil });
    if (!isOurs) return this.stop('cancelled');
    this.#leaseUntil = leaseUntil;
    this.#writtenAt = performance.now();
  }

  #leaseFromNow(): Date {
    return new Date(this.clock.now().getTime() + this.settings.lease);
  }
}
