/** Long enough that people who work together are not disturbed, short enough that a copy of the file is seldom behind. */
const quietFor = 500;

/**
 * Waits until nothing has been stored for a moment, and then folds SQLite's log into its file: nobody who stores has to
 * wait for that.
 */
export class IdleCheckpoint {
  #timer: NodeJS.Timeout | null = null;

  /** @param fold never rejects */
  constructor(private readonly fold: () => Promise<void>) {}

  /** Something has been stored. */
  postpone(): void {
    if (this.#timer) this.#timer.refresh();
    else this.#timer = setTimeout(() => this.#run(), quietFor).unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #run(): void {
    this.#timer = null;
    void this.fold();
  }
}
