import Holidays from 'date-holidays';
import { DateTime } from 'luxon';

export interface LocalTime {
  /** `2026-01-12` */
  readonly date: string;
  /** 1 = Monday … 7 = Sunday */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

/** Norwegian days and clock times; domain functions take it as an argument. */
export interface Calendar {
  toLocal(instant: Date): LocalTime;
  /** The instant of a local clock time on a date; during the hour that is skipped in spring, the one after. */
  atLocal(date: string, hour: number, minute?: number): Date;
  /** `days` may be negative. */
  addDays(date: string, days: number): string;
  isPublicHoliday(date: string): boolean;
}

const zone = 'Europe/Oslo';

/** Time zone by Luxon, public holidays (movable ones included) by date-holidays; both maintained elsewhere. */
export class NorwegianCalendar implements Calendar {
  readonly #holidays = new Holidays('NO');
  readonly #years = new Map<number, ReadonlySet<string>>();

  toLocal(instant: Date): LocalTime {
    const local = DateTime.fromJSDate(instant, { zone });
    return {
      date: local.toFormat('yyyy-MM-dd'),
      weekday: local.weekday,
      hour: local.hour,
      minute: local.minute,
    };
  }

  atLocal(date: string, hour: number, minute = 0): Date {
    return DateTime.fromISO(date, { zone }).set({ hour, minute }).toJSDate();
  }

  addDays(date: string, days: number): string {
    return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
  }

  isPublicHoliday(date: string): boolean {
    return this.#holidaysOf(Number(date.slice(0, 4))).has(date);
  }

  #holidaysOf(year: number): ReadonlySet<string> {
    const known = this.#years.get(year);
    if (known) return known;
    const days = this.#holidays
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10));
    const made = new Set(days);
    this.#years.set(year, made);
    return made;
  }
}
