import type { Language } from '@savner/contract/common';
import type { FieldProblem } from '@savner/contract/errors';
import type { TipFormField } from '@savner/contract/pages';

/** `refuse`: the tip must not be stored as it is. `mend`: something cannot be right, and a person can put it right. */
type Kind = 'refuse' | 'mend';

interface Explanation {
  readonly kind: Kind;
  readonly nb: string;
  readonly nn: string;
}

/** What can be wrong with a tip, with the remedy in words; the one table that labels and behaviour come from. */
export const tipProblems = {
  'person.name_missing': {
    kind: 'mend',
    nb: 'Skriv navnet på den du savner. For en hel familie: «Familien» og etternavnet.',
    nn: 'Skriv namnet på den du saknar. For ein heil familie: «Familien» og etternamnet.',
  },
  'person.no_way_to_find': {
    kind: 'mend',
    nb: 'Skriv én ting som hjelper oss å finne personen: telefon, e-post, adresse, sted eller land. Eller la oss få spørre deg.',
    nn: 'Skriv éin ting som hjelper oss å finne personen: telefon, e-post, adresse, stad eller land. Eller la oss få spørje deg.',
  },
  'person.under_18': {
    kind: 'refuse',
    nb: 'Vi tar ikke imot tips om barn og unge under 18 år. Tips oss gjerne om foreldrene.',
    nn: 'Vi tek ikkje imot tips om barn og unge under 18 år. Tips oss gjerne om foreldra.',
  },
  'municipality.missing': {
    kind: 'mend',
    nb: 'Velg kommunen som savner personen, med navn eller kommunenummer.',
    nn: 'Vel kommunen som saknar personen, med namn eller kommunenummer.',
  },
  'municipality.unknown': {
    kind: 'mend',
    nb: 'Vi kjenner ikke igjen kommunen. Skriv navnet eller nummeret på en kommune som er med i kampanjen.',
    nn: 'Vi kjenner ikkje att kommunen. Skriv namnet eller nummeret på ein kommune som er med i kampanjen.',
  },
  'municipality.ambiguous': {
    kind: 'mend',
    nb: 'Det som står, passer på flere kommuner, eller nummer og navn stemmer ikke overens. Skriv bare én kommune.',
    nn: 'Det som står, passar på fleire kommunar, eller nummer og namn stemmer ikkje overeins. Skriv berre éin kommune.',
  },
  'municipality.not_in_campaign': {
    kind: 'mend',
    nb: 'Kommunen er ikke med i denne kampanjen. Velg en av kommunene som er med.',
    nn: 'Kommunen er ikkje med i denne kampanjen. Vel ein av kommunane som er med.',
  },
  'birth_year.form': {
    kind: 'mend',
    nb: 'Skriv året med fire sifre, for eksempel 1984. La feltet stå tomt hvis du ikke vet.',
    nn: 'Skriv året med fire siffer, til dømes 1984. Lat feltet stå tomt om du ikkje veit.',
  },
  'birth_year.range': {
    kind: 'mend',
    nb: 'Året kan ikke stemme. Sjekk det, eller la feltet stå tomt.',
    nn: 'Året kan ikkje stemme. Sjekk det, eller lat feltet stå tomt.',
  },
  'phone.too_short': {
    kind: 'mend',
    nb: 'Nummeret har for få sifre. Et norsk nummer har åtte.',
    nn: 'Nummeret har for få siffer. Eit norsk nummer har åtte.',
  },
  'phone.too_long': {
    kind: 'mend',
    nb: 'Nummeret har for mange sifre. Skriv bare ett nummer; et utenlandsk begynner med + eller 00 og landkoden.',
    nn: 'Nummeret har for mange siffer. Skriv berre eitt nummer; eit utanlandsk byrjar med + eller 00 og landkoden.',
  },
  'phone.not_a_number': {
    kind: 'mend',
    nb: 'Dette er ikke et telefonnummer. Skriv bare nummeret; andre opplysninger kan stå i hilsenen.',
    nn: 'Dette er ikkje eit telefonnummer. Skriv berre nummeret; andre opplysningar kan stå i helsinga.',
  },
  'phone.not_callable': {
    kind: 'refuse',
    nb: 'Vi tar ikke imot nødnumre, kortnumre og numre som koster ekstra. Skriv et vanlig mobil- eller fasttelefonnummer.',
    nn: 'Vi tek ikkje imot naudnummer, kortnummer og nummer som kostar ekstra. Skriv eit vanleg mobil- eller fasttelefonnummer.',
  },
  'email.form': {
    kind: 'mend',
    nb: 'Skriv hele e-postadressen, for eksempel kari@example.no.',
    nn: 'Skriv heile e-postadressa, til dømes kari@example.no.',
  },
  'postcode.form': {
    kind: 'mend',
    nb: 'Et norsk postnummer har fire sifre, også når det første er 0: 0553. Bor personen i utlandet, skriv landet.',
    nn: 'Eit norsk postnummer har fire siffer, også når det første er 0: 0553. Bur personen i utlandet, skriv landet.',
  },
  'postcode.place_here': {
    kind: 'mend',
    nb: 'Her skal bare postnummeret stå. Skriv stedet i feltet for poststed.',
    nn: 'Her skal berre postnummeret stå. Skriv staden i feltet for poststad.',
  },
  'postcode.country_missing': {
    kind: 'mend',
    nb: 'Postnummeret ser utenlandsk ut. Skriv landet også.',
    nn: 'Postnummeret ser utanlandsk ut. Skriv landet òg.',
  },
  'choice.unknown': {
    kind: 'mend',
    nb: 'Svar ja eller nei, eller la feltet stå tomt (det betyr nei).',
    nn: 'Svar ja eller nei, eller lat feltet stå tomt (det tyder nei).',
  },
  'text.too_long': {
    kind: 'refuse',
    nb: 'Teksten er for lang. Det er plass til 300 tegn.',
    nn: 'Teksten er for lang. Det er plass til 300 teikn.',
  },
  'field.too_long': {
    kind: 'mend',
    nb: 'Det står for mye her. Kort det ned.',
    nn: 'Det står for mykje her. Kort det ned.',
  },
  'text.national_id': {
    kind: 'refuse',
    nb: 'Her står et fødselsnummer. Ta det bort; vi skal ikke ha det.',
    nn: 'Her står eit fødselsnummer. Ta det bort; vi skal ikkje ha det.',
  },
} as const satisfies Record<string, Explanation>;

