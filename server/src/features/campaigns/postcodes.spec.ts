import { describe, expect, it } from '@jest/globals';
import { Postcodes } from './postcodes.js';

const postcodes = new Postcodes();

describe('the shipped register of postcodes', () => {
  it.each([
    ['7374', 'Røros'],
    ['7372', 'Glåmos'],
    ['2550', 'Os i Østerdalen'],
    ['2555', 'Tufsingdalen'],
    ['2488', 'Rendalen'],
    ['0001', 'Oslo'],
  ])('knows that %s is %s', (postcode, place) => {
    expect(postcodes.placeOf(postcode)).toBe(place);
  });

  it('knows nothing of a postcode that is not in use', () => {
    expect(postcodes.placeOf('9999')).toBeNull();
  });
});
