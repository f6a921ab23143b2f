import type { z } from 'zod';

/** A kind of background work. Payloads hold ids, never personal data; handlers re-read and may run more than once. */
export interface JobDefinition<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** Tries before the job counts as failed. */
  readonly attempts: number;
  /** Seconds before the second try; doubled for each further one. */
  readonly backoffSeconds: number;
}

export function defineJob<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return definition;
}

export interface JobContext {
  readonly jobId: string;
  /** Aborted when somebody cancels the job or the process stops; check it between pieces of work. */
  readonly signal: AbortSignal;
  /** Tells how far the work has come; also renews the job's lease, so call it at least once a minute. */
  progress(done: number, total: number): Promise<void>;
}

export type JobHandler<Payload> = (payload: Payload, context: JobContext) => Promise<void>;

/**
 * A failure that a new try will not mend. `message` is a plain Norwegian sentence without personal data:
 * it is stored on the job row and shown to people.
 */
export class JobRefused extends Error {}
