/** How two tips agree on one field. `missing`: one of them says nothing, which speaks neither for nor against. */
export interface Levels {
  readonly given:
    | 'missing'
    | 'exact'
    | 'spelling'
    | 'swapped'
    | 'shared'
    | 'variant'
    | 'nickname'
    | 'slip'
    | 'resembling'
    | 'initial'
    | 'shared_but_differs'
    | 'different'
    | 'different_known';
  readonly surname:
    'missing' | 'exact' | 'spelling' | 'swapped' | 'slip' | 'near_known' | 'resembling' | 'different';
  readonly year:
    | 'missing'
    | 'equal'
    | 'one_off'
    | 'two_off'
    | 'three_off'
    | 'figure_slip'
    | 'far'
    | 'generation_slip'
    | 'generation';
  readonly phone: 'missing' | 'equal' | 'one_off' | 'different';
  readonly email: 'missing' | 'equal' | 'one_off' | 'similar' | 'different';
  readonly place:
    | 'missing'
    | 'address'
    | 'address_slip'
    | 'street'
    | 'postcode'
    | 'town'
    | 'near'
    | 'country'
    | 'different';
  readonly home: 'missing' | 'same' | 'different';
}

export type Field = keyof Levels;

export const fields = [
  'given',
  'surname',
  'year',
  'phone',
  'email',
  'place',
  'home',
] as const satisfies readonly Field[];
