import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DivisionInput, type KeepOff, planDivision } from './division.js';

const member = (userId: string, capacity = 10, before = 0) => ({ userId, capacity, before });
const households = (count: number) =>
  Array.from({ length: count }, (_, order) => ({ householdId: `h${String(order).padStart(3, '0')}`, order }));

const loadOf = (plan: ReturnType<typeof planDivision>, userId: string) =>
  plan.assignments.filter((each) => each.userId === userId).length;

describe('dividing a list', () => {
  it('gives each member the same, and those with half the capacity half as much', () => {
    const members = [member('anna'), member('bo'), member('cato', 5)];
    const plan = planDivision({ households: households(25), members, mayor: null, keepOff: [] });
    expect(['anna', 'bo', 'cato'].map((userId) => loadOf(plan, userId))).toEqual([10, 10, 5]);
  });

  it('lets the mayor keep the households picked by hand, and counts them', () => {
    const mayor = { userId: 'mayor', households: ['h000', 'h001', 'h002', 'h003'] };
    const members = [member('mayor'), member('bo')];
    const plan = planDivision({ households: households(10), members, mayor, keepOff: [] });
    expect(plan.assignments.slice(0, 4).map((each) => each.userId)).toEqual([
      'mayor',
      'mayor',
      'mayor',
      'mayor',
    ]);
    expect(loadOf(plan, 'mayor')).toBe(5);
  });

  it('keeps tippers and relatives off their own, and says so', () => {
    const keepOff = [{ householdId: 'h000', userId: 'anna', reason: 'own_tip' as const }];
    const members = [member('anna'), member('bo')];
    const plan = planDivision({ households: households(2), members, mayor: null, keepOff });
    expect(plan.assignments).toEqual([
      { householdId: 'h000', userId: 'bo' },
      { householdId: 'h001', userId: 'anna' },
    ]);
    expect(plan.keptOff).toEqual(keepOff);
  });

  it('leaves in the open queue what nobody may take, and everything when there is nobody', () => {
    const keepOff = [{ householdId: 'h000', userId: 'anna', reason: 'self' as const }];
    expect(
      planDivision({ households: households(1), members: [member('anna')], mayor: null, keepOff }).unassigned,
    ).toEqual(['h000']);
    const nobody = planDivision({
      households: households(2),
      members: [member('anna', 0)],
      mayor: null,
      keepOff: [],
    });
    expect(nobody.unassigned).toEqual(['h000', 'h001']);
  });

  it('evens out what members had before', () => {
    const members = [member('anna', 10, 6), member('bo', 10, 0)];
    const plan = planDivision({ households: households(4), members, mayor: null, keepOff: [] });
    expect(loadOf(plan, 'bo')).toBe(4);
  });
});

describe('whatever the team and the list', () => {
  const input = fc
    .record({
      count: fc.integer({ min: 0, max: 60 }),
      capacities: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 7 }),
      befores: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 7, maxLength: 7 }),
      ties: fc.array(fc.tuple(fc.nat(59), fc.nat(6)), { maxLength: 30 }),
      own: fc.array(fc.nat(59), { maxLength: 6 }),
    })
    .map(({ count, capacities, befores, ties, own }): DivisionInput => {
      const id = (place: number) => `h${String(place).padStart(3, '0')}`;
      return {
        households: households(count),
        members: capacities.map((capacity, place) => member(`u${place}`, capacity, befores[place])),
        mayor: { userId: 'u0', households: own.map(id) },
        keepOff: ties.map(([household, user]): KeepOff => ({
          householdId: id(household),
          userId: `u${user}`,
          reason: 'own_tip',
        })),
      };
    });

  it('every household stands exactly once, with somebody or in the open queue', () => {
    fc.assert(
      fc.property(input, (given) => {
        const plan = planDivision(given);
        const placed = [...plan.assignments.map((each) => each.householdId), ...plan.unassigned].sort();
        expect(placed).toEqual(given.households.map((each) => each.householdId).sort());
      }),
    );
  });

  it('the same input, in any order, gives the same plan', () => {
    fc.assert(
      fc.property(input, (given) => {
        const turned = {
          ...given,
          households: [...given.households].reverse(),
          members: [...given.members].reverse(),
          keepOff: [...given.keepOff].reverse(),
        };
        expect(planDivision(turned)).toEqual(planDivision(given));
      }),
    );
  });

  it('nobody gets a household they are kept off, unless it was picked for the mayor by hand', () => {
    fc.assert(
      fc.property(input, (given) => {
        const ties = new Set(given.keepOff.map((tie) => `${tie.householdId} ${tie.userId}`));
        const picked = new Set(given.mayor?.households);
        for (const { householdId, userId } of planDivision(given).assignments) {
          if (!picked.has(householdId)) expect(ties.has(`${householdId} ${userId}`)).toBe(false);
        }
      }),
    );
  });

  it('no household could make the load more even by going to somebody who may have it', () => {
    fc.assert(
      fc.property(input, (given) => {
        const plan = planDivision(given);
        const ties = new Set(given.keepOff.map((tie) => `${tie.householdId} ${tie.userId}`));
        const picked = new Set(given.mayor?.households);
        const working = given.members.filter((each) => each.capacity > 0);
        const load = new Map(working.map((each) => [each.userId, each.before + loadOf(plan, each.userId)]));
        for (const { householdId, userId } of plan.assignments) {
          const from = working.find((each) => each.userId === userId);
          if (!from || picked.has(householdId)) continue;
          for (const to of working) {
            if (to.userId === userId || ties.has(`${householdId} ${to.userId}`)) continue;
            const own = (load.get(userId) ?? 0) * to.capacity;
            const theirs = ((load.get(to.userId) ?? 0) + 1) * from.capacity;
            expect(own).toBeLessThanOrEqual(theirs);
          }
        }
      }),
    );
  });
});
