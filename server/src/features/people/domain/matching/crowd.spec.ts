import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Crowd, inCrowdOrder, mostFollowed, mostHubs } from './crowd.js';
import { mostHolders } from './keys.js';

const holder = (id: string): { id: string; says: string } => ({ id, says: id.replace(/ .*/, '') });
const says = ({ says: content }: { readonly says: string }) => content;

describe('who stands for a crowd', () => {
  it('does not depend on the order they come in', () => {
    const contents = fc.array(fc.constantFrom(...'abcdefgh'), { minLength: 151, maxLength: 200 });
    const shuffled = contents.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const hubs = (given: readonly string[]) =>
          inCrowdOrder(given, (content) => content).slice(0, mostHubs);
        expect(hubs(other)).toEqual(hubs(list));
      }),
    );
  });

  it('is one of everything that is said before it is a copy', () => {
    const crowd = new Crowd(
      [
        ...Array.from({ length: 300 }, (_, index) => holder(`a ${index}`)),
        ...[...'zyx'].map((id) => holder(id)),
      ],
      says,
    );
    expect(crowd.hubs.slice(0, 5).map(says)).toEqual(['a', 'x', 'y', 'z', 'a']);
  });

  it('changes by one at most when one tip comes or goes', () => {
    const many = Array.from({ length: 400 }, (_, index) => holder(`${(index * 7_919) % 1_009}`));
    const before = new Set(new Crowd(many, says).hubs);
    for (const gone of many) {
      const after = new Crowd(
        many.filter((one) => one !== gone),
        says,
      ).hubs;
      expect(after.filter((hub) => !before.has(hub)).length).toBeLessThanOrEqual(1);
    }
  });

  it('is nobody where few hold the key, and never more than so many are followed', () => {
    const holders = (count: number) => Array.from({ length: count }, (_, index) => holder(`${index}`));
    const few = new Crowd(holders(mostHolders.identity), says);
    expect([few.hubs.length, few.holders.length]).toEqual([0, mostHolders.identity]);
    const [first] = few.holders;
    expect(first && few.partnersOf(first)).toHaveLength(mostHolders.identity);
    const many = new Crowd(holders(mostFollowed + 50), says);
    const roles = holders(mostFollowed + 50).map(({ id }) =>
      many.roleOf(many.holders.find((one) => one.id === id) ?? holder(id)),
    );
    expect(roles.filter((role) => role === 'left_out')).toHaveLength(50);
    const member = many.holders.find((one) => many.roleOf(one) === 'member');
    expect(member && many.partnersOf(member)).toHaveLength(mostHubs);
  });
});
