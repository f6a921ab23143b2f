import { describe, expect, it } from '@jest/globals';
import { type Candidate, planBatch, type PlanRules } from './batch-plan.js';

const rules: PlanRules = {
  cardState: () => 'none',
  postcodes: () => ({ place: 'Røros', kind: 'ordinary' }),
  check: (lines) =>
    lines[0]?.includes('altfor') ? { kind: 'does_not_fit', where: 'address', letters: '' } : null,
  limit: null,
};

function candidate(householdId: string, changed: Partial<Candidate> = {}): Candidate {
  return {
    householdId,
    municipality: '5025',
    displayName: 'Kari Eksempel',
    formerIds: [],
    names: ['Kari Eksempel'],
    street: 'Kjerkgata 1',
    postcode: '7374',
    place: 'Røros',
    country: null,
    informBy: new Date('2026-02-11T00:00:00Z'),
    obstacle: null,
    ...changed,
  };
}

const ids = (cards: readonly { householdId: string }[]) => cards.map((card) => card.householdId);

describe('planning a batch', () => {
  it('sorts the cards for the post: postcodes rising, then abroad by country', () => {
    const plan = planBatch(
      [
        candidate('a', { country: 'USA', place: 'Minneapolis' }),
        candidate('b', { postcode: '9008' }),
        candidate('c', { postcode: '0575' }),
        candidate('d', { country: 'Danmark', place: 'Aarhus' }),
      ],
      rules,
    );
    expect(ids(plan.cards)).toEqual(['c', 'b', 'd', 'a']);
  });

  it('takes those who must be informed first when there is a limit', () => {
    const plan = planBatch(
      [
        candidate('late', { informBy: new Date('2026-03-01T00:00:00Z') }),
        candidate('soon', { informBy: new Date('2026-02-05T00:00:00Z') }),
        candidate('sooner', { informBy: new Date('2026-02-04T00:00:00Z') }),
      ],
      { ...rules, limit: 2 },
    );
    expect(ids(plan.cards).sort()).toEqual(['soon', 'sooner']);
    expect(plan.readyCount).toBe(3);
  });

  it('names everyone who is left out, with the reason', () => {
    const plan = planBatch(
      [
        candidate('sent'),
        candidate('waiting'),
        candidate('stopped', { obstacle: 'blocked' }),
        candidate('twin', { obstacle: 'possible_duplicate' }),
        candidate('nowhere', { street: null, postcode: null, place: null }),
        candidate('long', { names: ['Et altfor langt navn'] }),
      ],
      {
        ...rules,
        cardState: (id) => (id === 'sent' ? 'posted' : id === 'waiting' ? 'in_batch' : 'none'),
      },
    );
    expect(plan.cards).toEqual([]);
    expect(Object.fromEntries(plan.leftOut.map((left) => [left.householdId, left.reason]))).toEqual({
      sent: 'already_posted',
      waiting: 'already_in_batch',
      stopped: 'blocked',
      twin: 'possible_duplicate',
      nowhere: 'no_address',
      long: 'address_does_not_fit',
    });
  });

  it('gives no second card to people who got one before their households were found to be one', () => {
    const merged = candidate('now', { formerIds: ['then'] });
    const plan = planBatch([merged], { ...rules, cardState: (id) => (id === 'then' ? 'posted' : 'none') });
    expect(plan.leftOut).toMatchObject([{ householdId: 'now', reason: 'already_posted' }]);
  });

  it('never gives a card to a household that is stopped, whatever its address', () => {
    expect(planBatch([candidate('a', { obstacle: 'blocked' })], rules).cards).toEqual([]);
  });

  it('gives the same order for the same households in any order', () => {
    const some = ['c', 'a', 'b'].map((id) => candidate(id));
    expect(ids(planBatch(some, rules).cards)).toEqual(ids(planBatch([...some].reverse(), rules).cards));
  });
});
