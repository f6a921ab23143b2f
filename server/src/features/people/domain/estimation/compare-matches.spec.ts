import { describe, expect, it } from '@jest/globals';
import { aMatchableTip } from '../../../../../test/a-matchable-tip.js';
import { loadNameLists } from '../../name-lists.loader.js';
import { knownPlaces } from '../matching/known-places.js';
import type { PairDecision } from '../matching/component.js';
import type { MatchableTip } from '../matching/features.js';
import { matchTips } from '../matching/match-tips.js';
import { type MatchModel, shippedModel } from '../matching/model.js';
import { compareMatches } from './compare-matches.js';

const knowledge = { lists: loadNameLists(), places: knownPlaces([]) };

const aTip = (id: string, words: Partial<MatchableTip>) =>
  aMatchableTip(id, { firstNames: 'Kari', lastName: 'Brendryen', ...words });

/** Sure: one person. Unsure: the same name and municipality alone. */
const tips = [
  aTip('1', { place: 'Oslo', birthYear: 1984 }),
  aTip('2', { place: 'Oslo', birthYear: 1984 }),
  aTip('3', { firstNames: 'Anne', lastName: 'Hansen', place: 'Oslo' }),
  aTip('4', { firstNames: 'Anne', lastName: 'Hansen', place: 'Bergen', birthYear: 1970 }),
];

function withPrior(prior: number): MatchModel {
  return { ...shippedModel, version: 'test', prior };
}

function match(model: MatchModel, decisions: readonly PairDecision[] = []) {
  return matchTips(tips, knowledge, { model, automaticFrom: 0.99 }, decisions);
}

function change(model: MatchModel, decisions: readonly PairDecision[] = []) {
  return compareMatches(match(shippedModel, decisions), match(model, decisions), decisions);
}

const answer = (a: string, b: string, verdict: PairDecision['verdict']): PairDecision => ({
  kind: 'person',
  a,
  b,
  verdict,
  isCurrent: true,
});

describe('what another model would change', () => {
  it('is nothing for the same weights', () => {
    expect(change(withPrior(shippedModel.prior))).toEqual({
      toAutomatic: [],
      fromAutomatic: [],
      newQuestions: [],
      questionsGone: [],
      contradicted: [],
      persons: { before: 3, after: 3 },
      households: expect.objectContaining({}),
      questions: { before: 1, after: 1 },
    });
  });

  it('is told for a bolder one: what goes from asking to automatic, and the question that goes away', () => {
    expect(change(withPrior(shippedModel.prior + 8))).toMatchObject({
      toAutomatic: [{ a: '3', b: '4' }],
      fromAutomatic: [],
      questionsGone: [{ a: '3', b: '4' }],
      persons: { before: 3, after: 2 },
    });
  });

  it('is told for a more careful one: what goes from automatic to asking', () => {
    expect(change(withPrior(shippedModel.prior - 16))).toMatchObject({
      fromAutomatic: [{ a: '1', b: '2' }],
      newQuestions: [{ a: '1', b: '2' }],
      persons: { before: 3, after: 4 },
    });
  });

  it('names the answers it would not have given, and overrules none of them', () => {
    const decisions = [answer('3', '4', 'not_same'), answer('1', '2', 'same')];
    const bolder = withPrior(shippedModel.prior + 8);
    expect(change(bolder, decisions)).toMatchObject({
      contradicted: [{ a: '3', b: '4', verdict: 'not_same' }],
      persons: { before: 3, after: 3 },
    });
    expect(match(bolder, decisions).persons).toEqual([['1', '2'], ['3'], ['4']]);
    const blind = withPrior(-40);
    expect(change(blind, decisions).contradicted).toEqual([{ a: '1', b: '2', verdict: 'same' }]);
    expect(match(blind, decisions).persons).toEqual([['1', '2'], ['3'], ['4']]);
  });
});
