import {
  betweenValues,
  type ComparedField,
  comparedFields,
  type FieldComparison,
} from '@savner/contract/people';
import { searchKey } from '../names/display-name.js';
import { norwegianKey } from '../names/norwegian-key.js';
import { readStreet } from './address.js';

type Compared = Readonly<Record<ComparedField, string | number | null>>;

/**
 * Sides field by field, each with every value its tips tell; fields that none of them fills in are left out.
 * @param sides the tips of each, the one that stands for it first
 */
export function compareSideBySide(sides: readonly (readonly Compared[])[]): FieldComparison[] {
  return comparedFields.flatMap((field) => {
    const told = sides.map((tips) => valuesOf(field, tips));
    if (told.every((values) => values.length === 0)) return [];
    const values = told.map((own) => (own.length === 0 ? null : own.join(betweenValues)));
    return [{ field, values, state: stateOf(field, told) }];
  });
}

/** What a tipper says of herself is told once; of whom she tips about, everything counts. */
function valuesOf(field: ComparedField, tips: readonly Compared[]): readonly string[] {
  const isOwn = field === 'relation' || field === 'greeting';
  const told = (isOwn ? tips.slice(0, 1) : tips).map((tip) => textOf(tip[field]));
  return [...new Set(told.filter((text) => text !== null))];
}

function stateOf(field: ComparedField, told: readonly (readonly string[])[]): FieldComparison['state'] {
  const given = told.filter((values) => values.length > 0);
  const all = [...new Set(given.flat())];
  if (given.every((values) => values.length === all.length))
    return given.length === told.length ? 'equal' : 'some';
  const isSpellingOnly = all.every((one, index) =>
    all.slice(index + 1).every((other) => isSpelling(field, one, other)),
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
