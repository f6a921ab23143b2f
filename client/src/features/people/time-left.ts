const dayInMs = 86_400_000;
const urgentDays = 7;

/** Whole days until an instant, counted from `now`; negative when it has passed. */
export function daysUntil(instant: string, now: string): number {
  return Math.floor((Date.parse(instant) - Date.parse(now)) / dayInMs);
}

export function isUrgent(days: number): boolean {
  return days <= urgentDays;
}
