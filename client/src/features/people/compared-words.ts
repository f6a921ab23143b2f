import type { Campaign } from '@savner/contract/campaigns';
import type { FieldComparison } from '@savner/contract/people';
import { municipalityName } from '../../lib/municipalities.js';
import type { Say } from '../../lib/texts/texts.js';
import type { matchTexts } from './texts.js';

/** How the values of a field stand to each other, in words. */
export function stateWords({ state, values }: FieldComparison, say: Say<typeof matchTexts.nb>): string {
  if (state !== 'some') return say(`state.${state}`);
  if (values.length > 2) return say('state.some');
  return values[0] === null ? say('state.only_right') : say('state.only_left');
}

export function shownValue(
  value: string | null,
  field: FieldComparison['field'],
  municipalities: Campaign['municipalities'],
): string | null {
  return value !== null && field === 'municipality' ? municipalityName(municipalities, value) : value;
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
