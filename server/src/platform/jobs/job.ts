import type { z } from 'zod';

/** A kind of background work. Payloads hold ids, never personal data; handlers re-read and may run more than once. */
export interface JobDefinition<Payload> {
  /** Stable: rows of earlier versions carry it. At most 64 characters, e.g. `postcards.render-batch`. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** Tries before the job counts as failed. */
  readonly attempts: number;
  /** Seconds before the second try; doubled for each further one. */
  readonly backoffSeconds: number;
}

const defined = new Set<string>();

/**
 * Declares a kind of work. Every declared kind must have exactly one handler when the process starts.
 * @throws Error when the name is already taken
 */
export function defineJob<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  if (defined.has(definition.name)) throw new Error(`The job ${definition.name} is defined twice`);
  defined.add(definition.name);
  return definition;
}

/** Names of all kinds declared in the loaded modules. */
export function definedJobs(): readonly string[] {
  return [...defined];
}

export interface JobContext {
  readonly jobId: string;
  /**
   * Aborted when somebody cancels the job or the process stops; check it between pieces of work with
   * `signal.throwIfAborted()`. A handler that returns has done its work; one that throws while stopping is run again.
   */
  readonly signal: AbortSignal;
  /**
   * Tells how far the work has come; call it between pieces of work, as often as you like (writes are spaced out).
   * The lease is renewed by itself. @throws JobStopped when the job has been cancelled or the process stops
   */
  progress(done: number, total: number): Promise<void>;
}

export type JobHandler<Payload> = (payload: Payload, context: JobContext) => Promise<void>;

/**
 * A failure that a new try will not mend. `message` is a plain Norwegian sentence without personal data:
 * it is stored on the job row and shown to people.
 */
export class JobRefused extends Error {}

/** Why a running job has to stop; what `signal.throwIfAborted()` throws. */
export class JobStopped extends Error {
  constructor(readonly reason: 'cancelled' | 'process_stopping' | 'lease_lost') {
    super(`The job was stopped: ${reason}`);
  }
}
