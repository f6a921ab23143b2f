import { Dice } from '../../platform/dice.js';
import { type Home, type InventedHousehold, InventedPeople, type InventedPerson } from './invented-people.js';
import { slip, writtenName } from './slips.js';

/** The columns of the tips format that matching reads, in order. */
export const generatedColumns = [
  'tip_id',
  'municipality',
  'first_names',
  'last_name',
  'former_name',
  'nickname',
  'birth_year',
  'phone',
  'email',
  'street',
  'postcode',
  'place',
  'country',
  'others_in_household',
] as const;

export interface GeneratedTip {
  readonly values: Readonly<Record<(typeof generatedColumns)[number], string>>;
  /** Whom it is about, first named first; empty where a family is named. */
  readonly persons: readonly number[];
  readonly household: number;
}

/**
 * Invents tips as residents write them: pet names, former names, misspellings, wrong years, old addresses, couples in
 * one tip, people missed by two municipalities. The same seed gives the same tips. Shares of filled-in fields are
 * those of a real campaign's form as far as they are known (a year in half of the tips, a phone in two of five).
 * @param count tips in all
 */
export function* generateTips(count: number, seed: number): Generator<GeneratedTip> {
  const dice = new Dice(seed);
  const invented = new InventedPeople(dice, Math.max(8, Math.min(357, Math.round(count / 300))));
  const shuffled = new Shuffle(dice);
  let [made, told] = [0, 0];
  while (made < count) {
    const tips = tipsAbout(invented.household(), dice).slice(0, count - made);
    for (const tip of tips) {
      made += 1;
      const out = shuffled.swap(tip);
      if (out) yield numbered(out, (told += 1));
    }
  }
  for (const tip of shuffled.rest()) yield numbered(tip, (told += 1));
}

function numbered(tip: GeneratedTip, number: number): GeneratedTip {
  return { ...tip, values: { ...tip.values, tip_id: `G${String(number).padStart(7, '0')}` } };
}

/** Tips about one household do not arrive together: each waits among some thousands for its turn. */
class Shuffle {
  readonly #waiting: GeneratedTip[] = [];

  constructor(private readonly dice: Dice) {}

