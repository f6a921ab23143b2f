import { describe, expect, it } from '@jest/globals';
import { phoneHint } from './phone.js';

describe('help while a telephone number is typed', () => {
  it.each([
    ['', 'empty'],
    ['912 34', 'unfinished'],
    ['+4', 'unfinished'],
    ['912 34 567', 'norwegian'],
    ['47 91234567', 'norwegian'],
    ['0047 912.34.567', 'norwegian'],
    ['+46 70 174 06 05', 'foreign'],
    ['113', 'not_callable'],
    ['829 12 345', 'not_callable'],
    ['02800', 'not_callable'],
    ['+881 6 31 55 55 55', 'not_callable'],
    ['00979 123 45 678', 'not_callable'],
    ['912 34 567 / 913 45 678', 'too_long'],
    ['spør mora', 'not_a_number'],
  ])('«%s» is %s', (text, hint) => {
    expect(phoneHint(text)).toBe(hint);
  });
});
