import { type NameToken, isNear, isResembling, isSameName, isSlip, isVariant } from '../names/name-token.js';
import type { TipFeatures } from './features.js';
import type { Levels } from './levels.js';

type Names = Pick<TipFeatures, 'given' | 'nicknames' | 'surnames' | 'members' | 'partners'>;

export interface NameComparison {
  readonly given: Levels['given'];
  readonly surname: Levels['surname'];
  /** Share of people with the given name they agree on; 1 when they agree on none. */
  readonly givenFrequency: number;
  readonly surnameFrequency: number;
}

export function compareNames(a: Names, b: Names): NameComparison {
  const given = compareGiven(a, b);
  const surname = compareSurnames(a.surnames, b.surnames);
  const agree = surname.level === 'exact' || surname.level === 'spelling' || surname.level === 'slip';
  if (!agree && isSwapped(a, b)) {
    return { given: 'swapped', surname: 'swapped', givenFrequency: 0, surnameFrequency: 0 };
  }
  const isPartner = given.level === 'different' && (isPartnerIn(a, b) || isPartnerIn(b, a));
  return {
    given: isPartner ? 'different_known' : given.level,
    surname: surname.level,
    givenFrequency: given.frequency,
    surnameFrequency: surname.frequency,
  };
}

/** Whether `tip` is about the other of the couple that a tip names: then it is not about the first. */
function isPartnerIn({ members, partners }: Names, tip: Names): boolean {
  if (partners === 0) return false;
  const isShe = (one: NameToken, other: NameToken) => isSameName(one, other) || isVariant(one, other);
  return members.slice(0, partners).some((partner) => anyPair(partner.given, tip.given, isShe));
}

interface Found<Level> {
  readonly level: Level;
  readonly frequency: number;
}

function compareGiven(a: Names, b: Names): Found<Levels['given']> {
  const [one, other] = [a.given[0], b.given[0]];
  if (one === undefined || other === undefined) return { level: 'missing', frequency: 1 };
  if (a.given.length === 1 && b.given.length === 1) {
    if (!isSameName(one, other)) return { level: unsharedGiven(a, b), frequency: 1 };
    return { level: one.text === other.text ? 'exact' : 'spelling', frequency: commoner(one, other) };
  }
  return compareSeveralGiven(a, b);
}

function compareSeveralGiven(a: Names, b: Names): Found<Levels['given']> {
  const shared = a.given.flatMap((name) =>
    b.given.filter((other) => isSameName(name, other)).map((other) => ({ name, other })),
  );
  const frequency = Math.min(
    1,
    chancesOf(a.given, b.given) * Math.min(1, ...shared.map(({ name, other }) => commoner(name, other))),
  );
  const restA = a.given.filter((name) => !b.given.some((other) => isSameName(name, other)));
  const restB = b.given.filter((name) => !a.given.some((other) => isSameName(name, other)));
  if (restA.length === 0 && restB.length === 0) {
    const isLetterForLetter = areAllIn(a.given, b.given) && areAllIn(b.given, a.given);
    return { level: isLetterForLetter ? 'exact' : 'spelling', frequency };
  }
  if (joined(a.given) === joined(b.given)) return { level: 'spelling', frequency: rareDouble };
  if (shared.length > 0) {
    const differs =
      restA.length > 0 &&
      restB.length > 0 &&
      !restA.some((name) => restB.some((other) => isAkin(name, other)));
    return { level: differs ? 'shared_but_differs' : 'shared', frequency };
  }
  return { level: unsharedGiven(a, b), frequency: 1 };
}

function areAllIn(names: readonly NameToken[], others: readonly NameToken[]): boolean {
  return names.every(({ text }) => others.some((other) => other.text === text));
}

/** The more names two people have, the likelier that one of them is the same by chance. */
function chancesOf(a: readonly NameToken[], b: readonly NameToken[]): number {
  return a.length * b.length;
}

/** A misspelt name is as common as the one it stands for. */
function commoner(one: NameToken, other: NameToken): number {
  return Math.max(one.frequency, other.frequency);
}

function unsharedGiven(a: Names, b: Names): Levels['given'] {
  if (anyPair(a.given, b.given, isVariant)) return 'variant';
  if (anyPair(a.nicknames, b.given, isCalled) || anyPair(b.nicknames, a.given, isCalled)) return 'nickname';
  if (anyPair(a.given, b.given, isSlip)) return 'slip';
  if (anyPair(a.given, b.given, isInitial)) return 'initial';
  if (anyPair(a.given, b.given, isResembling)) return 'resembling';
  const bothKnown = a.given.some((name) => name.known) && b.given.some((name) => name.known);
  return bothKnown ? 'different_known' : 'different';
}

function compareSurnames(a: readonly NameToken[], b: readonly NameToken[]): Found<Levels['surname']> {
  if (a.length === 0 || b.length === 0) return { level: 'missing', frequency: 1 };
  let isSpelling = false;
  let isExact = false;
  let frequency = 1;
  for (const one of a) {
    for (const other of b) {
      if (!isSameName(one, other)) continue;
      isSpelling = true;
      isExact ||= one.text === other.text;
      frequency = Math.min(frequency, commoner(one, other));
    }
  }
  if (isSpelling)
    return { level: isExact ? 'exact' : 'spelling', frequency: Math.min(1, chancesOf(a, b) * frequency) };
  return { level: unsharedSurname(a, b), frequency: 1 };
}

function unsharedSurname(a: readonly NameToken[], b: readonly NameToken[]): Levels['surname'] {
  if (anyPair(a, b, isSlip)) return 'slip';
  if (anyPair(a, b, isNear)) return 'near_known';
  return anyPair(a, b, isResembling) ? 'resembling' : 'different';
}

function isSwapped(a: Names, b: Names): boolean {
  return (
    (anyPair(a.given, b.surnames, isSameName) && anyPair(a.surnames, b.given, isAlike)) ||
    (anyPair(a.given, b.surnames, isAlike) && anyPair(a.surnames, b.given, isSameName))
  );
}

function isAlike(a: NameToken, b: NameToken): boolean {
  return isSameName(a, b) || isNear(a, b);
}

function isCalled(nickname: NameToken, given: NameToken): boolean {
  return isSameName(nickname, given) || isVariant(nickname, given);
}

function isAkin(a: NameToken, b: NameToken): boolean {
  return isVariant(a, b) || isSlip(a, b) || isInitial(a, b);
}

/** «Kr.» for Kristian, «K» for Kari. */
function isInitial(a: NameToken, b: NameToken): boolean {
  const [short, long] = a.text.length <= b.text.length ? [a, b] : [b, a];
  return short.text.length <= 2 && !short.known && long.text.startsWith(short.text);
}

function anyPair(
  a: readonly NameToken[],
  b: readonly NameToken[],
  holds: (one: NameToken, other: NameToken) => boolean,
): boolean {
  for (const one of a) for (const other of b) if (holds(one, other)) return true;
  return false;
}

function joined(names: readonly NameToken[]): string {
  return names.map((name) => name.key).join('');
}

const rareDouble = 0.0005;
