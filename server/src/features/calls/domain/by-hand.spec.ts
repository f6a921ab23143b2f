import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backToQueue, waitsForCoordinator } from './back-to-queue.js';
import { type CallCase, progressStates, untouched } from './call-case.js';
import { whyNotOpenByHand } from './open-by-hand.js';

const now = new Date('2026-02-03T17:00:00Z');
const later = new Date('2026-02-05T17:00:00Z');
const given = { now, settings: { maxAttempts: 4 } };

const aCase = (changes: Partial<CallCase> = {}): CallCase => ({
  ...untouched(null),
  id: 'case',
  campaignId: 'campaign',
  householdId: 'household',
  municipality: '3427',
  standing: 'open',
  assignedTo: null,
  informBy: later,
  hasAddress: false,
  informedAt: null,
  cardPostedOn: null,
  openedByHandAt: null,
  own: null,
  turn: 0,
  ...changes,
});

describe('a household that goes back to the queue', () => {
  it('always has a time and an attempt left, whatever it waited for', () => {
    const waiting = fc.record({
      state: fc.constantFrom(...progressStates),
      nextAt: fc.option(fc.constantFrom(now, later)),
      halfAttempts: fc.nat(12),
      otherPersonCount: fc.nat(5),
      skips: fc.nat(5),
    });
    fc.assert(
      fc.property(waiting, (changes) => {
        const back = backToQueue({ ...untouched(null), ...changes }, given);
        expect(back).toMatchObject({ state: 'queued', skips: 0, result: null });
        expect(back.nextAt).toEqual(changes.nextAt ?? now);
        expect(back.halfAttempts).toBeLessThan(8);
        expect(back.otherPersonCount).toBeLessThan(3);
      }),
    );
  });

  it('keeps the tries it has left when only a question was asked', () => {
    const asked = { ...untouched(later), state: 'needs_coordinator' as const, halfAttempts: 4 };
    expect(backToQueue(asked, given)).toMatchObject({ halfAttempts: 4, nextAt: later });
  });

  it('is the coordinator’s to return, unless the callers have only skipped it', () => {
    expect(waitsForCoordinator({ state: 'needs_coordinator', skips: 2 })).toBe(true);
    expect(waitsForCoordinator({ state: 'needs_coordinator', skips: 3 })).toBe(false);
    expect(waitsForCoordinator({ state: 'not_reached', skips: 0 })).toBe(false);
  });
});

it('a household is opened by hand when no card can reach it, in time, and has a number', () => {
  const refusal = (changes: Partial<CallCase>) => whyNotOpenByHand(aCase(changes), now);
  expect(refusal({})).toBeNull();
  expect(refusal({ hasAddress: true })).toBe('gets_card');
  expect(refusal({ nextAt: now })).toBe('already_open');
  expect(refusal({ standing: 'no_number' })).toBe('no_number');
  expect(refusal({ standing: 'sorting' })).toBe('not_waiting');
  expect(refusal({ state: 'done' })).toBe('not_waiting');
  expect(refusal({ informBy: now })).toBe('overdue');
});
