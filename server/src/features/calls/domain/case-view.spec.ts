import { describe, expect, it } from '@jest/globals';
import { blockOf, boardStateOf } from './case-view.js';
import { type CallCase, untouched } from './call-case.js';
import { explainEmptyQueue, inQueueOrder, isOffered } from './queue-order.js';

const now = new Date('2026-02-03T17:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

const aCase = (changes: Partial<CallCase> = {}): CallCase => ({
  ...untouched(hours(-24)),
  id: 'case',
  campaignId: 'campaign',
  householdId: 'household',
  municipality: '3427',
  standing: 'open',
  assignedTo: null,
  informBy: hours(240),
  hasAddress: true,
  own: null,
  informedAt: hours(-100),
  cardPostedOn: '2026-01-26',
  openedByHandAt: null,
  turn: 0,
  ...changes,
});
const open = { now, holder: null, reservedForName: null, opensAt: null };
const reasonOf = (changes: Partial<CallCase>, circumstances = {}) =>
  blockOf(aCase(changes), { ...open, ...circumstances })?.reason ?? null;

describe('why a household is not handed out', () => {
  it('is told by the weightiest reason', () => {
    expect(reasonOf({})).toBeNull();
    expect(reasonOf({ standing: 'suppressed' }, { opensAt: hours(2) })).toBe('suppressed');
    expect(reasonOf({ standing: 'no_number' })).toBe('no_number');
    expect(reasonOf({ standing: 'sorting' })).toBe('needs_coordinator');
    expect(reasonOf({ state: 'needs_coordinator' })).toBe('needs_coordinator');
    expect(reasonOf({ nextAt: null, informedAt: null })).toBe('waiting_for_card');
    expect(reasonOf({ nextAt: hours(20) })).toBe('waiting_for_card');
    expect(reasonOf({ nextAt: hours(20), rank: 'retry', lastTriedAt: hours(-1) })).toBe('cooling_down');
    expect(reasonOf({ nextAt: hours(20), rank: 'callback' })).toBe('callback_at');
    expect(reasonOf({ informedAt: null, informBy: hours(-1) })).toBe('not_informed');
    expect(reasonOf({}, { opensAt: hours(20) })).toBe('outside_call_hours');
    const holder = { userId: 'kari', name: 'Kari', expiresAt: hours(1) };
    expect(blockOf(aCase(), { ...open, holder })).toEqual({
      reason: 'held_by',
      name: 'Kari',
      until: hours(1).toISOString(),
    });
  });

  it('puts the household in the column where the team looks for it', () => {
    const column = (changes: Partial<CallCase>) =>
      boardStateOf(aCase(changes), blockOf(aCase(changes), open));
    expect(column({})).toBe('callable');
    expect(column({ nextAt: hours(1), rank: 'callback' })).toBe('callback');
    expect(column({ nextAt: hours(1), rank: 'retry' })).toBe('waiting');
    expect(column({ standing: 'no_number' })).toBe('blocked');
    expect(column({ state: 'done', standing: 'suppressed' })).toBe('done');
    expect(column({ state: 'not_reached', nextAt: null })).toBe('not_reached');
  });
});

describe('the queue', () => {
  const asker = { userId: 'me', now, hours: 'open' as const, isHeld: () => false, isKeptOff: () => false };

  it('serves due callbacks, then never tried by the age of the card, then retries, then skipped; own before open', () => {
    const cases = [
      aCase({ householdId: 'skipped', rank: 'skipped' }),
      aCase({ householdId: 'retry', rank: 'retry' }),
      aCase({ householdId: 'new', nextAt: hours(-10) }),
      aCase({ householdId: 'old', nextAt: hours(-90) }),
      aCase({ householdId: 'mine', nextAt: hours(-1), assignedTo: 'me' }),
      aCase({ householdId: 'their callback', rank: 'callback', nextAt: hours(-5) }),
      aCase({ householdId: 'my callback', rank: 'callback', nextAt: hours(-1), reservedFor: 'me' }),
    ];
    const order = [...cases]
      .sort((left, right) => inQueueOrder(left, right, 'me'))
      .map((each) => each.householdId);
    expect(order).toEqual(['my callback', 'their callback', 'mine', 'old', 'new', 'retry', 'skipped']);
  });

  it('offers an agreed call of another only after its grace, and outside the team’s hours only agreed calls', () => {
    const theirs = aCase({
      rank: 'callback',
      nextAt: hours(-1),
      reservedFor: 'you',
      reservedUntil: hours(1),
    });
    expect(isOffered(theirs, asker)).toBe(false);
    expect(isOffered({ ...theirs, reservedUntil: hours(-0.1) }, asker)).toBe(true);
    const morning = { ...asker, hours: 'agreed_only' as const };
    expect(isOffered({ ...theirs, reservedFor: 'me' }, morning)).toBe(true);
    expect(isOffered(aCase(), morning)).toBe(false);
  });

  it('says why it is empty and when the next one is free', () => {
    const cases = [
      aCase({ rank: 'retry', nextAt: hours(3), lastTriedAt: hours(-1) }),
      aCase({ rank: 'retry', nextAt: hours(2), lastTriedAt: hours(-1) }),
      aCase({ assignedTo: 'you' }),
      aCase({ state: 'done' }),
    ];
    expect(explainEmptyQueue(cases, asker, null)).toEqual({
      reason: 'cooling_down',
      counts: [
        { reason: 'cooling_down', count: 2 },
        { reason: 'on_others_lists', count: 1 },
      ],
      nextAt: hours(2).toISOString(),
    });
    expect(explainEmptyQueue([aCase({ state: 'done' })], asker, null).reason).toBe('all_done');
  });
});
