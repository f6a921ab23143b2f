import { describe, expect, it } from '@jest/globals';
import { parsePhone } from './phone-numbers.js';

describe('reading a telephone number', () => {
  it.each([
    '91234567',
    '912 34 567',
    '912.34.567',
    '+47 912 34 567',
    '0047 91234567',
    '47 91234567',
    '９１２３４５６７',
  ])('understands «%s»', (text) => {
    expect(parsePhone(text)).toEqual({ ok: true, e164: '+4791234567', isAbroad: false });
  });

  it('marks numbers abroad', () => {
    expect(parsePhone('0046 701 74 06 05')).toEqual({ ok: true, e164: '+46701740605', isAbroad: true });
  });

  it('counts Svalbard as Norway', () => {
    expect(parsePhone('79 02 12 34')).toMatchObject({ ok: true, isAbroad: false });
  });

  it.each([
    '110',
    '112',
    '113',
    '116117',
    '911',
    '02800',
    '815 00 000',
    '820 43 210',
    '829 12 345',
    '+47 820 43 210',
    '800 12 345',
    '+800 1234 5678',
    '+870 773 111 632',
    '+881 631 555 555',
    '+882 1650 123456',
    '+883 5100 12345678',
    '+979 123 456 789',
  ])('does not let «%s» be called', (text) => {
    expect(parsePhone(text)).toEqual({ ok: false, problem: 'not_callable' });
  });

  it.each([
    ['9123', 'too_short'],
    ['+47 912', 'too_short'],
    ['912 34 567 / 913 45 678', 'too_long'],
    ['91 23 45 67 eller spør mora', 'not_a_number'],
    ['', 'not_a_number'],
    ['11111111', 'not_a_number'],
  ])('tells why «%s» is no number: %s', (text, problem) => {
    expect(parsePhone(text)).toEqual({ ok: false, problem });
  });
});
