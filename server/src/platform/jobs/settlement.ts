import { JobRefused, JobStopped } from './job.js';

/** How a try ended, as it is written on the row. */
export interface Settlement {
  readonly state: 'succeeded' | 'failed' | 'waiting';
  readonly attempts: number;
  readonly runAt?: Date;
  readonly problem: string | null;
  readonly finishedAt: Date | null;
}

interface Try {
  /** Tries that failed before this one. */
  readonly attempts: number;
  readonly now: Date;
  readonly definition: { readonly attempts: number; readonly backoffSeconds: number };
}

export function succeeded({ attempts, now }: Try): Settlement {
  return { state: 'succeeded', attempts, problem: null, finishedAt: now };
}

/**
 * A refusal ends the job at once; a stop of the process costs no try; anything else is tried again after
 * back-off × 2^(failed tries − 1), until the kind's tries are used up. Error messages never reach the row:
 * they may hold personal data.
 */
export function afterError(error: unknown, attempt: Try): Settlement {
  const { now, definition } = attempt;
  if (error instanceof JobStopped) {
    return { state: 'waiting', attempts: attempt.attempts, runAt: now, problem: null, finishedAt: null };
  }
  const attempts = attempt.attempts + 1;
  if (error instanceof JobRefused)
    return { state: 'failed', attempts, problem: error.message, finishedAt: now };
  if (attempts >= definition.attempts)
    return { state: 'failed', attempts, problem: unexpected, finishedAt: now };
  const delay = definition.backoffSeconds * 1000 * 2 ** (attempts - 1);
  return {
    state: 'waiting',
    attempts,
    runAt: new Date(now.getTime() + delay),
    problem: null,
    finishedAt: null,
  };
}

const unexpected =
  'Arbeidet stoppet på grunn av en feil hos oss. Prøv igjen, eller be driftsansvarlig se i loggen.';
