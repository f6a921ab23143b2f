import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isNationalId } from './national-id.js';
import { holdsNationalId } from '@savner/contract/rules/national-id-text';

const holds = (text: string) => holdsNationalId(text, isNationalId);
/** Synthetic numbers: month + 40 and + 80. */
const synthetic = ['14907441270', '17486621850'];

describe('a national identity number in a text', () => {
  it.each([
    'Fødselsnummeret er 14907441270 så dere finner rett person',
    'født 174866 21850',
    '17.48.66-21850',
    '17 48 66 218 50',
    '1 7 4 8 6 6 2 1 8 5 0',
    '17.48.1966 21850',
    '(174866–21850)',
    'tlf. 912 34 567, fnr:17486621850.',
    '１７４８６６２１８５０',
  ])('is found in «%s»', (text) => {
    expect(holds(text)).toBe(true);
  });

  it.each([
    'Ring 912 34 567 etter 17',
    '+47 912 34 567',
    '0047 912 34 567 eller 0047 913 45 678',
    '+46 70 174 06 05',
    'kontonummer 12345678901',
    'Vi var sammen i 1984, 1985 og 1986',
    '17486621851',
    '1748662185',
  ])('is not seen in «%s»', (text) => {
    expect(holds(text)).toBe(false);
  });

  it('is found however it is divided by spaces, dots and hyphens', () => {
    const separator = fc.constantFrom('', ' ', '.', '-', ' - ', '\u00a0', '–');
    fc.assert(
      fc.property(
        fc.constantFrom(...synthetic),
        fc.array(separator, { minLength: 10, maxLength: 10 }),
        (number, gaps) => {
          const text = [...number].map((digit, index) => digit + (gaps[index] ?? '')).join('');
          expect(holds(`Hei ${text} hilsen meg`)).toBe(true);
        },
      ),
    );
  });
});
