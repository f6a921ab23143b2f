import { describe, expect, it } from '@jest/globals';
import { aMatchableTip } from '../../../../../test/a-matchable-tip.js';
import { Postcodes } from '../../../campaigns/index.js';
import { loadKnowledge } from '../../knowledge.loader.js';
import { makeFeatures, type MatchableTip } from './features.js';
import { householdLink } from './household-link.js';
import { judgePair } from './judge-pair.js';
import { shippedModel } from './model.js';
import { expectedPopulation } from './population.js';

const knowledge = loadKnowledge(new Postcodes().entries());
const rules = {
  model: shippedModel,
  population: expectedPopulation(600, 8, () => 0.01),
  automaticFrom: 0.95,
};
const about = (id: string, more: Partial<MatchableTip>) => makeFeatures(aMatchableTip(id, more), knowledge);

describe('two of whom one is named in the tip about the other', () => {
  const maiken = { firstNames: 'Maiken', lastName: 'Lensmo', place: 'Bodø' };
  const stian = { firstNames: 'Stian', lastName: 'Hodalen', place: 'Bodø' };
  const named = { othersInHousehold: 'Samboer med Stian Hodalen' };

  it('are one household where they live in one town', () => {
    const link = householdLink(about('a', { ...maiken, ...named }), about('b', stian));
    expect(link).toEqual({ level: 'sure', because: 'named_member' });
  });

  it('are asked about where both have a whole address, and nothing in them agrees', () => {
    const [hers, his] = [
      { street: 'Fjellveien 11', postcode: '8006' },
      { street: 'Parkveien 30', postcode: '8005' },
    ];
    const link = householdLink(
      about('a', { ...maiken, ...named, ...hers }),
      about('b', { ...stian, ...his }),
    );
    expect(link).toEqual({ level: 'review', because: 'member_elsewhere' });
  });
});

describe('two of different names with one telephone in one town', () => {
  const link = (phone: string, municipality: string) =>
    householdLink(
      about('a', { firstNames: 'Maiken', lastName: 'Lensmo', place: 'Oslo', phone, municipality: '3427' }),
      about('b', { firstNames: 'Stian', lastName: 'Hodalen', place: 'Oslo', phone, municipality }),
    ).level;

  it('are one household, unless it is a landline and two municipalities miss them', () => {
    expect(link('+4790000001', '5025')).toBe('sure');
    expect(link('+4721090000', '3427')).toBe('sure');
    expect(link('+4721090000', '5025')).toBe('review');
  });
});

describe('a tip about a couple', () => {
  it('is not about the other of them, whom another tip is about; they are one household', () => {
    const shared = { place: 'Hamar', phone: '+4762512345', birthYear: 1950 };
    const couple = about('a', { ...shared, firstNames: 'Siguurd & Ingeborg', lastName: 'Bakkn' });
    const alone = about('b', { ...shared, firstNames: 'Ingeborg', lastName: 'Bakken' });
    expect(judgePair(couple, alone, rules)).toMatchObject({ band: 'none', household: 'sure' });
  });
});
