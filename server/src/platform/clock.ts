/** The time, as something that can be set in tests. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** Runs at the ordinary pace from any instant it is set to: the demo lives through weeks in seconds. */
export class ShiftedClock extends Clock {
  #shiftMilliseconds = 0;

  override now(): Date {
    return new Date(Date.now() + this.#shiftMilliseconds);
  }

  set(instant: Date): void {
    this.#shiftMilliseconds = instant.getTime() - Date.now();
  }
}
