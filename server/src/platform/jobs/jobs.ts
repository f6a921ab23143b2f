import type { JobProgress } from '@savner/contract/common';
import type { JobDefinition, JobHandler } from './job.js';

/**
 * The door to background work. The job row is always written in the caller's transaction: a rollback removes it,
 * `key` makes it unique, and progress is read from the same row in both modes.
 */
export abstract class Jobs {
  /**
   * Stores a job in the open transaction; it starts after the commit.
   * With a `key` already used by an unfinished or succeeded job of the same name, that job's id is given instead.
   * @throws Error outside a transaction
   */
  abstract enqueue<Payload>(
    definition: JobDefinition<Payload>,
    payload: Payload,
    options?: { readonly key?: string; readonly runAt?: Date; readonly campaignId?: string },
  ): Promise<string>;

  /** Names the handler of a kind; each kind has exactly one, else the process refuses to start. */
  abstract handle<Payload>(definition: JobDefinition<Payload>, handler: JobHandler<Payload>): void;

  abstract find(jobId: string): Promise<JobProgress | null>;

  /** Stops a waiting job at once and a running one at its next check. Answers whether there was anything to stop. */
  abstract cancel(jobId: string): Promise<boolean>;

  /** Waits until nothing is waiting or running (command line, demo and tests). */
  abstract drain(): Promise<void>;
}
