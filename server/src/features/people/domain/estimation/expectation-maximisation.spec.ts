import { describe, expect, it } from '@jest/globals';
import type { Field, Levels } from '../matching/levels.js';
import { maximise, type TrainingPair } from './expectation-maximisation.js';
import { valueAt } from './level-tally.js';
import { Dice } from '../../../../platform/dice.js';

type Shares = Readonly<Record<string, number>>;

const missing: Levels = {
  given: 'missing',
  surname: 'missing',
  year: 'missing',
  phone: 'missing',
  email: 'missing',
  place: 'missing',
  home: 'different',
};

const truth = {
  surname: {
    m: { exact: 0.8, spelling: 0.12, different: 0.08 },
    u: { exact: 0.01, spelling: 0.01, different: 0.98 },
  },
  year: { m: { equal: 0.55, one_off: 0.3, far: 0.15 }, u: { equal: 0.02, one_off: 0.04, far: 0.94 } },
  place: { m: { town: 0.7, different: 0.3 }, u: { town: 0.08, different: 0.92 } },
} as const;
const learnt = ['surname', 'year', 'place'] as const satisfies readonly Field[];

function perLevel(which: 'm' | 'u') {
  return new Map(
    learnt.map((field) => [field, new Map<string, number>(Object.entries(truth[field][which]))] as const),
  );
}

/** What EM begins with: far from the truth, as a shipped guess may be. */
const guess = new Map(
  learnt.map((field) => {
    const levels = Object.keys(truth[field].m);
    return [
      field,
      new Map(levels.map((level, index) => [level, index === 0 ? 0.6 : 0.4 / (levels.length - 1)])),
    ] as const;
  }),
);

function pick(shares: Shares, chance: number): string {
  let left = chance;
  for (const [level, share] of Object.entries(shares)) {
    left -= share;
    if (left < 0) return level;
  }
  return Object.keys(shares)[0] ?? '';
}

/** Pairs as they lie in a block where three in ten are one person. */
function synthetic(count: number, seed: number): { pairs: TrainingPair[]; isSame: boolean[] } {
  const dice = new Dice(seed);
  const isSame = Array.from({ length: count }, () => dice.chance(0.3));
  const pairs = isSame.map((same) => {
    const which = same ? 'm' : 'u';
    const drawn = Object.fromEntries(learnt.map((field) => [field, pick(truth[field][which], dice.next())]));
    return { levels: { ...missing, ...drawn }, known: null, weight: 1 };
  });
  return { pairs, isSame };
}

describe('expectation-maximisation in a block', () => {
  it('finds the m that made the pairs, and how many of them are one person', () => {
    const { m, share } = maximise(synthetic(20_000, 7).pairs, learnt, perLevel('u'), guess);
    expect(share).toBeCloseTo(0.3, 1);
    for (const field of learnt)
      for (const [level, expected] of Object.entries(truth[field].m))
        expect([field, level, Math.abs(valueAt(m, field, level) - expected) < 0.03]).toEqual([
          field,
          level,
          true,
        ]);
  });

  it('says nothing of levels when the field is not filled in', () => {
    const { pairs } = synthetic(5_000, 7);
    const bare = pairs.map((pair) => ({ ...pair, levels: { ...pair.levels, place: 'missing' as const } }));
    const { m, same } = maximise(bare, learnt, perLevel('u'), guess);
    expect(same.get('place')?.size).toBe(0);
    expect(valueAt(m, 'place', 'town')).toBeCloseTo(0.6, 5);
  });

  it('takes a human’s word for a pair, and lets it count for more', () => {
    const { pairs } = synthetic(3_000, 11);
    const odd: TrainingPair = {
      levels: { ...missing, surname: 'different', year: 'far', place: 'different' },
      known: 'same',
      weight: 3,
    };
    const answered = [...pairs, ...Array.from({ length: 200 }, () => odd)];
    const before = maximise(pairs, learnt, perLevel('u'), guess);
    const after = maximise(answered, learnt, perLevel('u'), guess);
    expect(valueAt(after.same, 'year', 'far')).toBeGreaterThan(valueAt(before.same, 'year', 'far') + 590);
    const refused = answered.map((pair) => (pair === odd ? { ...pair, known: 'different' as const } : pair));
    const parted = maximise(refused, learnt, perLevel('u'), guess);
    expect(valueAt(parted.m, 'year', 'far')).toBeCloseTo(valueAt(before.m, 'year', 'far'), 1);
  });
});
