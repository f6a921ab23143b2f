import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sampleTips } from '../../../../../test/sample-tips.js';
import { loadNameLists } from '../../name-lists.loader.js';
import { knownPlaces } from './known-places.js';
import { explainPair, explanationText } from './explain.js';
import { type MatchableTip, makeFeatures } from './features.js';
import { matchTips } from './match-tips.js';
import { shippedModel } from './model.js';
import { expectedPopulation } from './population.js';
import type { PairDecision } from './component.js';

const knowledge = { lists: loadNameLists(), places: knownPlaces([]) };
const rules = { model: shippedModel, automaticFrom: 0.95 };

function aTip(id: string, given: Partial<MatchableTip>): MatchableTip {
  return {
    id,
    municipality: '3427',
    firstNames: null,
    lastName: null,
    formerName: null,
    nickname: null,
    birthYear: null,
    phone: null,
    email: null,
    street: null,
    postcode: null,
    place: null,
    country: null,
    othersInHousehold: null,
    ...given,
  };
}

function groups(tips: readonly MatchableTip[], decisions: readonly PairDecision[] = []) {
  const { persons, households, questions } = matchTips(tips, knowledge, rules, decisions);
  return { persons, households, questions };
}

describe('one person, tipped twice', () => {
  it('is found through another spelling of both names', () => {
    const tips = [
      aTip('1', { firstNames: 'Cathrine', lastName: 'Ødegaard', place: 'Hamar' }),
      aTip('2', { firstNames: 'Katrine', lastName: 'Ødegård', place: 'Hamar' }),
    ];
    expect(groups(tips).persons).toEqual([['1', '2']]);
  });

  it('is found by her maiden name', () => {
    const tips = [
      aTip('1', { firstNames: 'Marthe', lastName: 'Stenserud', formerName: 'Halvorsen', birthYear: 1983 }),
      aTip('2', { firstNames: 'Marte', lastName: 'Halvorsen', birthYear: 1984 }),
    ];
    expect(groups(tips).persons).toEqual([['1', '2']]);
  });

  it('is found when first and last name have changed places', () => {
    const tips = [
      aTip('1', { firstNames: 'Nygård', lastName: 'Grethe', place: 'Bodø' }),
      aTip('2', { firstNames: 'Grete', lastName: 'Nygård', place: 'Bodø' }),
    ];
    expect(groups(tips).persons).toEqual([['1', '2']]);
  });

  it('explains itself field by field', () => {
    const [a, b] = [
      aTip('1', { firstNames: 'Cathrine', lastName: 'Brendryen', birthYear: 1980, phone: '+4791000000' }),
      aTip('2', { firstNames: 'Katrine', lastName: 'Brendryen', birthYear: 1981, phone: '+4791000000' }),
    ].map((tip) => makeFeatures(tip, knowledge));
    if (!a || !b) throw new Error('two tips');
    const text = explanationText(
      explainPair(a, b, { model: shippedModel, population: expectedPopulation(600, 8, () => 0.01) }),
    );
    expect(text).toMatch(/^Samme telefon \+23,2 · /);
    expect(text).toMatch(/fornavn Cathrine ≈ Katrine \+\d,\d/);
    expect(text).toContain('fødselsår 1 fra hverandre +3,1');
  });
});

describe('two different people', () => {
  it('are never joined unasked when both given names are well known, whatever they share', () => {
    const shared = {
      lastName: 'Vangen',
      phone: '+4791000000',
      street: 'Storgata 9',
      postcode: '2500',
      birthYear: 1980,
    };
    const tips = [aTip('1', { firstNames: 'Kari', ...shared }), aTip('2', { firstNames: 'Mari', ...shared })];
    expect(groups(tips)).toMatchObject({ persons: [['1'], ['2']], households: [['1', '2']], questions: [] });
  });

  it('a father and a son with one name at one address are asked about, not joined', () => {
    const shared = { firstNames: 'Per', lastName: 'Røsås', street: 'Storgata 9', postcode: '9008' };
    const tips = [aTip('1', { ...shared, birthYear: 1957 }), aTip('2', { ...shared, birthYear: 1991 })];
    const found = groups(tips);
    expect(found.persons).toEqual([['1'], ['2']]);
    expect(found.households).toEqual([['1', '2']]);
    expect(found.questions).toMatchObject([{ kind: 'person', a: '1', b: '2' }]);
  });
});

