import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sampleTips } from '../../../../../test/sample-tips.js';
import { rootDirectory } from '../../../../config/config.js';
import { loadNameLists } from '../../name-lists.loader.js';
import { knownPlaces } from '../matching/known-places.js';
import { makeFeatures, type MatchableTip, type TipFeatures } from '../matching/features.js';
import { keysByKind } from '../matching/keys.js';
import { fields } from '../matching/levels.js';
import { type MatchModel, shippedModel } from '../matching/model.js';
import { expectedPopulation } from '../matching/population.js';
import { estimateModel } from './estimate-model.js';
import { demandedOrder, falling } from './in-order.js';
import { seededRandom } from './seeded-random.js';
import { trainingBlocks } from './training-blocks.js';

const knowledge = { lists: loadNameLists(), places: knownPlaces([]) };

const scale = (tips: number) => ({
  model: shippedModel,
  population: expectedPopulation(tips, 8, () => 0.01),
});

function estimated(tips: readonly TipFeatures[], seed = 1) {
  const found = estimateModel(tips, [], scale(tips.length), seed);
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
  const random = seededRandom(3);
  const [given, surnames] = [names('given-names.csv'), names('surnames.csv')];
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  return Array.from({ length: people }, (_, index) => {
    const birthYear = 1950 + Math.floor(random() * 50);
    const person: Omit<MatchableTip, 'id'> = {
      municipality: pick(['5025', '3424', '3426', '3427', '3428', '3429', '3430']),
      firstNames: pick(given),
      lastName: pick(surnames),
      formerName: null,
      nickname: null,
      birthYear,
      phone: `+479${String(1_000_000 + Math.floor(random() * 8_999_999))}`,
      email: null,
      street: null,
      postcode: null,
      place: pick(['Oslo', 'Bergen', 'Hamar', 'Trondheim', 'Moss', 'Bodø', 'Molde', 'Gjøvik']),
      country: null,
      othersInHousehold: null,
    };
    const second = {
      ...person,
      birthYear: random() < yearOff ? birthYear + 1 : birthYear,
      phone: random() < 0.5 ? person.phone : null,
    };
    return [
      makeFeatures({ ...person, id: `a${index}` }, knowledge),
      makeFeatures({ ...second, id: `b${index}` }, knowledge),
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

  const many = manyTips(4_000, 0.6);
  const learnt = estimated(many);

  it('of thousands of tips follow how people write: where most are a year off, a year off weighs more', () => {
    const { model, evidence } = learnt;
    const { one_off: after } = model.weights.year;
    expect(after).toBeGreaterThan(shippedModel.weights.year.one_off + 0.2);
    expect(model.weights.year.equal).toBeLessThan(shippedModel.weights.year.equal);
    const rests = evidence.find(({ field, level }) => field === 'year' && level === 'one_off');
    expect(rests?.same).toBeGreaterThan(1_000);
  });

  it('are the same for the same seed, hardly others for another, and do not depend on the order of the tips', () => {
    const { model } = learnt;
    expect(estimated(many).model).toEqual(model);
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
    expect(estimateModel(many.slice(0, 290), [], scale(290), 1)).toMatchObject({
      kind: 'too_little',
      tips: 290,
    });
    const singles = many.filter(({ tipId }) => tipId.startsWith('a'));
    expect(estimateModel(singles, [], scale(singles.length), 1)).toMatchObject({
      kind: 'too_little',
      tips: 4_000,
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

const fullTip: MatchableTip = {
  id: 'full',
  municipality: '3427',
  firstNames: 'Kari',
  lastName: 'Brendryen',
  formerName: null,
  nickname: null,
  birthYear: 1984,
  phone: '+4790000001',
  email: null,
  street: null,
  postcode: null,
  place: 'Oslo',
  country: null,
  othersInHousehold: null,
};

function farthest(one: MatchModel, other: MatchModel): number {
  const apart = fields.flatMap((field) => {
    const [a, b]: Readonly<Record<string, number>>[] = [one.weights[field], other.weights[field]];
    return Object.entries(a ?? {}).map(([level, bits]) => Math.abs(bits - (b?.[level] ?? 0)));
  });
  return Math.max(...apart);
}
