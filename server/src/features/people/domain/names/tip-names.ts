import type { NameLists } from './name-lists.js';
import { type NameToken, givenToken, surnameToken } from './name-token.js';
import { coupleParts, nameWords } from './words.js';

export interface NamedPerson {
  readonly given: readonly NameToken[];
  readonly surnames: readonly NameToken[];
  /** As the tipper wrote it, for the card and the screen. */
  readonly written: { readonly given: string; readonly surname: string };
}

/**
 * Whom a tip names. `family`: a household, «Familien Berg»; `surname`: no given name, so it may be either. Only the first
 * of a couple is the tip's person.
 */
export interface TipNames {
  readonly kind: 'person' | 'surname' | 'family';
  readonly person: NamedPerson;
  /** The others of «Kari og Ola»: household members. */
  readonly others: readonly NamedPerson[];
  readonly nicknames: readonly NameToken[];
  /** «jr.» or «d.y.», «sr.» or «d.e.»: which of two of one name it is. Null where nothing is said. */
  readonly generation: Generation | null;
}

export type Generation = 'younger' | 'elder';

export interface WrittenNames {
  readonly firstNames: string | null;
  readonly lastName: string | null;
  readonly formerName: string | null;
  readonly nickname: string | null;
}

/** Reads names as people write them: couples, families, double names, everything in one field, first and last swapped. */
export function readNames(written: WrittenNames, lists: NameLists): TipNames {
  return readPlainNames(written, lists) ?? readAnyNames(written, lists);
}

const oneWord = /^\p{L}{2,30}$/u;

/** «Kari», «Berg», in the right fields: most tips, and read in no time. */
function readPlainNames(
  { firstNames, lastName, formerName, nickname }: WrittenNames,
  lists: NameLists,
): TipNames | null {
  if (formerName !== null || firstNames === null || lastName === null) return null;
  if (!oneWord.test(firstNames) || !oneWord.test(lastName) || isFamily(firstNames)) return null;
  const given = givenToken(firstNames, lists);
  const surname = surnameToken(lastName, lists);
  if ((!given.known && !surname.known) || isInitials(firstNames, lastName, given)) return null;
  return {
    kind: 'person',
    person: { given: [given], surnames: [surname], written: { given: firstNames, surname: lastName } },
    others: [],
    nicknames: nickname === null ? [] : nicknameTokens({ firstNames: null, nickname }, lists),
    generation: null,
  };
}

function readAnyNames(asWritten: WrittenNames, lists: NameLists): TipNames {
  const marked = withoutRelatives(asWritten);
  const { written, generation, mark } = withoutMark(marked);
  const { given, surname } = inTheRightFields(written, lists);
  const former = surnameWords(written.formerName ?? '');
  if (isFamily(given)) {
    const familySurname = surname.trim() || withoutFamilyWord(given);
    const surnames = tokens(
      [...surnameWords(withoutFamilyWord(given)), ...surnameWords(surname), ...former],
      lists,
    );
    return {
      kind: 'family',
      person: { given: [], surnames, written: { given: '', surname: familySurname } },
      others: [],
      nicknames: [],
      generation: null,
    };
  }
  const givenParts = coupleParts(given);
  const surnameParts = coupleParts(surname);
  const [first, ...others] = givenParts.map((part, index) =>
    namedPerson(part, ownSurname(surnameParts, index, givenParts.length), lists),
  );
  const person = first ?? {
    given: [],
    surnames: tokens(surnameWords(surname), lists),
    written: { given: '', surname: surname.trim() },
  };
  const surnames = [...person.surnames, ...tokens(former, lists)];
  const shown = { ...person.written, surname: `${person.written.surname} ${mark}`.trim() };
  return {
    kind: person.given.length === 0 ? 'surname' : 'person',
    person: { ...person, surnames, written: shown },
    others,
    nicknames: nicknameTokens(written, lists),
    generation,
  };
}

/** A name written in running text: «Silje Berg» or «Silje». */
export function namedPerson(text: string, surname: string, lists: NameLists): NamedPerson {
  const words = nameWords(text.includes('(') ? text.replace(/\([^)]*\)/g, ' ') : text).flatMap((word) =>
    word.length < 4 && isInitials(word, `${text} ${surname}`, givenToken(word, lists)) ? [...word] : [word],
  );
  const strayed: readonly string[] =
    words.length > 1 ? words.slice(1).filter((word) => isOnlySurname(word, lists)) : [];
  const given =
    strayed.length > 0 ? words.filter((word, index) => index === 0 || !isOnlySurname(word, lists)) : words;
  return {
    given: given.map((word) => givenToken(word, lists)),
    surnames: tokens([...strayed, ...surnameWords(surname)], lists),
    written: writtenAs(text, surname, strayed),
  };
}

/** «PO» for Per Olav, unless somebody writes everything in capitals, or it is a name: Bo. */
function isInitials(word: string, around: string, { known }: NameToken): boolean {
  return !known && /^\p{Lu}{2,3}$/u.test(word) && /\p{Ll}/u.test(around);
}

function writtenAs(text: string, surname: string, strayed: readonly string[]): NamedPerson['written'] {
  const given = singleSpaced(/[("«»“”]/.test(text) ? text.replace(/\([^)]*\)|["«»“”]/g, ' ') : text);
  if (surname.trim() !== '' || strayed.length === 0) return { given, surname: singleSpaced(surname) };
  return { given: given.split(' ').slice(0, -strayed.length).join(' '), surname: strayed.join(' ') };
}

