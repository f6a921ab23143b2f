import { describe, expect, it } from '@jest/globals';
import { NorwegianCalendar } from './calendar.js';

const calendar = new NorwegianCalendar();

/** Easter Sunday, from the almanac; the other movable days are counted from it. */
const easterSundays = ['2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21'];
const fromEaster = {
  'Maundy Thursday': -3,
  'Good Friday': -2,
  'Easter Monday': 1,
  Ascension: 39,
  'Whit Sunday': 49,
  'Whit Monday': 50,
};

describe('public holidays 2026-2030', () => {
  it.each(easterSundays)('the movable ones follow Easter Sunday %s', (easter) => {
    expect(calendar.isPublicHoliday(easter)).toBe(true);
    for (const days of Object.values(fromEaster)) {
      expect(calendar.isPublicHoliday(calendar.addDays(easter, days))).toBe(true);
    }
  });

  it.each([2026, 2027, 2028, 2029, 2030])('the fixed ones are free in %i', (year) => {
    for (const day of ['01-01', '05-01', '05-17', '12-25', '12-26']) {
      expect(calendar.isPublicHoliday(`${year}-${day}`)).toBe(true);
    }
  });

  it('there are no others: Christmas Eve, New Year’s Eve and the Wednesday before Easter are ordinary days', () => {
    for (const day of ['2026-12-24', '2026-12-31', '2026-04-01', '2026-04-04', '2026-05-18']) {
      expect(calendar.isPublicHoliday(day)).toBe(false);
    }
    for (const year of [2026, 2027, 2028, 2029, 2030]) {
      const days = Array.from({ length: 366 }, (_, index) => calendar.addDays(`${year}-01-01`, index));
      const free = days.filter((day) => day.startsWith(String(year)) && calendar.isPublicHoliday(day));
      expect(free.length).toBe(new Set([...fixedAndMovable(year)]).size);
    }
  });
});

describe('local time', () => {
  it('follows summer time', () => {
    expect(calendar.toLocal(new Date('2026-03-29T00:59:00Z'))).toMatchObject({
      hour: 1,
      minute: 59,
      weekday: 7,
    });
    expect(calendar.toLocal(new Date('2026-03-29T01:00:00Z'))).toMatchObject({ hour: 3, minute: 0 });
    expect(calendar.atLocal('2026-07-01', 17).toISOString()).toBe('2026-07-01T15:00:00.000Z');
    expect(calendar.atLocal('2026-12-01', 17).toISOString()).toBe('2026-12-01T16:00:00.000Z');
  });
});

function fixedAndMovable(year: number): string[] {
  const easter = easterSundays.find((day) => day.startsWith(String(year))) ?? '';
  const movable = [0, ...Object.values(fromEaster)].map((days) => calendar.addDays(easter, days));
  return [...movable, ...['01-01', '05-01', '05-17', '12-25', '12-26'].map((day) => `${year}-${day}`)];
}
