import { describe, expect, it } from '@jest/globals';
import { perSecond, withCount, type Count } from './pace.js';

const after = (...counts: readonly Count[]) => counts.reduce<readonly Count[]>(withCount, []);

describe('the pace of making cards', () => {
  it('is not told from one answer, nor from two in the same moment', () => {
    expect(perSecond(after({ done: 40, at: 0 }))).toBeNull();
    expect(perSecond(after({ done: 40, at: 0 }, { done: 90, at: 100 }))).toBeNull();
  });

  it('is cards a second, rounded to what one can believe', () => {
    expect(perSecond(after({ done: 100, at: 1_000 }, { done: 1_603, at: 2_000 }))).toBe(1_500);
    expect(perSecond(after({ done: 0, at: 0 }, { done: 7, at: 2_000 }))).toBe(3.5);
  });

  it('is that of the last seconds, not of the slow beginning', () => {
    const counts = after(
      { done: 0, at: 0 },
      { done: 1, at: 9_000 },
      { done: 2_001, at: 10_000 },
      { done: 4_001, at: 11_000 },
    );
    expect(perSecond(counts)).toBe(2_000);
  });

  it('begins anew when the work does', () => {
    expect(perSecond(after({ done: 500, at: 0 }, { done: 10, at: 1_000 }))).toBeNull();
  });

  it('says nothing while nothing moves', () => {
    expect(perSecond(after({ done: 5, at: 0 }, { done: 5, at: 4_000 }))).toBeNull();
  });
});
