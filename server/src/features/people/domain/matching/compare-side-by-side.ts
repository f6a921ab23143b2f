import { type ComparedField, comparedFields, type FieldComparison } from '@savner/contract/people';
import { searchKey } from '../names/display-name.js';
import { norwegianKey } from '../names/norwegian-key.js';
import { readStreet } from './address.js';

type Compared = Readonly<Record<ComparedField, string | number | null>>;

/** Tips field by field; fields that none of them fills in are left out. */
export function compareSideBySide(tips: readonly Compared[]): FieldComparison[] {
  return comparedFields
    .map((field) => ({ field, values: tips.map((tip) => textOf(tip[field])) }))
    .filter(({ values }) => values.some((value) => value !== null))
    .map((row) => ({ ...row, state: stateOf(row.field, row.values) }));
}

function stateOf(field: ComparedField, values: readonly (string | null)[]): FieldComparison['state'] {
  const given = values.filter((value) => value !== null);
  const [first = '', ...others] = given;
  if (others.every((value) => value === first)) return given.length === values.length ? 'equal' : 'some';
  const isSpellingOnly = given.every((one, index) =>
    given.slice(index + 1).every((other) => one === other || isSpelling(field, one, other)),
  );
  return isSpellingOnly ? 'similar' : 'different';
}

function isSpelling(field: ComparedField, left: string, right: string): boolean {
  switch (field) {
    case 'firstNames':
    case 'lastName':
    case 'formerName':
    case 'nickname':
    case 'place':
      return norwegianKey(left) === norwegianKey(right) || searchKey(left) === searchKey(right);
    case 'street':
      return (
        readStreet(left) !== null && JSON.stringify(readStreet(left)) === JSON.stringify(readStreet(right))
      );
    case 'birthYear':
      return Math.abs(Number(left) - Number(right)) <= 2;
    case 'municipality':
    case 'phone':
    case 'email':
    case 'postcode':
    case 'country':
    case 'othersInHousehold':
    case 'relation':
    case 'greeting':
      return searchKey(left) === searchKey(right);
  }
}

function textOf(value: string | number | null): string | null {
  const text = value === null ? '' : String(value).trim();
  return text === '' ? null : text;
}
