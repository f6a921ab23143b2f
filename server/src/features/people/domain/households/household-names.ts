import { isSameName } from '../names/name-token.js';
import type { NamedPerson } from '../names/tip-names.js';
import { fullName, jointName, tidyName } from '../names/display-name.js';
import { type RecordedFact, factsOf } from './household-fact.js';
import type { MergedTip } from './merged-tip.js';
import { type Sourced, fromFact, fromTip, gather } from './sourced.js';

export interface PersonName {
  readonly given: string;
  readonly surname: string;
}

export interface HouseholdPerson extends PersonName {
  readonly id: string;
  readonly birthYear: number | null;
  readonly tipIds: readonly string[];
}

/** The persons of a household, in the order they were first tipped; each with the spelling most tippers use. */
export function householdPersons(tips: readonly MergedTip[]): HouseholdPerson[] {
  const ids = [...new Set(tips.map((tip) => tip.personId).filter((id) => id !== null))];
  return ids.map((id) => {
    const own = tips.filter((tip) => tip.personId === id);
    return {
      id,
      given: mostWritten(own, (tip) => tip.features.written.given, isKnownSpelling),
      surname: mostWritten(
        own,
        (tip) => tip.features.written.surname,
        () => 0,
      ),
      birthYear:
        gather(
          own
            .filter((tip) => tip.birthYear !== null)
            .map((tip) => ({ key: String(tip.birthYear), value: tip.birthYear, source: fromTip(tip) })),
        )[0]?.value ?? null,
      tipIds: own.map((tip) => tip.id),
    };
  });
}

/** Who the card is addressed to: the persons, and the other half of a couple's tip. */
export function namesOnCard(
  tips: readonly MergedTip[],
  persons: readonly HouseholdPerson[],
  facts: readonly RecordedFact[],
): PersonName[] {
  const byHand = factsOf(facts, 'names_on_card')[0];
  if (byHand) return byHand.fact.names.map((name) => ({ given: name, surname: '' }));
  const partners = tips
    .filter((tip) => tip.features.isCouple)
    .flatMap((tip) => tip.features.members.slice(0, tip.features.partners))
    .filter(
      (partner, index, all) =>
        !isAmong(partner, tips) && all.findIndex((other) => isOne(other, partner)) === index,
    )
    .map((partner) => ({
      given: tidyName(partner.written.given),
      surname: tidyName(partner.written.surname) || (persons[0]?.surname ?? ''),
    }));
  return [...persons.map(({ given, surname }) => ({ given, surname })), ...partners];
}

/** «Kari og Ola Haugen»; «Familien Haugen» where nobody is named. */
export function displayName(
  tips: readonly MergedTip[],
  onCard: readonly PersonName[],
  facts: readonly RecordedFact[],
): string {
  const byHand = factsOf(facts, 'prefer_name')[0];
  if (byHand) return byHand.fact.name;
  if (onCard.length > 0 && onCard.length <= 4) return jointName(onCard);
  const surname =
    onCard[0]?.surname ||
    mostWritten(
      tips,
      (tip) => tip.features.written.surname,
      () => 0,
    );
  return surname === '' ? '' : `Familien ${surname}`;
}

/** Every way the names were written, with the tips they stand in. */
export function writtenNames(tips: readonly MergedTip[], facts: readonly RecordedFact[]): Sourced<string>[] {
  const inTips = tips.map((tip) => {
    const name = fullName({ given: tip.firstNames?.trim() ?? '', surname: tip.lastName?.trim() ?? '' });
    return { key: name, value: name, source: fromTip(tip) };
  });
  const byHand = factsOf(facts, 'prefer_name').map((recorded) => ({
    key: recorded.fact.name,
    value: recorded.fact.name,
    source: fromFact(recorded),
  }));
  return gather([...inTips, ...byHand].filter(({ value }) => value !== ''));
}

function mostWritten(
  tips: readonly MergedTip[],
  read: (tip: MergedTip) => string,
  worth: (text: string, tips: readonly MergedTip[]) => number,
): string {
  const written = tips.map((tip) => ({
    key: tidyName(read(tip)),
    value: tidyName(read(tip)),
    source: fromTip(tip),
  }));
  return (
    gather(
      written.filter(({ value }) => value !== ''),
      (text) => worth(text, tips),
    )[0]?.value ?? ''
  );
}

/** A name that is in the lists is likelier to be spelt right than one that is not. */
function isKnownSpelling(text: string, tips: readonly MergedTip[]): number {
  const tip = tips.find((candidate) => tidyName(candidate.features.written.given) === text);
  return tip?.features.given.every((name) => name.known) ? 1 : 0;
}

function isAmong(partner: NamedPerson, tips: readonly MergedTip[]): boolean {
  return tips.some((tip) =>
    tip.features.given.some((name) => partner.given.some((other) => isSameName(name, other))),
  );
}

function isOne(a: NamedPerson, b: NamedPerson): boolean {
  return a.given.some((name) => b.given.some((other) => isSameName(name, other)));
}
