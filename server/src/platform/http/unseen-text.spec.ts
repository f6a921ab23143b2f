import { describe, expect, it } from '@jest/globals';
import { withoutUnseen } from './unseen-text.js';

describe('what was sent', () => {
  it('loses what cannot be seen, at any depth, and nothing else', () => {
    const sent = {
      why: 'Samme\u0000 \u202Edør\u200b',
      list: [{ note: 'To\nlinjer\tog 👩‍🌾' }],
      count: 2,
      none: null,
    };
    expect(withoutUnseen(sent)).toEqual({
      why: 'Samme dør',
      list: [{ note: 'To\nlinjer\tog 👩‍🌾' }],
      count: 2,
      none: null,
    });
  });
});
