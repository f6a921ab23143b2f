import { isSameName } from '../names/name-token.js';
import type { NamedPerson } from '../names/tip-names.js';
import { fullName, jointName, tidyName } from '../names/display-name.js';
import { choiceOf, factsOf, type RecordedFact } from './household-fact.js';
import type { MergedTip } from './merged-tip.js';
import { choiceAmong, fromFact, fromTip, gather, type Source, type Sourced } from './sourced.js';

export interface PersonName {
  readonly given: string;
  readonly surname: string;
}

export interface HouseholdPerson extends PersonName {
  readonly id: string;
  readonly birthYear: number | null;
  readonly tipIds: readonly string[];
  /** Every spelling and every year told, the one in use first. */
  readonly names: readonly Sourced<PersonName>[];
  readonly birthYears: readonly Sourced<number>[];
}

/** The persons of a household, in the order they were first tipped; each with the spelling most tippers use. */
export function householdPersons(
  tips: readonly MergedTip[],
  facts: readonly RecordedFact[],
): HouseholdPerson[] {
  const ids = [...new Set(tips.map((tip) => tip.personId).filter((id) => id !== null))];
  return ids.map((id) => {
    const own = tips.filter((tip) => tip.personId === id);
    const about = facts.filter(({ tipId }) => own.some((tip) => tip.id === tipId));
    const names = personNames(own, about);
    const birthYears = gatherBirthYears(own, about);
    return {
      id,
      given: names[0]?.value.given ?? '',
      surname: names[0]?.value.surname ?? '',
      birthYear: birthYears[0]?.value ?? null,
      tipIds: own.map((tip) => tip.id),
      names,
      birthYears,
    };
  });
}

/** The rules take given name and surname each where most wrote it so, which may be a whole that nobody wrote. */
function personNames(own: readonly MergedTip[], facts: readonly RecordedFact[]): Sourced<PersonName>[] {
  const automatic: PersonName = {
    given: mostWritten(own, (tip) => tip.features.written.given, isKnownSpelling),
    surname: mostWritten(
      own,
      (tip) => tip.features.written.surname,
      () => 0,
    ),
  };
  const inTips = own.map((tip) => observedName(writtenName(tip), fromTip(tip)));
  const byHand = factsOf(facts, 'prefer_person_name').map((recorded) =>
    observedName(recorded.fact, fromFact(recorded)),
  );
  return withAutomatic(gather([...inTips, ...byHand]), observedName(automatic, null));
}

export function writtenName({ features: { written } }: MergedTip): PersonName {
  return { given: tidyName(written.given), surname: tidyName(written.surname) };
}

function gatherBirthYears(own: readonly MergedTip[], facts: readonly RecordedFact[]): Sourced<number>[] {
  const inTips = own.flatMap((tip) =>
    tip.birthYear === null
      ? []
      : [{ key: String(tip.birthYear), value: tip.birthYear, source: fromTip(tip) }],
  );
  const byHand = factsOf(facts, 'prefer_birth_year').map((recorded) => ({
    key: String(recorded.fact.birthYear),
    value: recorded.fact.birthYear,
    source: fromFact(recorded),
  }));
  return gather([...inTips, ...byHand]);
}

function observedName<S extends Source | null>({ given, surname }: PersonName, source: S) {
  return { key: `${given}|${surname}`, value: { given, surname }, source };
}

/** Who the card is addressed to: the persons, and the other half of a couple's tip. */
export function namesOnCard(
  tips: readonly MergedTip[],
  persons: readonly HouseholdPerson[],
  facts: readonly RecordedFact[],
): PersonName[] {
  const byHand = choiceOf(facts, 'names_on_card');
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
  const byHand = choiceOf(facts, 'prefer_name');
  return byHand ? byHand.fact.name : automaticName(tips, onCard);
}

function automaticName(tips: readonly MergedTip[], onCard: readonly PersonName[]): string {
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

/** What the household may be called in lists: every way the names were written, and what the rules make of them. */
export function writtenNames(
  tips: readonly MergedTip[],
  facts: readonly RecordedFact[],
  onCard: readonly PersonName[],
): Sourced<string>[] {
  const inTips = tips.map((tip) => {
    const name = fullName({ given: tip.firstNames?.trim() ?? '', surname: tip.lastName?.trim() ?? '' });
    return { key: name, value: name, source: fromTip(tip) };
  });
  const byHand = factsOf(facts, 'prefer_name').map((recorded) => ({
    key: recorded.fact.name,
    value: recorded.fact.name,
    source: fromFact(recorded),
  }));
  const automatic = automaticName(tips, onCard);
  const named = gather([...inTips, ...byHand].filter(({ value }) => value !== ''));
  return automatic === '' ? named : withAutomatic(named, { key: automatic, value: automatic });
}

/** The lines the card has borne or would bear: by hand, and as the rules put them. */
export function linesOnCard(
  tips: readonly MergedTip[],
  persons: readonly HouseholdPerson[],
  facts: readonly RecordedFact[],
): Sourced<readonly string[]>[] {
  const byHand = factsOf(facts, 'names_on_card').map((recorded) => ({
    key: recorded.fact.names.join('\n'),
    value: recorded.fact.names,
    source: fromFact(recorded),
  }));
  const automatic = namesOnCard(tips, persons, []).map(fullName);
  return withAutomatic(gather<readonly string[]>(byHand), { key: automatic.join('\n'), value: automatic });
}

/** Marks the value the rules make, and adds it where nobody wrote it just so. Without a choice it comes first. */
function withAutomatic<Value>(
  told: readonly Sourced<Value>[],
  automatic: { readonly key: string; readonly value: Value },
): Sourced<Value>[] {
  const marked = told.map((one) => ({ ...one, isAutomatic: one.key === automatic.key }));
  const own: Sourced<Value> = marked.find((one) => one.isAutomatic) ?? {
    ...automatic,
    sources: [],
    isAutomatic: true,
  };
  const others = marked.filter((one) => !one.isAutomatic);
  const chosen = others.filter((one) => choiceAmong(one.sources) !== null);
  const isOwnFirst =
    chosen.length === 0 || isLater(choiceAmong(own.sources), choiceAmong(chosen[0]?.sources ?? []));
  return isOwnFirst ? [own, ...others] : [...chosen, own, ...others.filter((one) => !chosen.includes(one))];
}

function isLater(one: Source | null, other: Source | null): boolean {
  return (one?.at.getTime() ?? -1) > (other?.at.getTime() ?? -1);
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
