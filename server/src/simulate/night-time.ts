import { setTimeout as pause } from 'node:timers/promises';

/** A time that begins at an instant and runs so many times as fast as the machine's. Server and players reckon it alike. */
export interface NightTime {
  /** The instant it begins at, in milliseconds since 1970. */
  readonly from: number;
  /** The machine's time at that moment, in milliseconds since 1970. */
  readonly begun: number;
  /** 1 or more. */
  readonly speed: number;
}

/** Milliseconds since 1970, as whoever lives in that time reads them, when the machine's clock shows `machine`. */
export function instantAt({ from, begun, speed }: NightTime, machine: number): number {
  return Math.floor(from + (machine - begun) * speed);
}

/** As it is told to a program in the address of its clock. */
export function timeToAddress(time: NightTime, clock: URL): URL {
  const address = new URL(clock);
  for (const [name, value] of Object.entries(time)) address.searchParams.set(name, String(value));
  return address;
}

/** @throws Error when the address tells no time */
export function timeOfAddress(address: URL): NightTime {
  const read = (name: keyof NightTime) => {
    const value = Number(address.searchParams.get(name) ?? Number.NaN);
    if (!Number.isFinite(value)) throw new Error(`the clock was not told ${name}`);
    return value;
  };
  return { from: read('from'), begun: read('begun'), speed: read('speed') };
}

/** What the players look at. All its times are milliseconds of the night. */
export class NightClock {
  constructor(
    readonly time: NightTime,
    /** Ends every wait at once. */
    readonly stop: AbortSignal,
  ) {}

  now(): number {
    return instantAt(this.time, Date.now());
  }

  /** @throws the reason of the stop */
  async wait(milliseconds: number): Promise<void> {
    await this.waitReal(milliseconds / this.time.speed);
  }

  async waitUntil(instant: number): Promise<void> {
    await this.wait(Math.max(0, instant - this.now()));
  }

  /** Milliseconds of the machine. @throws the reason of the stop */
  async waitReal(milliseconds: number): Promise<void> {
    try {
      await pause(milliseconds, undefined, { signal: this.stop });
    } catch (error) {
      this.stop.throwIfAborted();
      throw error;
    }
  }
}
