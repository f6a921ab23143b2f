import type { Language } from '@savner/contract/common';
import { tipFormFields, type TipFormField } from '@savner/contract/pages';
import { readPostcode } from '@savner/contract/rules/postcode';
import { longestFreeText } from '@savner/contract/tips';
import { readBirthYear } from './birth-year.js';
import { hasEmailForm } from './email-form.js';
import { saysUnder18 } from './minor-text.js';
import { readMunicipality, type MunicipalityKnowledge } from './municipality-text.js';
import { holdsNationalId, type IsNationalId } from '@savner/contract/rules/national-id-text';
import { cleanText, freeTextFields, lengthOf, longestFields, type RawTip } from './tip-fields.js';
import { tipProblem, type TipProblem, type TipProblemCode } from './tip-problems.js';

/** A tip that may be stored: every word as it was sent, and what was read out of the words. */
export interface ReadTip {
  readonly words: Readonly<Record<TipFormField, string | null>>;
  readonly municipality: string;
  readonly birthYear: number | null;
  /** E.164 */
  readonly phone: string | null;
  readonly email: string | null;
  readonly postcode: string | null;
  /** E.164 */
  readonly tipperPhone: string | null;
  readonly tipperEmail: string | null;
  readonly maySayName: boolean;
  readonly mayContact: boolean;
}

export interface TipRules {
  /** The calendar year of the tip in Norway. */
  readonly thisYear: number;
  readonly municipalities: MunicipalityKnowledge;
  readonly parsePhone: (
    text: string,
  ) =>
    | { readonly ok: true; readonly e164: string }
    | { readonly ok: false; readonly problem: 'too_short' | 'too_long' | 'not_a_number' | 'not_callable' };
  readonly isNationalId: IsNationalId;
  readonly language: Language;
}

export type TipReading =
  | { readonly ok: true; readonly tip: ReadTip }
  | { readonly ok: false; readonly problems: readonly TipProblem[] };

/**
 * Judges a tip, whatever way it came: public form, staff, interface, list or command line.
 * All problems are found at once, in the order of the form. Incomplete is normal: a name, a municipality and one way
 * to find the person (phone, e-mail, address, postcode, place or country, or a tipper who may be asked) are enough.
 */
export function readTip(raw: RawTip, rules: TipRules): TipReading {
  const words = cleaned(raw);
  const problems: TipProblem[] = [];
  const report = (path: TipFormField, code: TipProblemCode): null => {
    problems.push(tipProblem(path, code, rules.language));
    return null;
  };

  const tip = {
    words,
    municipality: municipality(words, rules, report),
    birthYear: birthYear(words, rules, report),
    phone: phone('phone', words, rules, report),
    email: email('email', words, report),
    postcode: postcode(words, report),
    tipperPhone: phone('tipperPhone', words, rules, report),
    tipperEmail: email('tipperEmail', words, report),
    maySayName: choice('maySayName', words, report),
    mayContact: choice('mayContact', words, report),
  };
  judgeName(words, report);
  judgeWayToFind(words, tip.mayContact === true ? 'may_ask_tipper' : 'tipper_unknown', report);
  judgeLengths(words, report);
  judgeContents(words, rules, report);

  const { municipality: number, maySayName, mayContact } = tip;
  if (problems.length > 0 || number === null || maySayName === null || mayContact === null) {
    return { ok: false, problems: inFormOrder(problems) };
  }
  return { ok: true, tip: { ...tip, municipality: number, maySayName, mayContact } };
}

type Words = ReadTip['words'];
type Report = (path: TipFormField, code: TipProblemCode) => null;

function cleaned(raw: RawTip): Words {
  const word = (field: TipFormField) => cleanText(field, raw[field] ?? '') || null;
  return {
    municipality: word('municipality'),
    firstNames: word('firstNames'),
    lastName: word('lastName'),
    formerName: word('formerName'),
    nickname: word('nickname'),
    birthYear: word('birthYear'),
    phone: word('phone'),
    email: word('email'),
    street: word('street'),
    postcode: word('postcode'),
    place: word('place'),
    country: word('country'),
    relation: word('relation'),
    greeting: word('greeting'),
    othersInHousehold: word('othersInHousehold'),
    tipperName: word('tipperName'),
    tipperPhone: word('tipperPhone'),
    tipperEmail: word('tipperEmail'),
    maySayName: word('maySayName'),
    mayContact: word('mayContact'),
  };
}

