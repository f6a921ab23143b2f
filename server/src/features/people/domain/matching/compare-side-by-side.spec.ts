import { describe, expect, it } from '@jest/globals';
import { comparedFields, type ComparedField } from '@savner/contract/people';
import { compareSideBySide } from './compare-side-by-side.js';

function tip(values: Partial<Record<ComparedField, string | number>>) {
  const empty = Object.fromEntries(comparedFields.map((field) => [field, null]));
  return { ...empty, ...values } as Record<ComparedField, string | number | null>;
}

const stateOf = (field: ComparedField, ...values: (string | number | undefined)[]) =>
  compareSideBySide(values.map((value) => [tip(value === undefined ? {} : { [field]: value })]))[0]?.state;

describe('tips side by side', () => {
  it('leave out what nobody filled in', () => {
    const rows = compareSideBySide([[tip({ lastName: 'Nordmo' })], [tip({})]]);
    expect(rows).toEqual([{ field: 'lastName', values: ['Nordmo', null], state: 'some' }]);
  });

  it('tell equal, spelled otherwise and different apart, for three as for two', () => {
    expect(stateOf('phone', '1', '1', '1')).toBe('equal');
    expect(stateOf('firstNames', 'Cathrine', 'Katrine')).toBe('similar');
    expect(stateOf('birthYear', 1985, 1986, 1984)).toBe('similar');
    expect(stateOf('birthYear', 1985, 1986, 1988)).toBe('different');
    expect(stateOf('street', 'Storgt. 9', 'Storgata 9')).toBe('similar');
  });

  it('say that some are silent where the others agree, and only then', () => {
    expect(stateOf('birthYear', 1985, undefined, 1985)).toBe('some');
    expect(stateOf('birthYear', 1985, undefined, 1995)).toBe('different');
  });

  it('show every value of a side that stands for several tips, and let none of them hide', () => {
    const years = (...values: (number | null)[]) =>
      values.map((birthYear) => tip(birthYear === null ? {} : { birthYear }));
    expect(compareSideBySide([years(null, 1996), years(1988)])).toEqual([
      { field: 'birthYear', values: ['1996', '1988'], state: 'different' },
    ]);
    expect(compareSideBySide([years(1957, 1985, 1957), years(1985)])).toEqual([
      { field: 'birthYear', values: ['1957 · 1985', '1985'], state: 'different' },
    ]);
    expect(compareSideBySide([years(1985, null, 1985), years(1985)])).toMatchObject([{ state: 'equal' }]);
    const greetings = ['Hei!', 'Kom heim!'].map((greeting) => tip({ greeting }));
    expect(compareSideBySide([greetings, []])).toMatchObject([{ values: ['Hei!', null] }]);
  });
});
