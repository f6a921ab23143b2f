import { describe, expect, it } from '@jest/globals';
import { readStreet } from './address.js';
import { placeInTalk, placeKeys } from './place.js';

const keys = (text: string) => placeKeys([text], (key) => key === 'heimdal');

describe('street addresses', () => {
  it.each([
    ['Storgt. 9', 'Storgata 9'],
    ['Storg. 9', 'Storgaten 9'],
    ['Kirkev. 39', 'Kirkevegen 39'],
    ['Heimdalsvn. 12', 'Heimdalsveien 12'],
    ['Markveg 53C', 'Markveien 53 c'],
    ['uttrågata 9', 'Uttrågata  9'],
  ])('«%s» and «%s» are one door', (a, b) => {
    expect(readStreet(a)).toEqual(readStreet(b));
    expect(readStreet(a)?.number).not.toBeNull();
  });

  it('talk is no street, but may name a place', () => {
    expect(readStreet('bor på Byåsen et sted')).toBeNull();
    expect(placeInTalk('bor på Byåsen et sted')).toBe('Byåsen');
  });

  it('a street abroad may begin with its number', () => {
    expect(readStreet('12 Murray Street')).toMatchObject({ number: '12' });
  });
});

describe('places', () => {
  it('finds the town in a district, a direction or an abbreviation', () => {
    const [trondheim] = keys('Trondheim');
    expect(keys('Heimdal/Trondheim')).toContain(trondheim);
    expect(keys('Byåsen, Trondheim')).toContain(trondheim);
    expect(keys('Tr.heim')).toEqual([trondheim]);
    expect(keys('Heimdal Trondheim')).toEqual(['heimdaltronheim', 'heimdal']);
    expect(keys('Lake Heads')).not.toContain('lake');
    expect(keys('Hamar vest')).toEqual(keys('hamar'));
  });
});
