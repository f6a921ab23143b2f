import { describe, expect, it } from '@jest/globals';
import { addressBlock, type PostcodeRegister, type Recipient } from './address-block.js';
import { cardName } from './card-name.js';

const register: PostcodeRegister = (postcode) => {
  if (postcode === '7374') return { place: 'Røros', kind: 'ordinary' };
  if (postcode === '0045') return { place: 'Oslo', kind: 'service' };
  return null;
};

function recipient(changed: Partial<Recipient> = {}): Recipient {
  return {
    names: ['Kari Eksempel'],
    street: 'Kjerkgata 1',
    postcode: '7374',
    place: 'roros',
    country: null,
    ...changed,
  };
}

const linesOf = (changed: Partial<Recipient>) => {
  const result = addressBlock(recipient(changed), register);
  return result.ok ? result.block.lines : result.problem;
};

describe('the name on the card', () => {
  it.each([
    [['Kari Eksempel'], 'Kari Eksempel'],
    [['Kari Eksempel', 'Ola Eksempel'], 'Kari og Ola Eksempel'],
    [['Kari Berg', 'Ola Eksempel'], 'Kari Berg og Ola Eksempel'],
    [['Kari Eksempel', 'Ola Eksempel', 'Per Eksempel'], 'Kari, Ola og Per Eksempel'],
    [['Familien Eksempel'], 'Familien Eksempel'],
    [['Kari Eksempel', 'Kari  Eksempel'], 'Kari Eksempel'],
    [['Madonna'], 'Madonna'],
    [['Anne Marie Eksempel', 'Jon Eksempel'], 'Anne Marie og Jon Eksempel'],
    [['', '\u200b'], ''],
  ])('of %j is «%s»', (names, expected) => {
    expect(cardName(names)).toBe(expected);
  });
});

describe('a Norwegian address', () => {
  it('ends with postcode and the register’s place, and nothing else', () => {
    expect(linesOf({})).toEqual(['Kari Eksempel', 'Kjerkgata 1', '7374 RØROS']);
  });

  it.each(['Norge', 'noreg', 'NO', 'Norway'])('is Norwegian when the country is given as %s', (country) => {
    expect(linesOf({ country })).toEqual(['Kari Eksempel', 'Kjerkgata 1', '7374 RØROS']);
  });

  it('accepts a postcode with the country’s letters before it', () => {
    expect(linesOf({ postcode: 'NO-7374' })).toEqual(['Kari Eksempel', 'Kjerkgata 1', '7374 RØROS']);
  });

  it.each([
    [{ names: [' '] }, 'no_name'],
    [{ street: null, postcode: null, place: null }, 'no_address'],
    [{ street: '' }, 'incomplete_address'],
    [{ postcode: null }, 'incomplete_address'],
    [{ postcode: '9999' }, 'unknown_postcode'],
    [{ postcode: '73740' }, 'unknown_postcode'],
    [{ postcode: '0045' }, 'service_postcode'],
  ] as const)('with %j gets no card: %s', (changed, problem) => {
    expect(linesOf(changed)).toBe(problem);
  });
});

describe('a foreign address', () => {
  it('ends with the country in capitals', () => {
    expect(
      linesOf({ street: 'Storgatan 1', postcode: '831 31', place: 'Östersund', country: 'Sverige' }),
    ).toEqual(['Kari Eksempel', 'Storgatan 1', '831 31 Östersund', 'SVERIGE']);
  });

  it('has the postcode after the town in America, and on a line of its own in Britain', () => {
    const abroad = (country: string, place: string, postcode: string) =>
      linesOf({ country, place, postcode });
    expect(abroad('US', 'Minneapolis MN', '55401')).toEqual([
      'Kari Eksempel',
      'Kjerkgata 1',
      'Minneapolis MN 55401',
      'USA',
    ]);
    expect(abroad('Skottland', 'Leith', 'eh6 6aa')).toEqual([
      'Kari Eksempel',
      'Kjerkgata 1',
      'LEITH',
      'EH6 6AA',
      'STORBRITANNIA',
    ]);
  });

  it('needs a street and a town', () => {
    expect(linesOf({ country: 'Danmark', place: null })).toBe('incomplete_address');
  });
});