  swap(tip: GeneratedTip): GeneratedTip | null {
    if (this.#waiting.length < 5_000) {
      this.#waiting.push(tip);
      return null;
    }
    const at = this.dice.below(this.#waiting.length);
    const out = this.#waiting[at] ?? null;
    this.#waiting[at] = tip;
    return out;
  }

  *rest(): Generator<GeneratedTip> {
    yield* this.#waiting;
  }
}

function tipsAbout(household: InventedHousehold, dice: Dice): GeneratedTip[] {
  const [head, ...others] = household.people;
  if (!head) return [];
  const missed = [head, ...others.filter(() => dice.chance(0.12))];
  return missed.flatMap((person) => {
    const times = dice.weighted([
      [1, 66],
      [2, 19],
      [3, 8],
      [4, 4],
      [6, 2],
      [9, 1],
    ]);
    return Array.from({ length: times }, () => tipAbout(person, household, dice));
  });
}

function tipAbout(person: InventedPerson, household: InventedHousehold, dice: Dice): GeneratedTip {
  const partner = household.people.find((other) => other !== person);
  if (dice.chance(0.008)) return familyTip(person, household, dice);
  const isCouple = partner !== undefined && dice.chance(0.22);
  const named = isCouple ? [person, partner] : [person];
  const home = dice.chance(0.07) ? household.formerHome : household.home;
  const phoneOf = partner && dice.chance(0.04) ? partner : person;
  const [given, surname] = names(named, dice);
  const swaps = dice.chance(0.012);
  return {
    persons: named.map(({ id }) => id),
    household: household.id,
    values: {
      tip_id: '',
      municipality: dice.chance(0.03) ? neighbouring(household.municipality, dice) : household.municipality,
      first_names: swaps ? surname : given,
      last_name: swaps ? given : surname,
      former_name: person.former && dice.chance(0.35) ? person.former : '',
      nickname: person.nickname && dice.chance(0.25) ? person.nickname : '',
      birth_year: dice.chance(0.5) ? writtenYear(person.birthYear, dice) : '',
      phone: dice.chance(0.42) ? writtenPhone(phoneOf.phone, dice) : '',
      email: dice.chance(0.11) ? writtenEmail(person.email, dice) : '',
      ...writtenHome(home, dice),
      country: dice.chance(0.05) ? 'Norge' : '',
      others_in_household: partner && !isCouple && dice.chance(0.4) ? declared(partner, dice) : '',
    },
  };
}

function familyTip(person: InventedPerson, household: InventedHousehold, dice: Dice): GeneratedTip {
  return {
    persons: [],
    household: household.id,
    values: {
      tip_id: '',
      municipality: household.municipality,
      first_names: 'Familien',
      last_name: writtenName(person.surnames.at(-1) ?? '', dice),
      former_name: '',
      nickname: '',
      birth_year: '',
      phone: '',
      email: '',
      ...writtenHome(household.home, dice),
      country: '',
      others_in_household: '',
    },
  };
}

function names(people: readonly InventedPerson[], dice: Dice): [string, string] {
  const joint = dice.pick([' og ', ' & ', ' + ']);
  const given = people.map((person) => writtenGiven(person, dice)).join(joint);
  const surnames = people.map((person) => writtenSurname(person, dice));
  return [given, new Set(surnames).size === 1 ? (surnames[0] ?? '') : surnames.join(' og ')];
}

function writtenGiven({ given, nickname }: InventedPerson, dice: Dice): string {
  const [first = '', second] = given;
  if (nickname !== null && dice.chance(0.14)) return writtenName(nickname, dice);
  if (second === undefined) return writtenName(first, dice);
  const kept = dice.weighted([
    ['both', 55],
    ['hyphen', 12],
    ['first', 28],
    ['initial', 5],
  ] as const);
  switch (kept) {
    case 'first':
      return writtenName(first, dice);
    case 'initial':
      return `${writtenName(first, dice)} ${second.slice(0, 1)}.`;
    case 'both':
    case 'hyphen':
      return `${writtenName(first, dice)}${kept === 'hyphen' ? '-' : ' '}${writtenName(second, dice)}`;
  }
}

function writtenSurname({ surnames, former }: InventedPerson, dice: Dice): string {
  if (former !== null && dice.chance(0.12)) return writtenName(former, dice);
  if (surnames.length === 1) return writtenName(surnames[0] ?? '', dice);
  const kept = dice.weighted([
    ['both', 60],
    ['hyphen', 15],
    ['last', 20],
    ['first', 5],
  ] as const);
  if (kept === 'last' || kept === 'first') return writtenName(surnames[kept === 'last' ? 1 : 0] ?? '', dice);
  return surnames.map((name) => writtenName(name, dice)).join(kept === 'hyphen' ? '-' : ' ');
}

/** People guess ages: a year or two off is common, and now and then two figures are swapped. */
function writtenYear(year: number, dice: Dice): string {
  const off = dice.weighted([
    [0, 74],
    [1, 12],
    [-1, 5],
    [2, 4],
    [-2, 2],
    [3, 1.2],
    [5, 0.8],
    [10, 0.5],
    [-10, 0.5],
  ]);
  return String(year + off);
}

function writtenPhone(phone: string, dice: Dice): string {
  const digits = dice.chance(0.03) ? wrongDigit(phone, dice) : phone;
  return dice.weighted([
    [digits, 40],
    [digits.replace(/^(\d{3})(\d\d)(\d{3})$/, '$1 $2 $3'), 25],
    [digits.replace(/(\d\d)(?=\d)/g, '$1 '), 15],
    [`+47${digits}`, 12],
    [`0047 ${digits}`, 3],
    [`+47 ${digits.replace(/^(\d{3})(\d\d)(\d{3})$/, '$1 $2 $3')}`, 5],
  ]);
}

function wrongDigit(digits: string, dice: Dice): string {
  const at = 1 + dice.below(digits.length - 2);
  return dice.chance(0.5)
    ? digits.slice(0, at) + String(dice.below(10)) + digits.slice(at + 1)
    : digits.slice(0, at) + digits.slice(at + 1, at + 2) + digits.slice(at, at + 1) + digits.slice(at + 2);
}

function writtenEmail(email: string, dice: Dice): string {
  return dice.chance(0.03) ? slip(email.slice(0, -6), dice) + email.slice(-6) : email;
}

function writtenHome(home: Home, dice: Dice): { street: string; postcode: string; place: string } {
  const knowsStreet = dice.chance(0.31);
  const place = dice.chance(0.92) ? writtenPlace(home.place, dice) : '';
  return {
    street: knowsStreet ? writtenStreet(home, dice) : '',
    postcode: dice.chance(knowsStreet ? 0.7 : 0.1) ? home.postcode : '',
    place,
  };
}

function writtenPlace(place: string, dice: Dice): string {
  return dice.weighted([
    [place, 86],
    [place.toUpperCase(), 4],
    [place.toLowerCase(), 4],
    [slip(place, dice), 4],
    [`${place} sentrum`, 2],
  ]);
}

function writtenStreet({ street, number, letter }: Home, dice: Dice): string {
  if (dice.chance(0.06)) return street;
  const shortened = street
    .replace(/(?:veien|vegen)$/, dice.pick(['veien', 'vegen', 'vn.', 'v.', 'vei']))
    .replace(/(?:gata|gate)$/, dice.pick(['gata', 'gate', 'gt.', 'gaten']));
  const name = dice.chance(0.3) ? shortened : dice.chance(0.04) ? slip(street, dice) : street;
  const withLetter = letter === '' ? '' : dice.pick([letter, ` ${letter}`, letter.toLowerCase(), '']);
  return `${name} ${number}${withLetter}`;
}

function declared(partner: InventedPerson, dice: Dice): string {
  const [first = ''] = partner.given;
  const full = `${first} ${partner.surnames.join(' ')}`;
  return dice.weighted([
    [`${first} (samboer)`, 3],
    [`gift med ${full}`, 3],
    [full, 2],
    [`${partner.sex === 'm' ? 'mannen' : 'kona'} ${first} og to unger`, 2],
    ['mann/kone og barn', 1],
    ['to barn', 1],
  ]);
}

function neighbouring(municipality: string, dice: Dice): string {
  return String(Math.max(1100, Number(municipality) + dice.pick([12, -12])));
}
