import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aMatchableTip } from '../../../../../test/a-matchable-tip.js';
import { sampleTips } from '../../../../../test/sample-tips.js';
import { rootDirectory } from '../../../../config/config.js';
import { Dice } from '../../../../platform/dice.js';
import { loadNameLists } from '../../name-lists.loader.js';
import { knownPlaces } from '../matching/known-places.js';
import { makeFeatures, type TipFeatures } from '../matching/features.js';
import { keysByKind } from '../matching/keys.js';
import { fields } from '../matching/levels.js';
import { type MatchModel, shippedModel } from '../matching/model.js';
import { expectedPopulation } from '../matching/population.js';
import { estimateModel } from './estimate-model.js';
import { demandedOrder, falling } from './in-order.js';
import { trainingBlocks } from './training-blocks.js';

const knowledge = { lists: loadNameLists(), places: knownPlaces([]) };

const scale = (tips: number) => ({
  model: shippedModel,
  population: expectedPopulation(tips, 8, () => 0.01),
});

const chance = (seed: number) => {
  const dice = new Dice(seed);
  return () => dice.next();
};

function estimated(tips: readonly TipFeatures[], seed = 1) {
  const found = estimateModel(tips, [], scale(tips.length), chance(seed));
  if (found.kind !== 'estimated') throw new Error(`Too little: ${found.tips} tips, ${found.pairs} pairs`);
  return found;
}

function names(file: string): string[] {
  const text = readFileSync(join(rootDirectory, 'server/reference-data/names', file), 'utf8');
  return text
    .split('\n')
    .slice(1, 1_500)
    .map((row) => row.split(/[;,]/)[0] ?? '')
    .filter((name) => /^\p{L}{3,}$/u.test(name));
}

/** Two tips about each of many people; the second tipper is a year off in `yearOff` of all cases. */
function manyTips(people: number, yearOff: number): TipFeatures[] {
  const dice = new Dice(3);
  const [given, surnames] = [names('given-names.csv'), names('surnames.csv')];
  return Array.from({ length: people }, (_, index) => {
    const birthYear = 1950 + dice.below(50);
    const person = {
      municipality: dice.pick(['5025', '3424', '3426', '3427', '3428', '3429', '3430']),
      firstNames: dice.pick(given),
      lastName: dice.pick(surnames),
      birthYear,
      phone: `+479${String(1_000_000 + dice.below(8_999_999))}`,
      place: dice.pick(['Oslo', 'Bergen', 'Hamar', 'Trondheim', 'Moss', 'Bodø', 'Molde', 'Gjøvik']),
    };
    const second = {
      ...person,
      birthYear: dice.chance(yearOff) ? birthYear + 1 : birthYear,
      phone: dice.chance(0.5) ? person.phone : null,
    };
    return [
      makeFeatures(aMatchableTip(`a${index}`, person), knowledge),
      makeFeatures(aMatchableTip(`b${index}`, second), knowledge),
    ];
  }).flat();
}

describe('weights learnt from a campaign', () => {
  it('of 600 tips hardly move', () => {
    const { tips } = sampleTips();
    const { model, evidence } = estimated(tips.map((tip) => makeFeatures(tip, knowledge)));
    expect(evidence.filter(({ before, after }) => Math.abs(after - before) > 0.3)).toEqual([]);
    expect(Math.abs(model.prior - shippedModel.prior)).toBeLessThan(0.5);
  });

  const many = manyTips(2_000, 0.6);
  const learnt = estimated(many);

  it('of thousands of tips follow how people write: where most are a year off, a year off weighs more', () => {
    const { model, evidence } = learnt;
    const { one_off: after } = model.weights.year;
    expect(after).toBeGreaterThan(shippedModel.weights.year.one_off + 0.15);
    expect(model.weights.year.equal).toBeLessThan(shippedModel.weights.year.equal);
    const rests = evidence.find(({ field, level }) => field === 'year' && level === 'one_off');
    expect(rests?.same).toBeGreaterThan(800);
  });

  it('are the same for the same seed, hardly others for another, and do not depend on the order of the tips', () => {
    const few = many.slice(0, 1_000);
    expect(estimated(few).model).toEqual(estimated(few).model);
    const { model } = learnt;
    expect(farthest(model, estimated([...many].reverse(), 2).model)).toBeLessThan(0.3);
  });

  it('fall where order demands it, are finite, bounded, and nothing for what is missing', () => {
    const { model } = learnt;
    for (const field of fields) {
      const weights: Readonly<Record<string, number>> = model.weights[field];
      const shipped: Readonly<Record<string, number>> = shippedModel.weights[field];
      const row = demandedOrder[field].map((level) => weights[level] ?? 0);
      expect([field, row]).toEqual([field, [...row].sort((a, b) => b - a)]);
      expect(Object.keys(weights)).toEqual(Object.keys(shipped));
      for (const [level, bits] of Object.entries(weights))
        expect(Math.abs(bits - (shipped[level] ?? 0))).toBeLessThanOrEqual(3);
      expect(weights['missing'] ?? 0).toBe(0);
    }
  });

  it('are not learnt from too little', () => {
    expect(estimateModel(many.slice(0, 290), [], scale(290), chance(1))).toMatchObject({
      kind: 'too_little',
      tips: 290,
    });
    const singles = many.filter(({ tipId }) => tipId.startsWith('a')).slice(0, 1_000);
    expect(estimateModel(singles, [], scale(singles.length), chance(1))).toMatchObject({
      kind: 'too_little',
      tips: 1_000,
    });
  });

  it('rest on kinds of keys that exist', () => {
    const street = { street: 'Storgata 9', email: 'kari@example.no', postcode: '2500' };
    const tip = makeFeatures({ ...fullTip, ...street }, knowledge);
    const kinds = new Set<string>(keysByKind(tip).map(({ kind }) => kind));
    expect(Object.keys(trainingBlocks).filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});

describe('a row that must fall', () => {
  it('gets the mean where neighbours stand in the wrong order, and keeps the rest', () => {
    const row = [8, 3, 5, 1].map((value) => ({ value, weight: 1 }));
    expect(falling(row)).toEqual([8, 4, 4, 1]);
    expect(
      falling([
        { value: 1, weight: 3 },
        { value: 5, weight: 1 },
      ]),
    ).toEqual([2, 2]);
  });
});

const fullTip = aMatchableTip('full', {
  firstNames: 'Kari',
  lastName: 'Brendryen',
  birthYear: 1984,
  phone: '+4790000001',
  place: 'Oslo',
});

function farthest(one: MatchModel, other: MatchModel): number {
  const apart = fields.flatMap((field) => {
    const [a, b]: Readonly<Record<string, number>>[] = [one.weights[field], other.weights[field]];
    return Object.entries(a ?? {}).map(([level, bits]) => Math.abs(bits - (b?.[level] ?? 0)));
  });
  return Math.max(...apart);
}
