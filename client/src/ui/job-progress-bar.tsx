import type { JobProgress } from '@savner/contract/common';
import { ProgressBar } from './progress-bar.js';

interface JobProgressBarProps {
  readonly label: string;
  /** Said until somebody has begun. */
  readonly waiting: string;
  readonly job: JobProgress | null;
  /** Used until the job itself knows how much there is. */
  readonly total: number;
  /** How fast it goes, in words; seen, not read aloud each time it changes. */
  readonly pace?: string;
}

/** How far a piece of background work has come. */
export function JobProgressBar({ label, waiting, job, total, pace }: JobProgressBarProps) {
  const hasBegun = job !== null && job.state !== 'waiting';
  return (
    <ProgressBar
      label={hasBegun ? label : waiting}
      done={job?.done ?? 0}
      total={job?.total === 0 ? total : (job?.total ?? total)}
      {...(pace === undefined ? {} : { pace })}
    />
  );
}
