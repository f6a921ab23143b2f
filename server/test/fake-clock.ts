import { Clock } from '../src/platform/clock.js';

/** A clock that stands still until told otherwise. Starts on an ordinary Tuesday evening inside the call hours. */
export class FakeClock extends Clock {
  #now: Date;

  constructor(start = '2026-02-03T18:00:00+01:00') {
    super();
    this.#now = new Date(start);
  }

  override now(): Date {
    return new Date(this.#now);
  }

  set(instant: string): void {
    this.#now = new Date(instant);
  }

  advance(duration: { readonly days?: number; readonly hours?: number; readonly minutes?: number }): void {
    const minutes = (duration.days ?? 0) * 1_440 + (duration.hours ?? 0) * 60 + (duration.minutes ?? 0);
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }
}
