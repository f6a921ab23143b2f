import { describe, expect, it } from '@jest/globals';
import { type TipDraft, tipDraft } from '@savner/contract/people';
import { aMatchableTip } from '../../../../../test/a-matchable-tip.js';
import { loadNameLists } from '../../name-lists.loader.js';
import { makeFeatures, type MatchableTip } from '../matching/features.js';
import { knownPlaces } from '../matching/known-places.js';
import { expectedPopulation } from '../matching/population.js';
import { shippedModel } from '../matching/model.js';
import { rankLikely } from './rank-likely.js';
import { readDraft } from './read-draft.js';

const knowledge = {
  lists: loadNameLists(),
  places: knownPlaces([['0350', 'OSLO']]),
  phoneIn: (text: string) => (/^\d{8}$/.test(text) ? `+47${text}` : null),
};

const scale = { model: shippedModel, population: expectedPopulation(600, 8, () => 0.01) };

const stored = (id: string, words: Partial<MatchableTip>) =>
  makeFeatures(aMatchableTip(id, words), knowledge);

const campaign = [
  stored('kari', {
    firstNames: 'Kari',
    lastName: 'Brendryen',
    place: 'Oslo',
    birthYear: 1984,
    phone: '+4790000001',
  }),
  stored('kari2', { firstNames: 'Kari', lastName: 'Moen', place: 'Bergen' }),
  stored('ola', { firstNames: 'Ola', lastName: 'Brendryen', place: 'Oslo' }),
  stored('berg', { lastName: 'Bergseng', place: 'Oslo' }),
];

function found(words: Partial<TipDraft>): string[] {
  const readings = readDraft(tipDraft.parse(words), knowledge);
  return rankLikely(readings, campaign, scale).map(({ tip }) => tip.tipId);
}

describe('a half-written tip', () => {
  it('is about one with the same given name and surname, before a municipality is chosen', () => {
    expect(found({ firstNames: 'Kari', lastName: 'Brendryen' })).toEqual(['kari']);
  });

  it('is about one with the same telephone, and nothing else written', () => {
    expect(found({ phone: '90000001' })).toEqual(['kari']);
    expect(found({ phone: '9000' })).toEqual([]);
  });

  it('with surname and place is about all of that name there, also where the place comes from the postcode', () => {
    expect(found({ lastName: 'Brendryen', place: 'Oslo' })).toEqual(['kari', 'ola']);
    expect(found({ lastName: 'Brendryen', postcode: '0350' })).toEqual(['kari', 'ola']);
  });

  it('whose surname is under way is about one whose surname begins so, from three letters', () => {
    expect(found({ municipality: '3427', firstNames: 'Kari', lastName: 'Bren' })).toEqual(['kari']);
    expect(found({ municipality: '3427', firstNames: 'Kari', lastName: 'Brenx' })).toEqual([]);
  });

  it('whose surname is under way is found before a municipality is chosen, when the given name is not among the commonest', () => {
    const halvor = stored('halvor', { firstNames: 'Halvor', lastName: 'Bakkan', place: 'Oslo' });
    const readings = readDraft(tipDraft.parse({ firstNames: 'Halvor', lastName: 'Bakk' }), knowledge);
    expect(rankLikely(readings, [halvor], scale)).toHaveLength(1);
    expect(rankLikely(readings, campaign, scale)).toEqual([]);
  });

  it('whose given name is under way is about one whose given name begins so', () => {
    expect(found({ municipality: '3427', firstNames: 'Kar', lastName: 'Brendryen' })).toContain('kari');
  });

  it('says nothing with one or two letters, unless they are a name', () => {
    const read = (words: Partial<TipDraft>) => readDraft(tipDraft.parse(words), knowledge)[0].features;
    expect(read({ firstNames: 'K', lastName: 'Br' })).toMatchObject({ given: [], surnames: [] });
    expect(read({ firstNames: 'Bo og Li' })).toMatchObject({
      written: { given: 'Bo' },
      members: [{ written: { given: 'Li' } }],
    });
  });

  it('with another given name is about somebody else', () => {
    expect(found({ municipality: '3427', firstNames: 'Siri', lastName: 'Brendryen', place: 'Oslo' })).toEqual(
      [],
    );
  });

  it('with a year far off is not about them', () => {
    expect(found({ firstNames: 'Kari', lastName: 'Brendryen', birthYear: 'ca 1950' })).toEqual([]);
    expect(found({ firstNames: 'Kari', lastName: 'Brendryen', birthYear: 'ca 1985' })).toEqual(['kari']);
  });
});
