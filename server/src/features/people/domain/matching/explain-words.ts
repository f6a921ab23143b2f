import type { Language } from '@savner/contract/common';
import type { HouseholdLink } from './household-link.js';
import type { Levels } from './levels.js';
import type { AskingRule } from './score.js';

type Pair = (a: string, b: string) => string;

/** What is said of each field at each level; empty where the level says nothing. */
export interface ExplainWords {
  readonly given: Readonly<Record<Levels['given'], Pair>>;
  readonly surname: Readonly<Record<Levels['surname'], Pair>>;
  /** Two surnames with one in common. */
  readonly sharedSurname: Pair;
  readonly sameYear: (year: number) => string;
  readonly yearsApart: (years: number) => string;
  readonly phone: Readonly<Record<Levels['phone'], string>>;
  readonly email: Readonly<Record<Levels['email'], string>>;
  readonly place: Readonly<Record<Levels['place'], string>>;
  readonly home: Readonly<Record<Levels['home'], string>>;
  readonly household: Readonly<Record<HouseholdReason, string>>;
  /** Why a human is asked about two that agree nearly wholly; goes on from «Vi spør fordi». */
  readonly asking: Readonly<Record<AskingReason, string>>;
}

/**
 * `others`: no rule of the pair itself, but what other tips about either of them say. `answered`: somebody said no, and a
 * tip has changed since.
 */
export type AskingReason = AskingRule | 'others' | 'answered';

export type HouseholdReason = 'apart' | 'none' | Extract<HouseholdLink, { because: string }>['because'];

const nothing = () => '';

const nb: ExplainWords = {
  given: {
    missing: nothing,
    exact: (a) => `samme fornavn ${a}`,
    spelling: (a, b) => `fornavn ${a} ≈ ${b}`,
    swapped: () => 'fornavn og etternavn byttet om',
    shared: (a, b) => `fornavn ${a} og ${b} har ett navn felles`,
    variant: (a, b) => `fornavn ${a} kan være ${b}`,
    nickname: (a, b) => `kallenavnet passer: ${a} / ${b}`,
    slip: (a, b) => `fornavn ${a} likner ${b} (skrivefeil?)`,
    resembling: (a, b) => `fornavn ${a} minner om ${b}`,
    initial: (a, b) => `forbokstaven passer: ${a} / ${b}`,
    shared_but_differs: (a, b) => `ulike fornavn ${a} / ${b}`,
    different: (a, b) => `ulike fornavn ${a} / ${b}`,
    different_known: (a, b) => `ulike fornavn ${a} / ${b}`,
  },
  surname: {
    missing: nothing,
    swapped: nothing,
    exact: (a) => `samme etternavn ${a}`,
    spelling: (a, b) => `etternavn ${a} ≈ ${b}`,
    slip: (a, b) => `etternavn ${a} likner ${b} (skrivefeil?)`,
    near_known: (a, b) => `etternavn ${a} likner ${b}, men begge er vanlige`,
    resembling: (a, b) => `etternavn ${a} minner om ${b}`,
    different: (a, b) => `ulike etternavn ${a} / ${b}`,
  },
  sharedSurname: (a, b) => `etternavn felles i ${a} / ${b}`,
  sameYear: (year) => `samme fødselsår ${year}`,
  yearsApart: (years) => `fødselsår ${years} fra hverandre`,
  phone: {
    missing: '',
    equal: 'samme telefon',
    one_off: 'telefon ett siffer fra',
    different: 'ulik telefon',
  },
  email: {
    missing: '',
    equal: 'samme e-post',
    one_off: 'e-post ett tegn fra',
    similar: 'e-post som likner',
    different: 'ulik e-post',
  },
  place: {
    missing: '',
    address: 'samme adresse',
    address_slip: 'nesten samme adresse',
    street: 'samme gate',
    postcode: 'samme postnummer',
    town: 'samme sted',
    near: 'samme landsdel',
    country: 'samme land',
    different: 'ulike steder',
  },
  home: { missing: '', same: 'savnes av samme kommune', different: 'savnes av ulike kommuner' },
  household: {
    apart: 'Ingenting felles, og ulike steder',
    none: 'Ingenting felles',
    door_and_name: 'Samme adresse og et felles etternavn',
    door_and_member: 'Samme adresse, og den ene er nevnt i tipset om den andre',
    door_and_phone: 'Samme adresse og samme telefon',
    phone_and_name: 'Samme telefon og et felles etternavn',
    phone_and_member: 'Samme telefon, og den ene er nevnt i tipset om den andre',
    phone_and_town: 'Samme telefon og samme sted',
    named_member: 'Den ene er nevnt med navn i tipset om den andre',
    door: 'Samme adresse, men ulike navn: samme husstand, eller naboer?',
    phone: 'Samme telefon, men ellers ulike: samme husstand?',
    given_name_of_member: 'Fornavnet er nevnt i tipset om den andre, og de bor på samme sted',
    member_elsewhere: 'Den ene er nevnt i tipset om den andre, men adressene er helt ulike: bor de sammen?',
    family_name_and_town: 'Familie med samme etternavn på samme sted',
  },
  asking: {
    generation: 'fødselsårene er en generasjon fra hverandre',
    one_marked: 'bare det ene tipset skriver junior eller senior',
    given_differs: 'fornavnene er ulike',
    given_missing: 'det ene tipset mangler fornavn og kan handle om en annen i familien',
    name_vague: 'navnene bare likner, og verken telefon, e-post eller adresse er felles',
    surname_missing: 'det ene tipset mangler etternavn',
    surname_differs: 'etternavnene er ulike',
    year_slip: 'fødselsårene er langt fra hverandre, selv om bare ett siffer skiller',
    year_far: 'fødselsårene er mer enn tre år fra hverandre',
    others: 'andre tips om dem taler mot at det er én person',
    answered: 'noen har svart nei før, og et av tipsene er endret siden',
  },
};

