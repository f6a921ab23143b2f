import { type ComparedField, comparedFields, type FieldComparison } from '@savner/contract/people';
import { searchKey } from '../names/display-name.js';
import { norwegianKey } from '../names/norwegian-key.js';
import { readStreet } from './address.js';

type Compared = Readonly<Record<ComparedField, string | number | null>>;

/** Two tips field by field; fields that neither fills in are left out. */
export function compareSideBySide(a: Compared, b: Compared): FieldComparison[] {
  return comparedFields
    .map((field) => ({ field, left: textOf(a[field]), right: textOf(b[field]) }))
    .filter(({ left, right }) => left !== null || right !== null)
    .map((row) => ({ ...row, state: stateOf(row.field, row.left, row.right) }));
}

function stateOf(field: ComparedField, left: string | null, right: string | null): FieldComparison['state'] {
  if (left === null) return 'only_right';
  if (right === null) return 'only_left';
  if (left === right) return 'equal';
  return isSpelling(field, left, right) ? 'similar' : 'different';
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