function singleSpaced(text: string): string {
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

function inTheRightFields(written: WrittenNames, lists: NameLists): { given: string; surname: string } {
  const first = written.firstNames?.trim() ?? '';
  const last = written.lastName?.trim() ?? '';
  if (first === '') return fromOneField(last, 'surname', lists);
  if (last === '') return fromOneField(first, 'given', lists);
  const firstWords = nameWords(first);
  const isSwapped =
    firstWords.every((word) => isOnlySurname(word, lists)) &&
    nameWords(last).every((word) => givenToken(word, lists).known && !surnameToken(word, lists).known);
  return isSwapped && firstWords.length > 0
    ? { given: last, surname: first }
    : { given: first, surname: last };
}

/** Everything in one field: «Kari Brendryen». Two given names alone («Anne Marie») are one double name. */
function fromOneField(
  text: string,
  field: 'given' | 'surname',
  lists: NameLists,
): { given: string; surname: string } {
  const asWritten = field === 'given' ? { given: text, surname: '' } : { given: '', surname: text };
  if (isFamily(text) || coupleParts(text).length > 1) return { given: text, surname: '' };
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length < 2 || !givenToken(words[0] ?? '', lists).known) return asWritten;
  if (field === 'given' && isDoubleGiven(words, lists)) return asWritten;
  return { given: words.slice(0, -1).join(' '), surname: words.at(-1) ?? '' };
}

function isDoubleGiven(words: readonly string[], lists: NameLists): boolean {
  return (
    words.length === 2 &&
    words.every((word) => givenToken(word, lists).known && !surnameToken(word, lists).known)
  );
}

function isOnlySurname(word: string, lists: NameLists): boolean {
  return surnameToken(word, lists).known && !givenToken(word, lists).known;
}

function ownSurname(parts: readonly string[], index: number, people: number): string {
  return parts.length === people ? (parts[index] ?? '') : parts.join(' ');
}

/** Behind a name, not a name by itself: «Per Berg jr.», «Per Berg d.y.», «Per (senior)». */
const mark =
  /(?<=\S)[\s,]+\(?(?:(?<younger>jr|jun|junior|d\.\s?y|(?:den )?yngre)|(?<elder>sr|sen|senior|d\.\s?e|(?:den )?eldre))\b\.?\)?(?=$|[\s,])/iu;

/** The names without the mark that tells which of two of one name it is; of a couple nobody knows whose it is. */
function withoutMark(written: WrittenNames): {
  readonly written: WrittenNames;
  readonly generation: Generation | null;
  readonly mark: string;
} {
  for (const field of ['lastName', 'firstNames'] as const) {
    const text = written[field];
    const found = text === null ? null : mark.exec(text);
    if (!found || text === null || coupleParts(text).length > 1) continue;
    const generation = found.groups?.['younger'] === undefined ? 'elder' : 'younger';
    const rest = text.replace(mark, ' ').trim();
    return { written: { ...written, [field]: rest }, generation, mark: found[0].replace(/^[\s,]+/u, '') };
  }
  return { written, generation: null, mark: '' };
}

const relative =
  /^(?:(?:den )?(?:eldste|yngste|minste) )?(?:jent[ae]|gutt(?:en)?|dott(?:er|era|ra|ri)|datter(?:a|en)?|sønn(?:en)?|son(?:en)?|kon[ae]|mann(?:en)?|bror(?:en)?|syster(?:a)?|søster(?:a|en)?|mor(?:a|en)?|far(?:en)?|barn(?:et|a)?|ung(?:en|ane|ene)|sambo(?:er|ar)(?:en)?|kjæreste?(?:n)?|ektefelle(?:n)?|foreldre(?:ne)?|barnebarn(?:et|a)?|niese(?:n|a)?|nevø(?:en)?) (?:til|av|hennar|hennes|hans) /iu;

/** «Jenta til Per Berg»: Per is not the one who is missed, and who is has no name yet. */
function withoutRelatives(written: WrittenNames): WrittenNames {
  const { firstNames, lastName } = written;
  if (firstNames !== null && relative.test(singleSpaced(firstNames)))
    return { ...written, firstNames: null, lastName: null };
  return firstNames === null && lastName !== null && relative.test(singleSpaced(lastName))
    ? { ...written, lastName: null }
    : written;
}

function isFamily(given: string): boolean {
  return /^(?:familien?|fam\.?)(?:\s|$)/iu.test(given.trim());
}

function withoutFamilyWord(given: string): string {
  return given.trim().replace(/^\S+\s*/u, '');
}

/** Words that stand in a surname without being it. */
const notSurnames = new Set([
  'født',
  'fødd',
  'f',
  'g',
  'gift',
  'nå',
  'no',
  'før',
  'tidligere',
  'og',
  'von',
  'van',
  'de',
  'den',
  'der',
  'af',
  'av',
  'al',
  'el',
  'la',
  'bin',
]);

function surnameWords(text: string): string[] {
  return nameWords(text).filter((word) => !notSurnames.has(word.toLowerCase().replace(/\.$/, '')));
}

function tokens(words: readonly string[], lists: NameLists): NameToken[] {
  if (words.length < 2) return words.map((word) => surnameToken(word, lists));
  const made = words.map((word) => surnameToken(word, lists));
  return made.filter((token, index) => made.findIndex((other) => other.text === token.text) === index);
}

function nicknameTokens(
  written: Pick<WrittenNames, 'firstNames' | 'nickname'>,
  lists: NameLists,
): NameToken[] {
  const bracketed = /[("«]([^)"»]+)[)"»]/u.exec(written.firstNames ?? '')?.[1] ?? '';
  return nameWords(`${written.nickname ?? ''} ${bracketed}`).map((word) => givenToken(word, lists));
}
