import { describe, expect, it } from '@jest/globals';
import { readPostcode } from './postcode.js';

describe('reading a postcode', () => {
  it.each([
    ['0553', '', '0553'],
    [' 7374 ', 'Noreg', '7374'],
    ['NO-2500', 'Norge', '2500'],
  ])('takes the Norwegian «%s» (%s) as %s', (text, country, postcode) => {
    expect(readPostcode(text, country)).toEqual({ ok: true, postcode, isNorwegian: true });
  });

  it.each([
    ['413 01', 'SE'],
    ['SW1A 1AA', 'England'],
    ['10437', 'Tyskland'],
    ['2100', 'Danmark'],
  ])('takes «%s» in %s in the country’s own form', (text, country) => {
    expect(readPostcode(text, country)).toEqual({ ok: true, postcode: text, isNorwegian: false });
  });

  it.each([
    ['12', '', 'form'],
    ['553', '', 'form'],
    ['Trondheim', '', 'place_here'],
    ['413 01', '', 'country_missing'],
    ['Berlin', 'Tyskland', 'place_here'],
    ['123456789012345', 'USA', 'form'],
  ])('cannot take «%s» (%s): %s', (text, country, problem) => {
    expect(readPostcode(text, country)).toEqual({ ok: false, problem });
  });
});
