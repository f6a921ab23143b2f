import type { NameLists } from '../names/name-lists.js';
import { givenToken, surnameToken } from '../names/name-token.js';
import { type NamedPerson, namedPerson } from '../names/tip-names.js';

/**
 * People named in «andre i husstanden»: «Amund (samboer)», «gift med Hanna Bekkmoen, samboer + tre unger».
 * Only words that begin with a capital and start with a known given name count; the rest is talk about children. Who is
 * named because she does not live there («skilt fra Per», «datter av Per») is left out.
 */
export function declaredMembers(text: string | null, lists: NameLists): NamedPerson[] {
  if (text === null) return [];
  const clauses = text.slice(0, 300).split(/[,;&+]|\s(?:og|men)\s/u);
  const parts = clauses
    .filter((clause) => !elsewhere.test(clause))
    .flatMap((clause) => clause.split(/[()]|\smed\s/u));
  return parts.map((part) => nameIn(part, lists)).filter((member) => member !== null);
}

/** Said of people who live somewhere else. */
const elsewhere =
  /(?<!\p{L})(?:ikke|ikkje|(?:fra)?skil[td]e?|separerte?|tidligere|tidlegare|før|(?:eks|ex)(?:en|-?(?:kon|mann|sambo|kjærest|partn|ektef)\p{L}*)?|enkj?e(?:mann)?|nabo\p{L}*|flytt[ae]t? fr[aå]|(?:av)?død\p{L}*|(?:søster|syster|bror|datter|dotter|sønn|son|mor|far|barn|niese|nevø|fetter|kusine) (?:av|til))(?!\p{L})/iu;

function nameIn(part: string, lists: NameLists): NamedPerson | null {
  const words = part.split(/\s+/u).filter((word) => /^\p{Lu}/u.test(word));
  const start = words.findIndex((word) => givenToken(word.replace(/[^\p{L}-]/gu, ''), lists).known);
  if (start === -1) return null;
  const own = words.slice(start, start + 4);
  const last = own.at(-1) ?? '';
  const hasSurname = own.length > 1 && (surnameToken(last, lists).known || !givenToken(last, lists).known);
  const given = hasSurname ? own.slice(0, -1) : own;
  return namedPerson(given.join(' '), hasSurname ? last : '', lists);
}
