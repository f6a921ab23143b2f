/** What the rules of calling ask of a calendar: local days and clock times, and which days are public holidays. */
export interface Calendar {
  /** `date` as `2026-01-12`, `weekday` 1 = Monday … 7 = Sunday. */
  toLocal(instant: Date): {
    readonly date: string;
    readonly weekday: number;
    readonly hour: number;
    readonly minute: number;
  };
  atLocal(date: string, hour: number, minute?: number): Date;
  /** `days` may be negative. */
  addDays(date: string, days: number): string;
  isPublicHoliday(date: string): boolean;
}
