import type { Campaign } from '@savner/contract/campaigns';
import { betweenValues, type FieldComparison } from '@savner/contract/people';
import { formatPhone } from '../../lib/format/format.js';
import { municipalityName } from '../../lib/municipalities.js';
import type { Say } from '../../lib/texts/texts.js';
import type { matchTexts } from './texts.js';

/** What each tipper wrote of their own: it differs by nature, and says nothing about who is meant. */
const ownWords: readonly FieldComparison['field'][] = ['relation', 'greeting'];

/** How the values of a field stand to each other, for marking; null where a difference means nothing. */
export function markedState({ field, state }: FieldComparison): FieldComparison['state'] | null {
  return ownWords.includes(field) ? null : state;
}

/** How the values of a field stand to each other, in words. */
export function stateWords(row: FieldComparison, say: Say<typeof matchTexts.nb>): string {
  const { state, values } = row;
  if (markedState(row) === null) return '';
  if (state !== 'some') return say(`state.${state}`);
  if (values.length > 2) return say('state.some');
  return values[0] === null ? say('state.only_right') : say('state.only_left');
}

export function shownValue(
  value: string | null,
  field: FieldComparison['field'],
  municipalities: Campaign['municipalities'],
): string | null {
  if (value === null || (field !== 'municipality' && field !== 'phone')) return value;
  const words = value
    .split(betweenValues)
    .map((one) => (field === 'phone' ? formatPhone(one) : municipalityName(municipalities, one)));
  return words.join(betweenValues);
}

/** What the others of a field are held against: what most have, the first of them on a tie. */
export function commonValue(values: readonly (string | null)[]): string | null {
  const given = values.filter((value) => value !== null);
  const count = (text: string) => given.filter((other) => other === text).length;
  return given.reduce<string | null>(
    (best, value) => (best === null || count(value) > count(best) ? value : best),
    null,
  );
}