const nn: ExplainWords = {
  given: {
    missing: nothing,
    exact: (a) => `same fornamn ${a}`,
    spelling: (a, b) => `fornamn ${a} ≈ ${b}`,
    swapped: () => 'fornamn og etternamn bytte om',
    shared: (a, b) => `fornamn ${a} og ${b} har eitt namn felles`,
    variant: (a, b) => `fornamn ${a} kan vere ${b}`,
    nickname: (a, b) => `kallenamnet passar: ${a} / ${b}`,
    slip: (a, b) => `fornamn ${a} liknar ${b} (skrivefeil?)`,
    resembling: (a, b) => `førenamn ${a} minner om ${b}`,
    initial: (a, b) => `førebokstaven passar: ${a} / ${b}`,
    shared_but_differs: (a, b) => `ulike fornamn ${a} / ${b}`,
    different: (a, b) => `ulike fornamn ${a} / ${b}`,
    different_known: (a, b) => `ulike fornamn ${a} / ${b}`,
  },
  surname: {
    missing: nothing,
    swapped: nothing,
    exact: (a) => `same etternamn ${a}`,
    spelling: (a, b) => `etternamn ${a} ≈ ${b}`,
    slip: (a, b) => `etternamn ${a} liknar ${b} (skrivefeil?)`,
    near_known: (a, b) => `etternamn ${a} liknar ${b}, men begge er vanlege`,
    resembling: (a, b) => `etternamn ${a} minner om ${b}`,
    different: (a, b) => `ulike etternamn ${a} / ${b}`,
  },
  sharedSurname: (a, b) => `etternamn felles i ${a} / ${b}`,
  sameYear: (year) => `same fødselsår ${year}`,
  yearsApart: (years) => `fødselsår ${years} frå kvarandre`,
  phone: {
    missing: '',
    equal: 'same telefon',
    one_off: 'telefon eitt siffer frå',
    different: 'ulik telefon',
  },
  email: {
    missing: '',
    equal: 'same e-post',
    one_off: 'e-post eitt teikn frå',
    similar: 'e-post som liknar',
    different: 'ulik e-post',
  },
  place: {
    missing: '',
    address: 'same adresse',
    address_slip: 'nesten same adresse',
    street: 'same gate',
    postcode: 'same postnummer',
    town: 'same stad',
    near: 'same landsdel',
    country: 'same land',
    different: 'ulike stader',
  },
  home: { missing: '', same: 'sakna av same kommune', different: 'sakna av ulike kommunar' },
  household: {
    apart: 'Ingenting felles, og ulike stader',
    none: 'Ingenting felles',
    door_and_name: 'Same adresse og eit felles etternamn',
    door_and_member: 'Same adresse, og den eine er nemnd i tipset om den andre',
    door_and_phone: 'Same adresse og same telefon',
    phone_and_name: 'Same telefon og eit felles etternamn',
    phone_and_member: 'Same telefon, og den eine er nemnd i tipset om den andre',
    phone_and_town: 'Same telefon og same stad',
    named_member: 'Den eine er nemnd med namn i tipset om den andre',
    door: 'Same adresse, men ulike namn: same husstand, eller naboar?',
    phone: 'Same telefon, men elles ulike: same husstand?',
    given_name_of_member: 'Fornamnet er nemnt i tipset om den andre, og dei bur på same stad',
    member_elsewhere: 'Den eine er nemnd i tipset om den andre, men adressene er heilt ulike: bur dei saman?',
    family_name_and_town: 'Familie med same etternamn på same stad',
  },
  asking: {
    generation: 'fødselsåra er ein generasjon frå kvarandre',
    one_marked: 'berre det eine tipset skriv junior eller senior',
    given_differs: 'fornamna er ulike',
    given_missing: 'det eine tipset manglar fornamn og kan handle om ein annan i familien',
    name_vague: 'namna berre liknar, og verken telefon, e-post eller adresse er felles',
    surname_missing: 'det eine tipset manglar etternamn',
    surname_differs: 'etternamna er ulike',
    year_slip: 'fødselsåra er langt frå kvarandre, sjølv om berre eitt siffer skil',
    year_far: 'fødselsåra er meir enn tre år frå kvarandre',
    others: 'andre tips om dei talar mot at det er éin person',
    answered: 'nokon har svara nei før, og eit av tipsa er endra sidan',
  },
};

export const explainWords: Readonly<Record<Language, ExplainWords>> = { nb, nn };
