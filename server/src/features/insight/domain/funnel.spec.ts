import { describe, expect, it } from '@jest/globals';
import { type ExactFunnel, shownTo } from './funnel.js';

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
const open = (funnel: Partial<ExactFunnel>) => ({ funnel: { ...tynset, ...funnel }, isOpen: true });
const closed = (funnel: Partial<ExactFunnel>) => ({ funnel: { ...tynset, ...funnel }, isOpen: false });

describe('the funnel', () => {
  it('adds the municipalities up step by step', () => {
    const both = shownTo([open({}), open({})]);
    expect(both.region).toMatchObject({ tips: 80, interested: 10, hostContact: 8, moved: 0 });
    expect(both.funnels[0]).toEqual(tynset);
    expect(shownTo([]).region).toMatchObject({ tips: 0, moved: 0 });
  });

  it('hides numbers under five from strangers, nought as well, since that too tells of few people', () => {
    const { funnels, region } = shownTo([open({}), closed({}), closed({})]);
    expect(funnels[1]).toMatchObject({ tips: 40, interested: 5, hostContact: null, moved: null });
    expect(region).toMatchObject({ hostContact: 12, moved: 0 });
  });

  it('never lets the sum tell the only number that is hidden', () => {
    const { funnels, region } = shownTo([
      open({}),
      closed({ reached: 2 }),
      closed({ reached: 7 }),
      closed({}),
    ]);
    expect(funnels.map(({ reached }) => reached)).toEqual([9, null, null, 9]);
    expect(region.reached).toBe(27);
    expect(shownTo([open({}), closed({ reached: 2 })])).toMatchObject({
      funnels: [{ reached: 9 }, { reached: null }],
      region: { reached: null },
    });
  });
});
