import { describe, expect, it } from '@jest/globals';
import type { PairDecision } from './component.js';
import type { Edge } from './judge-pair.js';
import { joinedWithin, tipsBetween } from './joining-tips.js';
import { leastSureJoins, personTies, spanning } from './ties.js';

const edge = (a: string, b: string, bits: number, band: Edge['band'] = 'automatic'): Edge => ({
  a,
  b,
  bits,
  probability: 1 / (1 + 2 ** -bits),
  band,
  household: 'none',
  modelVersion: 'test',
});
const same = (a: string, b: string): PairDecision => ({
  kind: 'person',
  verdict: 'same',
  a,
  b,
  isCurrent: true,
});
const pairsOf = (ties: readonly { readonly a: string; readonly b: string }[]) =>
  ties.map(({ a, b }) => `${a}${b}`);

describe('what holds tips together', () => {
  const edges = [edge('a', 'c', 5), edge('b', 'c', 9), edge('a', 'b', 7), edge('c', 'd', 3, 'review')];

  it('is the strongest pairs, one fewer than there are tips, whatever order they come in', () => {
    const tips = ['a', 'b', 'c'];
    expect(pairsOf(personTies(tips, edges, []))).toEqual(['bc', 'ab']);
    expect(pairsOf(personTies(tips, [...edges].reverse(), []))).toEqual(['bc', 'ab']);
  });

  it('is what somebody has said before what the program did', () => {
    expect(pairsOf(personTies(['a', 'b', 'c'], edges, [same('a', 'c')]))).toEqual(['ac', 'bc']);
  });

  it('is told between those that stand for something else, such as persons', () => {
    const personOf = new Map([
      ['a', 'Per'],
      ['b', 'Per'],
      ['c', 'Kari'],
    ]);
    expect(
      pairsOf(
        spanning([edge('a', 'b', 9), edge('b', 'c', 7), edge('a', 'c', 5)], (tip) => personOf.get(tip)),
      ),
    ).toEqual(['bc']);
  });

  it('is as sure as its least sure pair that nobody has confirmed', () => {
    const groups = new Map([['person', ['a', 'b', 'c']]]);
    expect(leastSureJoins(groups, edges, []).get('person')).toBe(edge('a', 'b', 7).probability);
    expect(leastSureJoins(groups, edges, [same('a', 'b')]).get('person')).toBe(edge('b', 'c', 9).probability);
    const answered = leastSureJoins(groups, edges, [same('a', 'b'), same('b', 'c')]);
    expect(answered.has('person')).toBe(false);
  });
});

describe('the tips between two of one person', () => {
  it('are those on the shortest way along pairs that were joined by themselves', () => {
    const chain = [edge('a', 'b', 9), edge('b', 'c', 9), edge('c', 'd', 9), edge('a', 'd', 1, 'review')];
    const joined = joinedWithin(['a', 'b', 'c', 'd'], chain);
    expect(tipsBetween('a', 'd', joined)).toEqual(['b', 'c']);
    expect(tipsBetween('a', 'b', joined)).toEqual([]);
    expect(tipsBetween('a', 'c', joinedWithin(['a', 'c'], chain))).toEqual([]);
  });
});
