import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMatchableTip } from '../../../../../test/a-matchable-tip.js';
import { sampleTips } from '../../../../../test/sample-tips.js';
import { loadNameLists } from '../../name-lists.loader.js';
import { knownPlaces } from './known-places.js';
import { explainPair, explanationText } from './explain.js';
import { type MatchableTip, makeFeatures } from './features.js';
import { matchTips } from './match-tips.js';
import { shippedModel } from './model.js';
import { expectedPopulation } from './population.js';
import type { PairDecision } from './component.js';
import { scorePair } from './score.js';

const knowledge = { lists: loadNameLists(), places: knownPlaces([]) };
const rules = { model: shippedModel, automaticFrom: 0.95 };

function groups(tips: readonly MatchableTip[], decisions: readonly PairDecision[] = []) {
  const { persons, households, questions } = matchTips(tips, knowledge, rules, decisions);
  return { persons, households, questions };
}

describe('one person, tipped twice', () => {
  it('is found through another spelling of both names', () => {
    const tips = [
      aMatchableTip('1', { firstNames: 'Cathrine', lastName: 'Ødegaard', place: 'Hamar' }),
      aMatchableTip('2', { firstNames: 'Katrine', lastName: 'Ødegård', place: 'Hamar' }),
    ];
    expect(groups(tips).persons).toEqual([['1', '2']]);
  });

  it('is found by her maiden name', () => {
    const tips = [
      aMatchableTip('1', {
        firstNames: 'Marthe',
        lastName: 'Stenserud',
        formerName: 'Halvorsen',
        birthYear: 1983,
      }),
      aMatchableTip('2', { firstNames: 'Marte', lastName: 'Halvorsen', birthYear: 1984 }),
    ];
    expect(groups(tips).persons).toEqual([['1', '2']]);
  });

  it.each([
    ['PO', 'Per Olav'],
    ['P.O.', 'Per Olav'],
    ['P. O.', 'Per Olav'],
  ])('is not another because of initials: «%s» and «%s»', (one, other) => {
    const shared = { lastName: 'Tangen', phone: '+4790000001', place: 'Hamar' };
    const tips = [
      aMatchableTip('1', { firstNames: one, ...shared }),
      aMatchableTip('2', { firstNames: other, ...shared }),
    ];
    expect(groups(tips).persons).toEqual([['1', '2']]);
  });

  it('is found by what she is called', () => {
    const tips = [
      aMatchableTip('1', {
        firstNames: 'Kristoffer',
        nickname: 'Stoffer',
        lastName: 'Plassen',
        birthYear: 1990,
      }),
      aMatchableTip('2', { firstNames: 'Stoffer', lastName: 'Plassen', place: 'Drammen' }),
    ];
    const { persons, questions } = groups(tips);
    expect(persons.length === 1 || questions.length === 1).toBe(true);
  });

  it('shares a surname with a husband whose name ends otherwise', () => {
    const shared = { street: 'Kirkegata 9', postcode: '7014' };
    const tips = [
      aMatchableTip('1', { firstNames: 'Anna', lastName: 'Zielinska', ...shared }),
      aMatchableTip('2', { firstNames: 'Piotr', lastName: 'Zielinski', ...shared }),
    ];
    expect(groups(tips).households).toEqual([['1', '2']]);
  });

  it('is found when first and last name have changed places', () => {
    const tips = [
      aMatchableTip('1', { firstNames: 'Nygård', lastName: 'Grethe', place: 'Bodø' }),
      aMatchableTip('2', { firstNames: 'Grete', lastName: 'Nygård', place: 'Bodø' }),
    ];
    expect(groups(tips).persons).toEqual([['1', '2']]);
  });

  it('explains itself field by field', () => {
    const [a, b] = [
      aMatchableTip('1', {
        firstNames: 'Cathrine',
        lastName: 'Brendryen',
        birthYear: 1980,
        phone: '+4791000000',
      }),
      aMatchableTip('2', {
        firstNames: 'Katrine',
        lastName: 'Brendryen',
        birthYear: 1981,
        phone: '+4791000000',
      }),
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
    const tips = [
      aMatchableTip('1', { firstNames: 'Kari', ...shared }),
      aMatchableTip('2', { firstNames: 'Mari', ...shared }),
    ];
    expect(groups(tips)).toMatchObject({ persons: [['1'], ['2']], households: [['1', '2']], questions: [] });
  });

  it('a father and a son with one name at one address are asked about, not joined', () => {
    const shared = { firstNames: 'Per', lastName: 'Røsås', street: 'Storgata 9', postcode: '9008' };
    const tips = [
      aMatchableTip('1', { ...shared, birthYear: 1957 }),
      aMatchableTip('2', { ...shared, birthYear: 1991 }),
    ];
    const found = groups(tips);
    expect(found.persons).toEqual([['1'], ['2']]);
    expect(found.households).toEqual([['1', '2']]);
    expect(found.questions).toMatchObject([{ kind: 'person', a: '1', b: '2' }]);
  });
});

describe('a father and a son of one name', () => {
  const at = { street: 'Kirkeveien 3', postcode: '7361', place: 'Røros' };
  const tipped = (id: string, lastName: string, more: Partial<MatchableTip> = {}) =>
    aMatchableTip(id, { firstNames: 'Per', lastName, ...at, ...more });

  it.each([
    ['Prøvlien jr.', 'Prøvlien sr.'],
    ['Prøvlien d.y.', 'Prøvlien d.e.'],
    ['Prøvlien, junior', 'Prøvlien (senior)'],
    ['Prøvlien den yngre', 'Prøvlien den eldre'],
  ])('stay two where the tips say which: «%s» and «%s»', (one, other) => {
    const found = groups([tipped('1', one), tipped('2', other), tipped('3', one)]);
    expect(found.persons).toEqual([['1', '3'], ['2']]);
    expect(found.households).toEqual([['1', '2', '3']]);
    expect(found.questions).toEqual([]);
  });

  it('are asked about where one tip says which and the other does not', () => {
    const found = groups([tipped('1', 'Prøvlien jr.'), tipped('2', 'Prøvlien')]);
    expect(found.persons).toEqual([['1'], ['2']]);
    expect(found.questions).toMatchObject([{ a: '1', b: '2' }]);
    const told = { phone: '+4790000001' };
    expect(groups([tipped('1', 'Prøvlien jr.', told), tipped('2', 'Prøvlien', told)]).persons).toEqual([
      ['1', '2'],
    ]);
  });

  it('keep the mark on the card, and a given name that looks like one is a name', () => {
    const { written, generation } = makeFeatures(tipped('1', 'Prøvlien jr.'), knowledge);
    expect([written.surname, generation]).toEqual(['Prøvlien jr.', 'younger']);
    const named = makeFeatures(aMatchableTip('2', { firstNames: 'Junior', lastName: 'Prøvdal' }), knowledge);
    expect(named.given.map(({ text }) => text)).toEqual(['junior']);
    expect(named.generation).toBeNull();
  });
});

describe('tips that say little', () => {
  const anne = { firstNames: 'Anne', lastName: 'Vangskåsen' };
  const one = aMatchableTip('1', { ...anne, birthYear: 1950, place: 'Hamar' });
  const other = aMatchableTip('9', { ...anne, birthYear: 1981, place: 'Bodø' });

  it('never make one of two who cannot be one, however many they are', () => {
    for (const few of [1, 2, 3, 5]) {
      const vague = Array.from({ length: few }, (_, index) =>
        aMatchableTip(`${index + 2}`, index % 2 === 0 ? anne : { ...anne, phone: `+4790000${index}00` }),
      );
      const { persons } = groups([one, ...vague, other]);
      expect(persons.find((group) => group.includes('1'))).not.toContain('9');
    }
  });

  it('are asked about when they fit two people equally well, and the ids decide nothing', () => {
    for (const id of ['0', '5', 'z']) {
      const vague = aMatchableTip(id, anne);
      const found = groups([one, vague, other]);
      expect(found.persons).toHaveLength(3);
      const asked = found.questions.filter(({ a, b }) => [a, b].includes(id));
      expect(asked).toHaveLength(2);
    }
    expect(groups([one, aMatchableTip('5', anne)]).persons).toEqual([['1', '5']]);
  });
});

describe('a relative of somebody', () => {
  const per = { firstNames: 'Per', lastName: 'Galåen', place: 'Røros' };

  it.each([
    { firstNames: 'Jenta til Per', lastName: 'Galåen' },
    { firstNames: 'eldste sønnen til Per Galåen', lastName: null },
    { firstNames: null, lastName: 'Dotter av Per Galåen' },
  ])('is never taken for the one who is named: $firstNames $lastName', (names) => {
    const tips = [aMatchableTip('1', per), aMatchableTip('2', { ...names, place: 'Røros' })];
    const found = groups(tips);
    expect(found.persons.filter((group) => group.length > 1)).toEqual([]);
    expect(found.questions).toEqual([]);
  });

  it('who has a name of her own is compared by that', () => {
    const tips = [
      aMatchableTip('1', { firstNames: 'Sonja', lastName: 'Tilrem', place: 'Røros' }),
      aMatchableTip('2', { firstNames: 'Sonja', lastName: 'Tilrem', place: 'Røros' }),
    ];
    expect(groups(tips).persons).toEqual([['1', '2']]);
  });
});

describe('households', () => {
  it('a couple’s tip and the partner’s own tip are one household', () => {
    const tips = [
      aMatchableTip('1', {
        firstNames: 'Mikkel og Sanna',
        lastName: 'Kappfjell og Nordfjell',
        phone: '+4791000000',
      }),
      aMatchableTip('2', { firstNames: 'Sanna', lastName: 'Nordfjell', place: 'Fyllingsdalen' }),
    ];
    expect(groups(tips)).toMatchObject({ persons: [['1'], ['2']], households: [['1', '2']] });
  });

  it('«Familien» is a household without a person', () => {
    const shared = { lastName: 'Furuheim', street: 'Ladehammerveien 44', place: 'Trondheim' };
    const tips = [
      aMatchableTip('1', { firstNames: 'Familien', ...shared }),
      aMatchableTip('2', { firstNames: 'Ivar', ...shared }),
    ];
    expect(groups(tips)).toMatchObject({ persons: [['2']], households: [['1', '2']] });
  });

  it('neighbours in a block of flats are asked about', () => {
    const door = { street: 'Kjøpmannsgata 24', postcode: '7014', place: 'Trondheim' };
    const tips = [
      aMatchableTip('1', { firstNames: 'Tone', lastName: 'Holm', ...door }),
      aMatchableTip('2', { firstNames: 'Magnus', lastName: 'Johansen', ...door }),
    ];
    expect(groups(tips)).toMatchObject({ households: [['1'], ['2']], questions: [{ kind: 'household' }] });
  });
});

describe('decisions', () => {
  const tips = [
    aMatchableTip('1', { firstNames: 'Jon', lastName: 'Nordmo', place: 'Göteborg', birthYear: 1985 }),
    aMatchableTip('2', { firstNames: 'Jon', lastName: 'Nordmo', place: 'Göteborg', birthYear: 1985 }),
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
      tips[0] ?? aMatchableTip('1', {}),
      aMatchableTip('2', { firstNames: 'Johnny', lastName: 'Berg', municipality: '5025' }),
    ];
    expect(groups(strangers, [{ ...refusal, verdict: 'same' }]).persons).toEqual([['1', '2']]);
  });

  it('«the same» takes along all that belonged to either, also what contradicts the other', () => {
    const shared = { firstNames: 'Per', lastName: 'Røsås', street: 'Storgata 9', postcode: '9008' };
    const two = ['1', '2'].map((id) => aMatchableTip(id, { ...shared, birthYear: 1957 }));
    const three = ['3', '4', '5'].map((id) => aMatchableTip(id, { ...shared, birthYear: 1991 }));
    const same: PairDecision = { kind: 'person', verdict: 'same', a: '2', b: '4', isCurrent: true };
    expect(groups([...two, ...three]).persons).toEqual([
      ['1', '2'],
      ['3', '4', '5'],
    ]);
    expect(groups([...two, ...three], [same]).persons).toEqual([['1', '2', '3', '4', '5']]);
  });

  it('«the same» stands where another answer parts what belonged to the two', () => {
    const [one, two] = tips;
    const third = aMatchableTip('3', { firstNames: 'Johnny', lastName: 'Berg', municipality: '5025' });
    if (!one || !two) throw new Error('No tips');
    const answers: PairDecision[] = [
      { kind: 'person', verdict: 'same', a: '2', b: '3', isCurrent: true },
      { kind: 'person', verdict: 'not_same', a: '1', b: '3', isCurrent: true },
    ];
    expect(groups([one, two, third], answers).persons).toEqual([['1'], ['2', '3']]);
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

describe('what a pair weighs', () => {
  it('is the same whichever of the two comes first', () => {
    const { tips } = sampleTips();
    const double = [
      aMatchableTip('x', { firstNames: 'Tor Thor', lastName: 'Hettervik' }),
      aMatchableTip('y', { firstNames: 'Tor', lastName: 'Hetthervik' }),
      aMatchableTip('u', { street: 'Bøla 8', place: 'Oslo' }),
      aMatchableTip('v', { street: 'Bølia 8', place: 'Oslo' }),
    ];
    const features = [...double, ...tips.slice(0, 250)].map((tip) => makeFeatures(tip, knowledge));
    const scale = { model: shippedModel, population: expectedPopulation(600, 8, () => 0.01) };
    for (const [index, a] of features.entries()) {
      for (const b of features.slice(index + 1)) {
        const [{ levels, weights }, other] = [scorePair(a, b, scale), scorePair(b, a, scale)];
        if (JSON.stringify([levels, weights]) !== JSON.stringify([other.levels, other.weights]))
          expect([a.tipId, b.tipId, other]).toEqual([a.tipId, b.tipId, { levels, weights }]);
      }
    }
  });
});
