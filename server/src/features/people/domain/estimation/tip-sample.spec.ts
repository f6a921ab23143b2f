import { describe, expect, it } from '@jest/globals';
import { sampleTips } from '../../../../../test/sample-tips.js';
import { Dice } from '../../../../platform/dice.js';
import { loadNameLists } from '../../name-lists.loader.js';
import { knownPlaces } from '../matching/known-places.js';
import { TipSample } from './tip-sample.js';

const knowledge = { lists: loadNameLists(), places: knownPlaces([]) };
const { tips } = sampleTips();

function sampled(most: { tips: number; seeds: number }, seed = 1) {
  const dice = new Dice(seed);
  const sample = new TipSample(knowledge, () => dice.next(), most);
  for (const tip of tips) sample.offer(tip);
  if (sample.needsSecondReading()) for (const tip of tips) sample.offerAgain(tip);
  return sample.sampled();
}

describe('the tips weights are learnt from', () => {
  it('are all of them where they are few', () => {
    expect(sampled({ tips: tips.length, seeds: 50 })).toEqual({ tips, all: tips.length });
  });

  it('are some by chance and those they may be paired with where they are many, the same for the same seed', () => {
    const most = { tips: 300, seeds: 60 };
    const found = sampled(most);
    expect(found.all).toBe(tips.length);
    expect(found.tips.length).toBeGreaterThan(most.seeds);
    expect(found.tips.length).toBeLessThan(tips.length);
    expect(new Set(found.tips.map(({ id }) => id)).size).toBe(found.tips.length);
    expect(sampled(most)).toEqual(found);
    expect(sampled(most, 2)).not.toEqual(found);
    const phones = new Map<string, number>();
    for (const { phone } of tips) if (phone !== null) phones.set(phone, (phones.get(phone) ?? 0) + 1);
    const seeds = found.tips.slice(0, most.seeds).filter(({ phone }) => phone !== null);
    expect(seeds.length).toBeGreaterThan(10);
    for (const { phone } of seeds)
      expect(found.tips.filter((tip) => tip.phone === phone)).toHaveLength(phones.get(phone ?? '') ?? 0);
  });
});
