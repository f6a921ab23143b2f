import { describe, expect, it } from '@jest/globals';
import { aCase, anId } from '../../../test/samples.js';
import { answersOf, firstParted, keyOf } from './case-answers.js';

const asked = aCase(1, { count: 4 });
const short = (said: Parameters<typeof answersOf>[1]) =>
  answersOf(asked, said).map(
    ({ tipA, tipB, verdict }) => `${tipA.slice(-1)}${verdict === 'same' ? '=' : '≠'}${tipB.slice(-1)}`,
  );

describe('answering a case of four', () => {
  it('«all» says every pair is the same, «none» that no pair is', () => {
    expect(short('all')).toEqual(['1=2', '1=3', '1=4', '2=3', '2=4', '3=4']);
    expect(short('none')).toEqual(['1≠2', '1≠3', '1≠4', '2≠3', '2≠4', '3≠4']);
  });

  it('picking two joins them, parts them from the others, and leaves the others open', () => {
    expect(short([0, 2])).toEqual(['1≠2', '1=3', '1≠4', '2≠3', '3≠4']);
  });

  it('picking everybody is «all»', () => {
    expect(short([3, 1, 0, 2])).toEqual(short('all'));
  });

  it('knows which of the picked an earlier answer holds apart', () => {
    const parted = { parted: [{ a: 1, b: 3 }] };
    expect(firstParted(parted, [0, 1])).toBeNull();
    expect(firstParted(parted, [0, 1, 3])).toEqual([2, 4]);
  });

  it('is one and the same case whichever side comes first', () => {
    expect(keyOf({ ...asked, sides: [...asked.sides].reverse() })).toBe(keyOf(asked));
    expect(keyOf(asked)).toContain(anId(17));
  });
});