export type TipProblemCode = keyof typeof tipProblems;

const labels: Readonly<Record<Language, Readonly<Record<TipFormField, string>>>> = {
  nb: {
    municipality: 'Kommune',
    firstNames: 'Fornavn',
    lastName: 'Etternavn',
    formerName: 'Tidligere navn',
    nickname: 'Kallenavn',
    birthYear: 'Fødselsår',
    phone: 'Telefon',
    email: 'E-post',
    street: 'Adresse',
    postcode: 'Postnummer',
    place: 'Poststed',
    country: 'Land',
    relation: 'Relasjon',
    greeting: 'Hilsen',
    othersInHousehold: 'Andre i husstanden',
    tipperName: 'Tipserens navn',
    tipperPhone: 'Tipserens telefon',
    tipperEmail: 'Tipserens e-post',
    maySayName: 'Kan si hvem som tipset',
    mayContact: 'Kan kontakte tipseren',
  },
  nn: {
    municipality: 'Kommune',
    firstNames: 'Fornamn',
    lastName: 'Etternamn',
    formerName: 'Tidlegare namn',
    nickname: 'Kallenamn',
    birthYear: 'Fødselsår',
    phone: 'Telefon',
    email: 'E-post',
    street: 'Adresse',
    postcode: 'Postnummer',
    place: 'Poststad',
    country: 'Land',
    relation: 'Relasjon',
    greeting: 'Helsing',
    othersInHousehold: 'Andre i husstanden',
    tipperName: 'Namnet til tipsaren',
    tipperPhone: 'Telefonen til tipsaren',
    tipperEmail: 'E-posten til tipsaren',
    maySayName: 'Kan seie kven som tipsa',
    mayContact: 'Kan kontakte tipsaren',
  },
};

/** A problem with one field, naming field and remedy and never what stood there. */
export interface TipProblem extends FieldProblem {
  readonly path: TipFormField;
  readonly code: TipProblemCode;
}

export function tipProblem(path: TipFormField, code: TipProblemCode, language: Language): TipProblem {
  return { path, code, message: `${labels[language][path]}: ${tipProblems[code][language]}` };
}

/** Whether any of the problems is of the kind that must never be stored. */
export function isRefused(problems: readonly { readonly code: string }[]): boolean {
  return problems.some(({ code }) => refusing.has(code));
}

const refusing = new Set(
  Object.entries(tipProblems).flatMap(([code, { kind }]) => (kind === 'refuse' ? [code] : [])),
);
