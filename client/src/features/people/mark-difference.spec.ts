import { describe, expect, it } from '@jest/globals';
import { markDifference } from './mark-difference.js';

describe('marking what differs between two spellings', () => {
  it('marks the one letter that sets Kristin and Kristina apart', () => {
    expect(markDifference('Kristina', 'Kristin')).toEqual({ before: 'Kristin', own: 'a', after: '' });
    expect(markDifference('Kristin', 'Kristina')).toEqual({ before: 'Kristin', own: '', after: '' });
  });

  it('marks the middle of a telephone number with two digits swapped', () => {
    expect(markDifference('900 12 345', '900 21 345')).toEqual({ before: '900 ', own: '12', after: ' 345' });
  });

  it('does not care about capitals, and loses nothing of the text', () => {
    expect(markDifference('RØROS', 'Røros')).toEqual({ before: 'RØROS', own: '', after: '' });
  });

  it('marks everything when nothing is shared', () => {
    expect(markDifference('Os', 'Tynset')).toEqual({ before: '', own: 'Os', after: '' });
  });

  it('never counts a letter from both ends', () => {
    expect(markDifference('aaa', 'aa')).toEqual({ before: 'aa', own: 'a', after: '' });
  });
});
