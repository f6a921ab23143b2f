import type { JobProgress } from '@savner/contract/common';
import type { JobDefinition, JobHandler } from './job.js';

export interface EnqueueOptions {
  /** Makes the job unique among the unfinished and succeeded ones of its kind. */
  readonly key?: string;
  /** Not before this instant; at once when left out. */
  readonly runAt?: Date;
  readonly campaignId?: string;
}

/**
 * The door to background work. The job row is always written in the caller's transaction: a rollback removes it,
 * `key` makes it unique, and progress is read from the same row in both modes.
 */
export abstract class Jobs {
  /**
   * Stores a job in the open transaction; it starts after the commit.
   * With a `key` already used by an unfinished or succeeded job of the same name, that job's id is given instead.
   * @throws Error outside a transaction, for a kind without handler and for a payload that does not fit its schema
   */
  abstract enqueue<Payload>(
    definition: JobDefinition<Payload>,
    payload: Payload,
    options?: EnqueueOptions,
  ): Promise<string>;

  /**
   * Names the handler of a kind; each kind has exactly one, else the process refuses to start.
   * @throws Error when the kind has a handler already
   */
  abstract handle<Payload>(definition: JobDefinition<Payload>, handler: JobHandler<Payload>): void;

  /** How far a job has come. `within` also asks that it belongs to that campaign: null when it does not. */
  abstract find(jobId: string, within?: { readonly campaignId: string }): Promise<JobProgress | null>;

  /** Stops a waiting job at once and a running one at its next check. Answers whether there was anything to stop. */
  abstract cancel(jobId: string): Promise<boolean>;

  /**
   * Waits until nothing is running and nothing is waiting, new tries included, jobs planned for later not
   * (command line, demo and tests). Somebody has to run the jobs: this process or a worker.
   */
  abstract drain(): Promise<void>;
}
