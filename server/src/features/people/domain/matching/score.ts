import { compareEmails, comparePhones, comparePlaces, compareYears } from './compare-contact.js';
import { compareNames } from './compare-names.js';
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

/** Fellegi-Sunter: prior plus one weight per field; agreement on a common name is worth less than on a rare one. */
export function scorePair(a: TipFeatures, b: TipFeatures, model: MatchModel): PairScore {
  const names = compareNames(a, b);
  const levels: Levels = {
    given: names.given,
    surname: names.surname,
    year: compareYears(a, b),
    phone: comparePhones(a, b),
    email: compareEmails(a, b),
    place: comparePlaces(a, b),
    home: a.municipality === b.municipality ? 'same' : 'different',
  };
  const table = model.weights;
  const weights: Record<Field, number> = {
    given: Math.min(table.given[levels.given], ceiling(names.givenFrequency, levels.given, model)),
    surname: Math.min(table.surname[levels.surname], ceiling(names.surnameFrequency, levels.surname, model)),
    year: table.year[levels.year],
    phone: table.phone[levels.phone],
    email: table.email[levels.email],
    place: table.place[levels.place],
    home: table.home[levels.home],
  };
  const bits = model.prior + fields.reduce((sum, field) => sum + weights[field], 0);
  return { levels, weights, bits, probability: probabilityOf(bits), veto: vetoOf(levels) };
}

export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

const agreeing = new Set<string>(['exact', 'spelling', 'shared']);

function ceiling(frequency: number, level: string, model: MatchModel): number {
  return agreeing.has(level) && frequency > 0
    ? Math.log2(model.agreement / frequency)
    : Number.POSITIVE_INFINITY;
}

function vetoOf(levels: Levels): Veto {
  if (levels.given === 'different_known' || levels.given === 'shared_but_differs') return 'different';
  if (levels.year === 'generation') return 'never_automatic';
  const reachable = [levels.phone, levels.email].some((level) => level === 'equal' || level === 'one_off');
  if (reachable)
    return levels.given === 'different' || levels.given === 'missing' ? 'never_automatic' : 'none';
  const weakGiven = ['missing', 'different', 'initial'].includes(levels.given);
  const noSurname = ['missing', 'different', 'near_known'].includes(levels.surname);
  return weakGiven || noSurname || levels.year === 'far' ? 'never_automatic' : 'none';
}
