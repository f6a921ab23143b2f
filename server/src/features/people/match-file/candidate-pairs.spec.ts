import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mostHubs } from '../domain/matching/crowd.js';
import { mostHolders, strengthOf } from '../domain/matching/keys.js';
import { pairsOfKeys, partnersOf } from './candidate-pairs.js';
import type { KeyList } from './key-list.js';
import type { ListPart } from './list-part.js';
import { WholeList } from './whole-list.js';

/** Keys that often meet, some of them only in their lower 32 bits, of all strengths. */
const key = fc
  .tuple(fc.constantFrom(0, 1, 2), fc.constantFrom(-2_147_483_648, -12, 0, 16, 2_147_483_644), fc.nat(3))
  .map(([high, low, strength]) => ({ high, low: (low & ~3) | strength }));
const tips = fc.array(fc.uniqueArray(key, { maxLength: 6, selector: ({ high, low }) => `${high} ${low}` }), {
  maxLength: 40,
});

type Tip = readonly { readonly high: number; readonly low: number }[];

describe('pairs of tips that share a key', () => {
  it('are all found, each once, whatever the parts and the shares', () => {
    fc.assert(
      fc.property(tips, fc.nat(40), fc.nat(5), fc.integer({ min: 1, max: 3 }), (given, cut, out, shares) => {
        const parts = [given.slice(0, cut), given.slice(cut)];
        const list = new WholeList(parts.map((part) => partOf(part.length)));
        const times = Int32Array.from(given, (_, tip) => (tip === out ? 0 : 1));
        const crowded = new Uint8Array(given.length);
        const found = Array.from({ length: shares }, (_, share) =>
          pairsOfKeys(list, parts.map(keysOf), { times, crowded }, { share, shares }),
        );
        const pairs = given.flatMap((_, tip) => [...partnersOf(tip, found)].map((other) => [tip, other]));
        expect(pairs).toEqual(naive(given, out));
      }),
      { numRuns: 300 },
    );
  });

  it('are not followed where a key has more holders than its strength allows', () => {
    for (const strength of [0, 1, 2]) {
      const most = mostHolders[strengthOf(strength)];
      expect(crowd(strength, most)).toMatchObject({ pairs: (most * (most - 1)) / 2, crowded: 0 });
      expect(crowd(strength, most + 1)).toMatchObject({ pairs: 0, crowded: 0 });
    }
  });

  it('are those with a few where many share what tells who somebody is, and those are marked', () => {
    const most = mostHolders.identity;
    expect(crowd(3, most)).toEqual({ pairs: (most * (most - 1)) / 2, crowded: 0 });
    const amongHubs = (mostHubs * (mostHubs - 1)) / 2;
    const holders = most + 50;
    expect(crowd(3, holders)).toEqual({
      pairs: amongHubs + mostHubs * (holders - mostHubs),
      crowded: holders,
    });
  });

  it('are as few where each stands for several that say the same', () => {
    const holders = 30;
    expect(crowd(3, holders, 5)).toEqual({ pairs: (holders * (holders - 1)) / 2, crowded: 0 });
    const amongHubs = (mostHubs * (mostHubs - 1)) / 2;
    expect(crowd(3, holders, 6)).toEqual({
      pairs: amongHubs + mostHubs * (holders - mostHubs),
      crowded: holders,
    });
  });
});

/** Pairs among holders of one key. */
function crowd(strength: number, holders: number, tipsEach = 1): { pairs: number; crowded: number } {
  const given = Array.from({ length: holders }, () => [{ high: 1, low: 64 | strength }]);
  const crowded = new Uint8Array(holders);
  const times = new Int32Array(holders).fill(tipsEach);
  const found = [pairsOfKeys(new WholeList([partOf(holders)]), [keysOf(given)], { times, crowded }, whole)];
  return {
    pairs: given.reduce((sum, _, tip) => sum + partnersOf(tip, found).length, 0),
    crowded: crowded.reduce((sum, mark) => sum + mark, 0),
  };
}

const whole = { share: 0, shares: 1 };

function naive(given: readonly Tip[], out: number): number[][] {
  const pairs: number[][] = [];
  const holdersOf = (one: Tip[number]) =>
    given.flatMap((keys, tip) =>
      tip !== out && keys.some(({ high, low }) => high === one.high && low === one.low) ? [tip] : [],
    );
  for (const [tip, keys] of given.entries()) {
    if (tip === out) continue;
    const partners = keys.flatMap((one) => {
      const holders = holdersOf(one);
      return holders.length <= mostHolders[strengthOf(one.low)] ? holders : [];
    });
    const others = [...new Set(partners)].filter((other) => other > tip).sort((a, b) => a - b);
    pairs.push(...others.map((other) => [tip, other]));
  }
  return pairs;
}

function keysOf(part: readonly Tip[]): KeyList {
  const all = part.flatMap((keys, tip) => keys.map(({ high, low }) => ({ high, low, tip })));
  return {
    low: Int32Array.from(all, ({ low }) => low),
    high: Int32Array.from(all, ({ high }) => high),
    tips: Int32Array.from(all, ({ tip }) => tip),
  };
}

function partOf(count: number): ListPart {
  const nothing = new Int32Array();
  const noTexts = { bytes: new Uint8Array(), ends: nothing };
  return {
    rows: count,
    blankRows: 0,
    features: { count, starts: nothing, numbers: nothing, names: noTexts, texts: noTexts },
    bearers: new Float64Array(),
    contents: Float64Array.from({ length: count }, (_, tip) => tip),
    rowOf: nothing,
    ids: null,
    faults: [],
    faultCount: 0,
  };
}
