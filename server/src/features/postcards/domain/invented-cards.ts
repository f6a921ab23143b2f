/** One card as it is given on the command line. */
export interface CardRow {
  readonly names: readonly string[];
  readonly street: string;
  readonly postcode: string;
  readonly place: string;
  readonly country: string;
  /** Four-digit number of the municipality that misses them. */
  readonly municipality: string;
  readonly mayor: string;
  readonly callingFrom: string;
  /** What to do about a row that cannot be read; empty for one that can. */
  readonly fault: string;
}

/** Cards by row, read as they are needed: a hundred thousand need not be there at once. */
export interface CardRows {
  readonly count: number;
  /** @param index from 0 */
  at(index: number): CardRow;
}

const given = [
  'Marit',
  'Åsmund',
  'Ingrid',
  'Øystein',
  'Sæunn',
  'Láilá',
  'Per Erik',
  'Solveig',
  'Jon',
  'Märta',
  'Gaebpie',
];
const family = ['Eksempel', 'Prøvestad', 'Oppdiktet', 'Dømesmo', 'Testlien', 'Påfunnseth', 'Ingenvold'];
const streets = ['Prøvegata', 'Dømesvegen', 'Eksempelstien', 'Øvre Testberg', 'Oppdiktetveien'];
const towns = [
  ['7030', 'Trondheim'],
  ['0575', 'Oslo'],
  ['5003', 'Bergen'],
  ['2406', 'Elverum'],
  ['9008', 'Tromsø'],
] as const;

/** Cards to people who do not exist, the same ones for the same number: for trying out templates and print houses. */
export function inventedCards(count: number, municipalities: readonly string[]): CardRows {
  return { count, at: (index) => inventedCard(index, municipalities) };
}

function inventedCard(index: number, municipalities: readonly string[]): CardRow {
  const [postcode, place] = pick(towns, index, 1);
  const surname = pick(family, index, 3);
  const first = `${pick(given, index, 1)} ${surname}`;
  const second = `${pick(given, index, 5)} ${surname}`;
  return {
    names: index % 3 === 0 ? [first, second] : [first],
    street: `${pick(streets, index, 2)} ${1 + (index % 97)}`,
    postcode,
    place,
    country: '',
    municipality: pick(municipalities, index, 1),
    mayor: 'Ordfører Prøvestad',
    callingFrom: '00 00 00 00',
    fault: '',
  };
}

function pick<Value>(values: readonly Value[], index: number, step: number): Value {
  const value = values[(index * step + Math.floor(index / values.length)) % values.length];
  if (value === undefined) throw new RangeError('There is nothing to pick from');
  return value;
}