function municipality(words: Words, rules: TipRules, report: Report): string | null {
  const read = readMunicipality(words.municipality ?? '', rules.municipalities);
  return read.ok ? read.number : report('municipality', `municipality.${read.problem}`);
}

function birthYear(words: Words, rules: TipRules, report: Report): number | null {
  const read = readBirthYear(words.birthYear ?? '', rules.thisYear);
  if (read.ok) return read.year;
  return report('birthYear', read.problem === 'under_18' ? 'person.under_18' : `birth_year.${read.problem}`);
}

function phone(field: 'phone' | 'tipperPhone', words: Words, rules: TipRules, report: Report): string | null {
  const written = words[field];
  if (written === null || isTooLong(field, written)) return null;
  const parsed = rules.parsePhone(written);
  return parsed.ok ? parsed.e164 : report(field, `phone.${parsed.problem}`);
}

function email(field: 'email' | 'tipperEmail', words: Words, report: Report): string | null {
  const written = words[field];
  if (written === null || isTooLong(field, written)) return null;
  return hasEmailForm(written) ? written : report(field, 'email.form');
}

function postcode(words: Words, report: Report): string | null {
  if (words.postcode === null || isTooLong('postcode', words.postcode)) return null;
  const read = readPostcode(words.postcode, words.country ?? '');
  return read.ok ? read.postcode : report('postcode', `postcode.${read.problem}`);
}

const yes = new Set(['ja', 'j', 'yes', 'y', 'true', 'on', '1', 'x']);
const no = new Set(['nei', 'n', 'no', 'false', 'off', '0']);

function choice(field: 'maySayName' | 'mayContact', words: Words, report: Report): boolean | null {
  const written = (words[field] ?? 'nei').toLowerCase();
  if (yes.has(written)) return true;
  return no.has(written) ? false : report(field, 'choice.unknown');
}

function judgeName(words: Words, report: Report): void {
  const hasLetters = (text: string | null) => text !== null && /\p{L}/u.test(text);
  if (!hasLetters(words.firstNames) && !hasLetters(words.lastName))
    report('firstNames', 'person.name_missing');
  else if (isFamilyAlone(words)) report('lastName', 'person.name_missing');
}

function isFamilyAlone(words: Words): boolean {
  return words.lastName === null && /^famili?en?$/i.test(words.firstNames ?? '');
}

const waysToFind = ['phone', 'email', 'street', 'postcode', 'place', 'country'] as const;

function judgeWayToFind(words: Words, tipper: 'may_ask_tipper' | 'tipper_unknown', report: Report): void {
  const hasWay = waysToFind.some((field) => words[field] !== null);
  const canAsk = tipper === 'may_ask_tipper' && (words.tipperPhone !== null || words.tipperEmail !== null);
  if (!hasWay && !canAsk) report('place', 'person.no_way_to_find');
}

function judgeLengths(words: Words, report: Report): void {
  for (const field of tipFormFields) {
    if (isTooLong(field, words[field] ?? ''))
      report(field, isFreeText(field) ? 'text.too_long' : 'field.too_long');
  }
}

/** A child or a national identity number mentioned anywhere. */
function judgeContents(words: Words, rules: TipRules, report: Report): void {
  for (const field of tipFormFields) {
    if (holdsNationalId(words[field] ?? '', rules.isNationalId)) report(field, 'text.national_id');
  }
  for (const field of ['relation', 'greeting'] as const) {
    if (saysUnder18(words[field] ?? '')) report(field, 'person.under_18');
  }
}

function isTooLong(field: TipFormField, text: string): boolean {
  return lengthOf(text) > (isFreeText(field) ? longestFreeText : longestFields[field]);
}

function isFreeText(field: TipFormField): field is (typeof freeTextFields)[number] {
  return freeTextFields.some((free) => free === field);
}

function inFormOrder(problems: readonly TipProblem[]): TipProblem[] {
  return tipFormFields.flatMap((field) => problems.filter(({ path }) => path === field));
}
