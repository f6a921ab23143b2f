import type { Logger } from 'pino';
import type { JobCarrier } from '../job-carrier.js';
import type { JobRunner } from '../job-runner.js';
import type { JobSettings } from '../job-settings.js';

/** Runs the jobs in this process: woken by each commit, and by a poll for what another process has stored. */
export class EmbeddedCarrier implements JobCarrier {
  #isOpen = false;
  #poll: NodeJS.Timeout | undefined;
  #taken = 0;
  #filling: Promise<void> | null = null;
  #wasWoken = false;

  constructor(
    private readonly runner: JobRunner,
    private readonly settings: JobSettings,
    private readonly logger: Logger,
  ) {}

  handOver(): void {
    this.#wake();
  }

  async start(): Promise<void> {
    this.#isOpen = true;
    this.#poll = setInterval(() => this.#wake(), this.settings.pollEvery);
    this.#poll.unref();
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#isOpen = false;
    clearInterval(this.#poll);
    await this.#filling;
    await this.runner.stop();
  }

  async close(): Promise<void> {}

  #wake(): void {
    if (!this.#isOpen) return;
    this.#wasWoken = true;
    this.#filling ??= this.#fill()
      .catch((error: unknown) => this.logger.error({ err: error }, 'looking for jobs failed'))
      .finally(() => (this.#filling = null));
  }

  /** Takes jobs until the slots are full or nothing is due. Woken meanwhile, it looks once more before it rests. */
  async #fill(): Promise<void> {
    while (this.#wasWoken) {
      this.#wasWoken = false;
      while (this.#isOpen && this.#taken < this.settings.slots) {
        const claimed = await this.runner.claimNext();
        if (!claimed) break;
        this.#taken += 1;
        void this.runner
          .run(claimed)
          .catch((error: unknown) =>
            this.logger.error({ err: error }, 'the outcome of a job could not be stored'),
          )
          .finally(() => this.#release());
      }
    }
  }

  #release(): void {
    this.#taken -= 1;
    this.#wake();
  }
}
