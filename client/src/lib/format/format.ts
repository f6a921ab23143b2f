/** What people read: dates, clock times, numbers and phone numbers the Norwegian way, in Oslo's time. */
const zone = 'Europe/Oslo';

const dateFormat = new Intl.DateTimeFormat('nb', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: zone,
});
const timeFormat = new Intl.DateTimeFormat('nb', { hour: '2-digit', minute: '2-digit', timeZone: zone });
const weekdayFormat = new Intl.DateTimeFormat('nb', { weekday: 'long', timeZone: zone });
const numberFormat = new Intl.NumberFormat('nb');
const percentFormat = new Intl.NumberFormat('nb', { style: 'percent', maximumFractionDigits: 0 });

/** Sorts names as Norwegians expect: æ, ø, å last, and Aa as Å. */
export const byName = new Intl.Collator('nb').compare;

/** `2026-01-12` or an instant → `12.01.2026`. */
export function formatDate(value: string): string {
  return dateFormat.format(new Date(value));
}

/** An instant → `17:05`. */
export function formatTime(instant: string): string {
  return timeFormat.format(new Date(instant));
}

/** An instant → `12.01.2026 kl. 17:05`. */
export function formatMoment(instant: string): string {
  return `${formatDate(instant)} kl. ${formatTime(instant)}`;
}

/** An instant → `torsdag`. */
export function formatWeekday(instant: string): string {
  return weekdayFormat.format(new Date(instant));
}

export function formatNumber(value: number): string {
  return numberFormat.format(value);
}

/** A share from 0 to 1 → `42 %`. */
export function formatShare(share: number): string {
  return percentFormat.format(share);
}

/** `+4790012345` → `900 12 345`, `+4762485500` → `62 48 55 00`; foreign numbers keep their country code. */
export function formatPhone(number: string): string {
  const norwegian = /^(?:\+47)?(\d{8})$/.exec(number.replace(/\s/g, ''))?.[1];
  if (norwegian === undefined) return number;
  const mobile = norwegian.startsWith('4') || norwegian.startsWith('9');
  return mobile
    ? norwegian.replace(/(\d{3})(\d{2})(\d{3})/, '$1 $2 $3')
    : norwegian.replace(/(\d{2})(\d{2})(\d{2})(\d{2})/, '$1 $2 $3 $4');
}
