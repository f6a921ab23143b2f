/** Times of the job runner, in milliseconds; tests use shorter ones. */
export interface JobSettings {
  /** Jobs at the same time in one process. */
  readonly slots: number;
  /** How often to look for work nobody called about. */
  readonly pollEvery: number;
  /** How long a silent worker keeps its job; renewed three times within that. */
  readonly lease: number;
  /** How long a stop waits for the running jobs. */
  readonly stopWithin: number;
  /** Progress is written at most this often. */
  readonly progressEvery: number;
}

export const jobSettings: JobSettings = {
  slots: 2,
  pollEvery: 2_000,
  lease: 60_000,
  stopWithin: 20_000,
  progressEvery: 200,
};
