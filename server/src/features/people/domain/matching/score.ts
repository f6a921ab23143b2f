import {
  compareEmails,
  comparePhones,
  comparePlaces,
  compareYears,
  type PlaceComparison,
} from './compare-contact.js';
import { compareNames, type NameComparison } from './compare-names.js';
import type { Population } from './population.js';
import type { TipFeatures } from './features.js';
import { type Field, type Levels, fields } from './levels.js';
import type { MatchModel } from './model.js';

/** `never_automatic`: a human must say it, whatever the score. `different`: two people as far as the names go. */
export type Veto = 'none' | 'never_automatic' | 'different';

export interface PairScore {
  readonly levels: Levels;
  readonly weights: Readonly<Record<Field, number>>;
  /** Log2 odds, prior included. */
  readonly bits: number;
  /** 0-1 */
  readonly probability: number;
  readonly veto: Veto;
  readonly marks: Marks;
}

/** «jr.» and «sr.» behind the names: on one of two, on both and different, or nothing that tells them apart. */
export type Marks = 'none' | 'one' | 'apart';

/** What bits are reckoned from. */
export interface Scale {
  readonly model: MatchModel;
  readonly population: Population;
}

/** What two tips say of names and places, where that has been compared already. */
export interface Compared {
  readonly place: PlaceComparison;
  readonly names: NameComparison;
}

/** Fellegi-Sunter: prior plus one weight per field; agreement on a common name is worth less than on a rare one. */
export function scorePair(
  a: TipFeatures,
  b: TipFeatures,
  { model, population }: Scale,
  { place, names }: Compared = { place: comparePlaces(a, b), names: compareNames(a, b) },
): PairScore {
  const levels: Levels = {
    given: names.given,
    surname: names.surname,
    year: compareYears(a, b),
    phone: comparePhones(a, b),
    email: compareEmails(a, b),
    place: place.level,
    home: compareHomes(a, b),
  };
  const table = model.weights;
  const weights: Record<Field, number> = {
    given: Math.min(table.given[levels.given], ceiling(model, levels.given, names.givenFrequency)),
    surname: Math.min(table.surname[levels.surname], ceiling(model, levels.surname, names.surnameFrequency)),
    year: table.year[levels.year],
    phone: table.phone[levels.phone],
    email: table.email[levels.email],
    place: Math.min(
      table.place[levels.place],
      ceiling(model, levels.place, townShare(place.shared, population)),
    ),
    home: Math.min(
      table.home[levels.home],
      ceiling(model, levels.home, population.homeShare(a.municipality)),
    ),
  };
  const marks = compareMarks(a, b);
  const bits = priorBits({ model, population }) + fields.reduce((sum, field) => sum + weights[field], 0);
  return { levels, weights, bits, probability: probabilityOf(bits), veto: vetoOf(levels, marks), marks };
}

/** Log2 odds that two tips picked at random are about one person. */
export function priorBits({ model, population }: Scale): number {
  return model.prior - Math.log2(population.size);
}

export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

const agreeing = new Set<string>(['exact', 'spelling', 'shared', 'town', 'same']);

/** What agreeing on something so common can be worth. */
function ceiling(model: MatchModel, level: string, share: number): number {
  return agreeing.has(level) && share > 0 ? Math.log2(model.agreement / share) : Number.POSITIVE_INFINITY;
}

/** A misspelt town is as common as the town it stands for. */
function townShare(shared: readonly (readonly [string, string])[], population: Population): number {
  let least = 1;
  for (const [one, other] of shared)
    least = Math.min(least, Math.max(population.placeShare(one), population.placeShare(other)));
  return least;
}

function compareHomes(a: TipFeatures, b: TipFeatures): Levels['home'] {
  if (a.municipality === '' || b.municipality === '') return 'missing';
  return a.municipality === b.municipality ? 'same' : 'different';
}

function compareMarks({ generation: one }: TipFeatures, { generation: other }: TipFeatures): Marks {
  if (one === other) return 'none';
  return one === null || other === null ? 'one' : 'apart';
}

const alikeGiven = new Set<string>([
  'exact',
  'spelling',
  'swapped',
  'shared',
  'variant',
  'nickname',
  'slip',
  'resembling',
]);

/** Two well-known given names, or double names of which one half differs: never one person. */
export function tellPeopleApart({ given }: Pick<Levels, 'given'>): boolean {
  return given === 'different_known' || given === 'shared_but_differs';
}

/** Why two tips are never joined unasked, however much else agrees. */
export type AskingRule =
  | 'generation'
  | 'one_marked'
  | 'given_differs'
  | 'given_missing'
  | 'name_vague'
  | 'surname_missing'
  | 'surname_differs'
  | 'year_slip'
  | 'year_far';

function vetoOf(levels: Levels, marks: Marks): Veto {
  if (tellPeopleApart(levels) || marks === 'apart') return 'different';
  return askingRule({ levels, marks }) === null ? 'none' : 'never_automatic';
}

/** The first rule that leaves the pair to a human; null when none does. */
export function askingRule({ levels, marks }: Pick<PairScore, 'levels' | 'marks'>): AskingRule | null {
  if (levels.year === 'generation' || levels.year === 'generation_slip') return 'generation';
  if (levels.given === 'different') return 'given_differs';
  const isReachable = [levels.phone, levels.email].some((level) => level === 'equal' || level === 'one_off');
  const isSameDoor = levels.place === 'address' || levels.place === 'address_slip';
  const isSameAge = levels.year === 'equal' || levels.year === 'one_off';
  const hasSurname = !['missing', 'different'].includes(levels.surname);
  // Two of one household are seldom of one age, and a tip without a first name may be about either.
  if (levels.given === 'missing')
    return isSameAge && hasSurname && (isReachable || isSameDoor) ? null : 'given_missing';
  if (isReachable) return null;
  if (marks === 'one' && !isSameAge) return 'one_marked';
  const isVague = ['initial', 'resembling'].includes(levels.given) || levels.surname === 'resembling';
  if (isVague && !isSameDoor) return 'name_vague';
  if (!hasSurname) {
    if (mayLackSurname(levels, isSameDoor && isSameAge)) return null;
    return levels.surname === 'missing' ? 'surname_missing' : 'surname_differs';
  }
  const isFullGiven = levels.given === 'exact' || levels.given === 'spelling';
  if (levels.year === 'figure_slip') return isSameDoor && isFullGiven ? null : 'year_slip';
  return levels.year === 'far' ? 'year_far' : null;
}

/** One first name, one age and one door make one person of two surnames: people marry, and write what they remember. */
function mayLackSurname({ given, surname, year, place }: Levels, isOfOneAgeAndDoor: boolean): boolean {
  if (isOfOneAgeAndDoor) return alikeGiven.has(given);
  const isFullGiven = given === 'exact' || given === 'spelling';
  return (
    surname === 'missing' && isFullGiven && year === 'equal' && (place === 'postcode' || place === 'street')
  );
}
