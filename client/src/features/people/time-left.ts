import { osloBoxes } from '../../lib/format/oslo-time.js';

const dayInMs = 86_400_000;
const urgentDays = 7;

/** Days on the calendar from `now` to an instant, in Norwegian time: 0 is today; negative when the day has passed. */
export function daysUntil(instant: string, now: string): number {
  return Math.round((dayOf(instant) - dayOf(now)) / dayInMs);
}

export function isUrgent(days: number): boolean {
  return days <= urgentDays;
}

function dayOf(instant: string): number {
  return Date.parse(osloBoxes(new Date(instant)).date);
}