describe('households', () => {
  it('a couple’s tip and the partner’s own tip are one household', () => {
    const tips = [
      aTip('1', { firstNames: 'Mikkel og Sanna', lastName: 'Kappfjell og Nordfjell', phone: '+4791000000' }),
      aTip('2', { firstNames: 'Sanna', lastName: 'Nordfjell', place: 'Fyllingsdalen' }),
    ];
    expect(groups(tips)).toMatchObject({ persons: [['1'], ['2']], households: [['1', '2']] });
  });

  it('«Familien» is a household without a person', () => {
    const shared = { lastName: 'Furuheim', street: 'Ladehammerveien 44', place: 'Trondheim' };
    const tips = [
      aTip('1', { firstNames: 'Familien', ...shared }),
      aTip('2', { firstNames: 'Ivar', ...shared }),
    ];
    expect(groups(tips)).toMatchObject({ persons: [['2']], households: [['1', '2']] });
  });

  it('neighbours in a block of flats are asked about', () => {
    const door = { street: 'Kjøpmannsgata 24', postcode: '7014', place: 'Trondheim' };
    const tips = [
      aTip('1', { firstNames: 'Tone', lastName: 'Holm', ...door }),
      aTip('2', { firstNames: 'Magnus', lastName: 'Johansen', ...door }),
    ];
    expect(groups(tips)).toMatchObject({ households: [['1'], ['2']], questions: [{ kind: 'household' }] });
  });
});

describe('decisions', () => {
  const tips = [
    aTip('1', { firstNames: 'Jon', lastName: 'Nordmo', place: 'Göteborg', birthYear: 1985 }),
    aTip('2', { firstNames: 'Jon', lastName: 'Nordmo', place: 'Göteborg', birthYear: 1985 }),
  ];
  const refusal: PairDecision = { kind: 'person', verdict: 'not_same', a: '1', b: '2', isCurrent: true };

  it('«not the same» is stronger than any score, and is not asked again', () => {
    expect(groups(tips).persons).toEqual([['1', '2']]);
    expect(groups(tips, [refusal])).toMatchObject({ persons: [['1'], ['2']], questions: [] });
  });

  it('a refused pair whose data have changed is asked about, never joined unasked', () => {
    const found = groups(tips, [{ ...refusal, isCurrent: false }]);
    expect(found).toMatchObject({ persons: [['1'], ['2']], questions: [{ kind: 'person', a: '1', b: '2' }] });
  });

  it('«the same» joins what no score would', () => {
    const strangers = [
      tips[0] ?? aTip('1', {}),
      aTip('2', { firstNames: 'Johnny', lastName: 'Berg', municipality: '5025' }),
    ];
    expect(groups(strangers, [{ ...refusal, verdict: 'same' }]).persons).toEqual([['1', '2']]);
  });
});

describe('the order of arrival', () => {
  const sample = sampleTips().tips.slice(0, 250);
  const expected = groups(sample);

  it('changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sample], { minLength: sample.length }), (shuffled) => {
        expect(sorted(groups(shuffled))).toEqual(sorted(expected));
      }),
      { numRuns: 15 },
    );
  });
});

function sorted({ persons, households, questions }: ReturnType<typeof groups>) {
  const texts = (lists: readonly (readonly string[])[]) => lists.map((group) => group.join()).sort();
  return {
    persons: texts(persons),
    households: texts(households),
    questions: questions.map((question) => JSON.stringify(question)).sort(),
  };
}
