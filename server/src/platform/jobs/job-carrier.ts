/**
 * Decides which process picks up a job, and nothing else: the row is the truth, what a carrier brings is a hint.
 * There are two, embedded (a loop in this process) and BullMQ, held to the same contract suite.
 */
export interface JobCarrier {
  /**
   * Called after the commit of each new job, which is due in `delay` milliseconds.
   * Must not throw; what gets lost here is found again by the poll.
   */
  handOver(jobId: string, delay: number): void;
  /** Begins to run jobs in this process. */
  start(): Promise<void>;
  /** Takes no more jobs, and waits for those that run, within bounds. */
  stop(): Promise<void>;
  /** Gives up connections; nothing is handed over after this. */
  close(): Promise<void>;
}
