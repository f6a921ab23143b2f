import {
  compareEmails,
  comparePhones,
  comparePlaces,
  compareYears,
  type PlaceComparison,
} from './compare-contact.js';
import { compareNames } from './compare-names.js';
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
}

/** What bits are reckoned from. */
export interface Scale {
  readonly model: MatchModel;
  readonly population: Population;
}

/** Fellegi-Sunter: prior plus one weight per field; agreement on a common name is worth less than on a rare one. */
export function scorePair(
  a: TipFeatures,
  b: TipFeatures,
  { model, population }: Scale,
  place: PlaceComparison = comparePlaces(a, b),
): PairScore {
  const names = compareNames(a, b);
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
  const bits = priorBits({ model, population }) + fields.reduce((sum, field) => sum + weights[field], 0);
  return { levels, weights, bits, probability: probabilityOf(bits), veto: vetoOf(levels) };
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

function vetoOf(levels: Levels): Veto {
  if (levels.given === 'different_known' || levels.given === 'shared_but_differs') return 'different';
  if (levels.year === 'generation' || levels.year === 'generation_slip') return 'never_automatic';
  if (levels.given === 'different') return 'never_automatic';
  const isReachable = [levels.phone, levels.email].some((level) => level === 'equal' || level === 'one_off');
  const isSameDoor = levels.place === 'address' || levels.place === 'address_slip';
  const isSameAge = levels.year === 'equal' || levels.year === 'one_off';
  const hasSurname = !['missing', 'different'].includes(levels.surname);
  // Two of one household are seldom of one age, and a tip without a first name may be about either.
  if (levels.given === 'missing')
    return isSameAge && hasSurname && (isReachable || isSameDoor) ? 'none' : 'never_automatic';
  if (isReachable) return 'none';
  const isVague = ['initial', 'resembling'].includes(levels.given) || levels.surname === 'resembling';
  if (isVague && !isSameDoor) return 'never_automatic';
  if (!hasSurname) return mayLackSurname(levels, isSameDoor && isSameAge) ? 'none' : 'never_automatic';
  const isFullGiven = levels.given === 'exact' || levels.given === 'spelling';
  if (levels.year === 'figure_slip') return isSameDoor && isFullGiven ? 'none' : 'never_automatic';
  return levels.year === 'far' ? 'never_automatic' : 'none';
}

/** One first name, one age and one door make one person of two surnames: people marry, and write what they remember. */
function mayLackSurname({ given, surname, year, place }: Levels, isOfOneAgeAndDoor: boolean): boolean {
  if (isOfOneAgeAndDoor) return alikeGiven.has(given);
  const isFullGiven = given === 'exact' || given === 'spelling';
  return (
    surname === 'missing' && isFullGiven && year === 'equal' && (place === 'postcode' || place === 'street')
  );
}
