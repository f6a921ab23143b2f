export interface WrittenTime {
  /** `2026-01-12` */
  readonly date: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const isoForm = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?$/;
const norwegianForm =
  /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(?:kl\.?\s*)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?$/;

/** Reads a local time as lists have it: `2026-01-12T20:31:07`, `12.01.2026 20:31` or a date alone. Null: not a time. */
export function readWrittenTime(text: string): WrittenTime | null {
  const iso = isoForm.exec(text);
  if (iso) return checked(iso[1], iso[2], iso[3], iso.slice(4));
  const norwegian = norwegianForm.exec(text);
  return norwegian ? checked(norwegian[3], norwegian[2], norwegian[1], norwegian.slice(4)) : null;
}

function checked(
  year = '',
  month = '',
  day = '',
  clock: readonly (string | undefined)[],
): WrittenTime | null {
  const [hour = 0, minute = 0, second = 0] = clock.map((part) => Number(part ?? 0));
  const isTime = hour <= 23 && minute <= 59 && second <= 59;
  const isDate =
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysIn(year, month);
  if (!isTime || !isDate || Number(year) < 2000) return null;
  return { date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, hour, minute, second };
}

function daysIn(year: string, month: string): number {
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
}
