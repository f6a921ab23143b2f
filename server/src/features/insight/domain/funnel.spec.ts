import { describe, expect, it } from '@jest/globals';
import { type ExactFunnel, hideSmallSteps, sumOf } from './funnel.js';

const tynset: ExactFunnel = {
  tips: 40,
  households: 30,
  informed: 20,
  called: 12,
  reached: 9,
  interested: 5,
  hostContact: 4,
  moved: 0,
};

describe('the funnel', () => {
  it('adds the municipalities up step by step', () => {
    expect(sumOf([tynset, tynset])).toMatchObject({ tips: 80, interested: 10, hostContact: 8, moved: 0 });
    expect(sumOf([])).toMatchObject({ tips: 0, moved: 0 });
  });

  it('hides numbers under five from strangers, nought as well, since that too tells of few people', () => {
    expect(hideSmallSteps(tynset)).toMatchObject({ tips: 40, interested: 5, hostContact: null, moved: null });
  });
});
