import type { CampaignSettings } from '@savner/contract/campaigns';
import type { Calendar } from './call-calendar.js';

export type HourSettings = Pick<CampaignSettings, 'weekdayCallHours' | 'saturdayCallHours'>;

export interface Hours {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** Nobody is called outside these local hours, whatever a campaign sets or a person agreed to. */
const widest = { from: 9, to: 21 } as const;

/** Days looked ahead for an opening: longer than any Easter or Christmas. */
const horizon = 21;

/** A retry comes at another hour of the day: this many minutes away from the clock time of the last try. */
const awayFromLastTry = 120;

/** The team's call hours on a local date; null on Sundays, public holidays and days the campaign keeps closed. */
export function hoursOn(date: string, calendar: Calendar, settings: HourSettings): Hours | null {
  if (!isCallDay(date, calendar)) return null;
  const [from, to] = weekdayOf(date, calendar) === 6 ? settings.saturdayCallHours : settings.weekdayCallHours;
  if (from >= to) return null;
  return { opensAt: calendar.atLocal(date, from), closesAt: calendar.atLocal(date, to) };
}

/** Whether the team calls now, and when that changes. `opensAt` is null only when a campaign never opens. */
export function callHoursAt(
  now: Date,
  calendar: Calendar,
  settings: HourSettings,
): { readonly isOpen: boolean; readonly opensAt: Date | null; readonly closesAt: Date | null } {
  const today = hoursOn(calendar.toLocal(now).date, calendar, settings);
  if (today && today.opensAt <= now && now < today.closesAt) {
    return { isOpen: true, opensAt: null, closesAt: today.closesAt };
  }
  return { isOpen: false, opensAt: firstCallTime(now, calendar, settings), closesAt: null };
}

/**
 * The first moment in call hours at or after `earliest`; null when none comes within three weeks.
 * With `lastTry`, preferably at another hour of the day than that.
 */
export function firstCallTime(
  earliest: Date,
  calendar: Calendar,
  settings: HourSettings,
  lastTry: Date | null = null,
): Date | null {
  if (lastTry === null) return firstInHours(earliest, calendar, settings, () => true);
  const tried = minuteOfDay(lastTry, calendar);
  const isElsewhere = (moment: Date) => Math.abs(minuteOfDay(moment, calendar) - tried) >= awayFromLastTry;
  return (
    firstInHours(earliest, calendar, settings, isElsewhere) ??
    firstInHours(earliest, calendar, settings, () => true)
  );
}

/** Whether a time somebody agreed to may be kept: Monday to Saturday 9-21, never on a public holiday. */
export function isAgreeable(moment: Date, calendar: Calendar): boolean {
  const local = calendar.toLocal(moment);
  return isCallDay(local.date, calendar) && local.hour >= widest.from && local.hour < widest.to;
}

/** `days` working days after a local date; Saturdays, Sundays and public holidays do not count. */
export function addWorkingDays(date: string, days: number, calendar: Calendar): string {
  let reached = date;
  for (let left = days; left > 0;) {
    reached = calendar.addDays(reached, 1);
    if (weekdayOf(reached, calendar) < 6 && !calendar.isPublicHoliday(reached)) left -= 1;
  }
  return reached;
}

/** From when a household may be called whose card was posted on a date: so many working days later, in call hours. */
export function callableFrom(
  postedOn: string,
  calendar: Calendar,
  settings: HourSettings & Pick<CampaignSettings, 'daysFromPostToCall'>,
): Date {
  const date = addWorkingDays(postedOn, settings.daysFromPostToCall, calendar);
  const midnight = calendar.atLocal(date, 0);
  return firstCallTime(midnight, calendar, settings) ?? midnight;
}

function firstInHours(
  earliest: Date,
  calendar: Calendar,
  settings: HourSettings,
  isGood: (moment: Date) => boolean,
): Date | null {
  let date = calendar.toLocal(earliest).date;
  for (let day = 0; day <= horizon; day += 1, date = calendar.addDays(date, 1)) {
    const hours = hoursOn(date, calendar, settings);
    if (!hours) continue;
    const first = hours.opensAt < earliest ? earliest : hours.opensAt;
    const found = [first, ...quartersAfter(first, hours.closesAt)].find(
      (at) => at < hours.closesAt && isGood(at),
    );
    if (found) return found;
  }
  return null;
}

/** Every full quarter of an hour after `from`, before `to`. */
function quartersAfter(from: Date, to: Date): Date[] {
  const quarter = 15 * 60_000;
  const first = (Math.floor(from.getTime() / quarter) + 1) * quarter;
  const count = Math.max(0, Math.ceil((to.getTime() - first) / quarter));
  return Array.from({ length: count }, (_, index) => new Date(first + index * quarter));
}

function isCallDay(date: string, calendar: Calendar): boolean {
  return weekdayOf(date, calendar) !== 7 && !calendar.isPublicHoliday(date);
}

function weekdayOf(date: string, calendar: Calendar): number {
  return calendar.toLocal(calendar.atLocal(date, 12)).weekday;
}

function minuteOfDay(moment: Date, calendar: Calendar): number {
  const local = calendar.toLocal(moment);
  return local.hour * 60 + local.minute;
}
