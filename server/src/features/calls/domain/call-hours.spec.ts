import { describe, expect, it } from '@jest/globals';
import { NorwegianCalendar } from '../../../platform/calendar.js';
import {
  addWorkingDays,
  callableFrom,
  callHoursAt,
  firstCallTime,
  hoursOn,
  isAgreeable,
} from './call-hours.js';

const calendar = new NorwegianCalendar();
const settings = {
  weekdayCallHours: [16, 21] as [number, number],
  saturdayCallHours: [11, 16] as [number, number],
  daysFromPostToCall: 3,
};
const at = (local: string) => {
  const [date = '', time = '0:0'] = local.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return calendar.atLocal(date, hour, minute);
};

describe('call hours', () => {
  it('are 16-21 on weekdays and 11-16 on Saturdays', () => {
    expect(hoursOn('2026-02-03', calendar, settings)).toEqual({
      opensAt: at('2026-02-03 16:00'),
      closesAt: at('2026-02-03 21:00'),
    });
    expect(hoursOn('2026-02-07', calendar, settings)).toEqual({
      opensAt: at('2026-02-07 11:00'),
      closesAt: at('2026-02-07 16:00'),
    });
  });

  it('are none on Sundays and holidays', () => {
    for (const date of [
      '2026-02-08',
      '2026-04-02',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2027-05-17',
    ]) {
      expect(hoursOn(date, calendar, settings)).toBeNull();
    }
  });

  it('say when they close, and when they open again after Easter', () => {
    expect(callHoursAt(at('2026-02-03 18:00'), calendar, settings)).toMatchObject({
      isOpen: true,
      closesAt: at('2026-02-03 21:00'),
    });
    expect(callHoursAt(at('2026-04-04 16:00'), calendar, settings)).toMatchObject({
      isOpen: false,
      opensAt: at('2026-04-07 16:00'),
    });
  });
});

describe('a retry', () => {
  it('comes at another hour of the day than the last try', () => {
    const again = (tried: string, hours: number) =>
      firstCallTime(new Date(at(tried).getTime() + hours * 3_600_000), calendar, settings, at(tried));
    expect(again('2026-02-03 18:00', 20)).toEqual(at('2026-02-04 16:00'));
    expect(again('2026-02-03 17:30', 20)).toEqual(at('2026-02-04 19:30'));
    expect(again('2026-02-03 20:45', 20)).toEqual(at('2026-02-04 16:45'));
    expect(again('2026-02-06 14:00', 20)).toEqual(at('2026-02-07 11:00'));
  });

  it('comes at the same hour rather than never', () => {
    const narrow = {
      ...settings,
      weekdayCallHours: [17, 19] as [number, number],
      saturdayCallHours: [17, 17] as [number, number],
    };
    expect(firstCallTime(at('2026-02-04 14:00'), calendar, narrow, at('2026-02-03 18:00'))).toEqual(
      at('2026-02-04 17:00'),
    );
  });
});

describe('after the card', () => {
  it('working days are counted past weekends and holidays', () => {
    expect(addWorkingDays('2026-02-05', 3, calendar)).toBe('2026-02-10');
    expect(addWorkingDays('2026-03-31', 3, calendar)).toBe('2026-04-08');
    expect(addWorkingDays('2026-04-30', 1, calendar)).toBe('2026-05-04');
    expect(addWorkingDays('2026-04-30', 0, calendar)).toBe('2026-04-30');
  });

  it('the household is callable from the third working day, when the team opens', () => {
    expect(callableFrom('2026-02-02', calendar, settings)).toEqual(at('2026-02-05 16:00'));
    expect(callableFrom('2026-05-12', calendar, settings)).toEqual(at('2026-05-18 16:00'));
  });
});

it('an agreed time may be in the day, never at night, on a Sunday or a holiday', () => {
  expect(isAgreeable(at('2026-02-04 9:00'), calendar)).toBe(true);
  expect(isAgreeable(at('2026-02-04 21:00'), calendar)).toBe(false);
  expect(isAgreeable(at('2026-02-07 20:59'), calendar)).toBe(true);
  expect(isAgreeable(at('2026-02-08 12:00'), calendar)).toBe(false);
  expect(isAgreeable(at('2027-05-17 12:00'), calendar)).toBe(false);
});
