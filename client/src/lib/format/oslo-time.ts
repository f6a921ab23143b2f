/** Between what people write in date and time boxes and the instants of the contract; always Oslo's time. */
const parts = new Intl.DateTimeFormat('sv', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant → the values of a date box and a time box: `2026-01-12`, `18:00`. */
export function osloBoxes(instant: Date): { readonly date: string; readonly time: string } {
  const [date = '', time = ''] = parts.format(instant).split(' ');
  return { date, time };
}

/**
 * `2026-01-12` and `18:00` → the instant in UTC, or null when they are not a date and a time.
 * In the hour that a change to winter time repeats, the first one is meant.
 */
export function osloInstant(date: string, time: string): string | null {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const wanted = `${date} ${time}`;
  for (const hoursAhead of [2, 1]) {
    const candidate = new Date(asUtc - hoursAhead * 3_600_000);
    if (parts.format(candidate) === wanted) return candidate.toISOString();
  }
  return new Date(asUtc - 3_600_000).toISOString();
}
