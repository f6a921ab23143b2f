import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CallCase, progressStates, ranksInOrder, type Share, untouched } from './call-case.js';
import { ownAfter, posted, shareOf, together } from './share.js';

const now = new Date('2026-02-03T17:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const untold = { informedAt: null, cardPostedOn: null, openedByHandAt: null };
const fresh: Share = { ...untouched(null), ...untold };
const tried: Share = {
  ...fresh,
  rank: 'retry',
  nextAt: hours(20),
  halfAttempts: 2,
  lastTriedAt: hours(-2),
  informedAt: hours(-100),
  cardPostedOn: '2026-01-26',
};
const closed: Share = { ...tried, state: 'done', result: 'not_now', lastTriedAt: hours(-1) };

const alone = (share: Share) => ({ share, holds: [] });
const merged = (householdId: string, share: Share) => ({ householdId, ...alone(share) });
const asCase = (shown: ReturnType<typeof together>): CallCase => ({
  ...shown,
  id: 'case',
  campaignId: 'campaign',
  householdId: 'kept',
  municipality: '3427',
  standing: 'open',
  assignedTo: null,
  informBy: hours(240),
  hasAddress: true,
  turn: 0,
});

const anyShare: fc.Arbitrary<Share> = fc.record({
  state: fc.constantFrom(...progressStates),
  rank: fc.constantFrom(...ranksInOrder),
  nextAt: fc.option(fc.integer({ min: -50, max: 50 }).map(hours)),
  reservedFor: fc.constant(null),
  reservedUntil: fc.constant(null),
  halfAttempts: fc.nat(8),
  busyCount: fc.nat(3),
  otherPersonCount: fc.nat(3),
  messageCount: fc.nat(2),
  lastTriedAt: fc.option(fc.integer({ min: -50, max: -1 }).map(hours)),
  result: fc.constant(null),
  skips: fc.nat(3),
  informedAt: fc.option(fc.integer({ min: -90, max: -60 }).map(hours)),
  cardPostedOn: fc.constantFrom(null, '2026-01-26', '2026-01-27'),
  openedByHandAt: fc.constant(null),
});

describe('households that turn out to be one', () => {
  it('show the calls that came furthest, and forget no attempt and no card', () => {
    expect(together(alone(fresh), [merged('other', tried)])).toMatchObject({
      rank: 'retry',
      halfAttempts: 2,
      cardPostedOn: '2026-01-26',
    });
    const both = together(alone(closed), [merged('other', tried)]);
    expect(both).toMatchObject({ state: 'done', halfAttempts: 4, result: 'not_now' });
  });

  it('come apart with exactly what each had, however they were merged', () => {
    fc.assert(
      fc.property(anyShare, anyShare, anyShare, (kept, one, other) => {
        const shown = asCase(together(alone(kept), [merged('one', one), merged('other', other)]));
        const turned = asCase(together(alone(kept), [merged('other', other), merged('one', one)]));
        expect(turned.halfAttempts).toBe(shown.halfAttempts);
        expect(turned.state).toBe(shown.state);
        const withOne = asCase(together(shareOf(shown), [merged('one', one)]));
        expect(withOne).toEqual(asCase(together(alone(kept), [merged('one', one)])));
        expect(asCase(together(shareOf(withOne), []))).toEqual(asCase({ ...kept, own: null }));
      }),
    );
  });

  it('count no call twice after a decision about them together, also when they meet again', () => {
    const shown = asCase(together(alone(tried), [merged('other', tried)]));
    const decided = { ...shown, halfAttempts: shown.halfAttempts + 2 };
    const own = ownAfter(shown, decided, {});
    const after = { ...decided, own };
    expect(together(shareOf(after), [merged('other', tried)]).halfAttempts).toBe(6);
    const apart = asCase(together(shareOf(after), []));
    expect(apart.halfAttempts).toBe(6);
    expect(together(shareOf(apart), [merged('other', tried)]).halfAttempts).toBe(6);
    const third = { householdId: 'kept', ...shareOf(after) };
    expect(together(alone(fresh), [third, merged('other', tried)]).halfAttempts).toBe(6);
    expect(together(shareOf(apart), [merged('other', closed)]).state).toBe('done');
  });

  it('were told by the card of the one it was written to, and of nobody else', () => {
    const card = { postedOn: '2026-02-02', now, callableFrom: hours(70) };
    const shown = asCase(together(alone(fresh), [merged('other', posted(fresh, card))]));
    expect(shown).toMatchObject({ informedAt: now, cardPostedOn: '2026-02-02', nextAt: hours(70) });
    expect(together(shareOf(shown), [])).toMatchObject({ informedAt: null, nextAt: null, own: null });
    const called = { ...shown, own: ownAfter(shown, { ...shown, lastTriedAt: now }, {}) };
    expect(together(shareOf(called), [])).toMatchObject({
      lastTriedAt: now,
      informedAt: null,
      cardPostedOn: null,
    });
    const read = ownAfter(shown, shown, { informedAt: hours(1) });
    expect(read?.share).toMatchObject({ informedAt: hours(1), cardPostedOn: null });
  });
});
