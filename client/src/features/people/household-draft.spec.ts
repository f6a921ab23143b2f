import { describe, expect, it } from '@jest/globals';
import { changesBetween, clashes, type HouseholdDraft } from './household-draft.js';

const read: HouseholdDraft = {
  displayName: 'Kari Nordvik',
  namesOnCard: 'Kari Nordvik',
  street: '',
  postcode: '7374',
  place: 'Røros',
  country: '',
  phone: '',
  municipality: '5025',
};

describe('correcting a household', () => {
  it('sends nothing for fields that were left alone', () => {
    expect(changesBetween(read, { ...read, displayName: ' Kari Nordvik ' })).toEqual([]);
  });

  it('sends the whole address when one part of it was mended', () => {
    expect(changesBetween(read, { ...read, street: 'Bergmannsgata 4' })).toEqual([
      { kind: 'prefer_address', street: 'Bergmannsgata 4', postcode: '7374', place: 'Røros', country: null },
    ]);
  });

  it('takes one name per line for the card, and leaves empty lines out', () => {
    expect(changesBetween(read, { ...read, namesOnCard: 'Kari Nordvik\n\nOla Nordvik\n' })).toEqual([
      { kind: 'names_on_card', names: ['Kari Nordvik', 'Ola Nordvik'] },
    ]);
  });

  it('shows as a clash only what the other one changed and I want otherwise', () => {
    const saved = { ...read, place: 'Glåmos', street: 'Stasjonsveien 1' };
    const mine = { ...read, place: 'Brekkebygd', displayName: 'Kari N. Nordvik' };
    expect(clashes(read, saved, mine)).toEqual(['street', 'place']);
  });
});
