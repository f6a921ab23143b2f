import type { Language } from '@savner/contract/common';
import { type ExplainWords, explainWords } from './explain-words.js';
import type { TipFeatures } from './features.js';
import type { Field, Levels } from './levels.js';
import { fields } from './levels.js';
import type { MatchModel } from './model.js';
import { scorePair } from './score.js';

/** One line per field that says something, strongest first. `bits` above zero speak for one person. */
export interface Reason {
  readonly field: Field;
  readonly text: string;
  readonly bits: number;
}

/** Why two tips may be about one person, in plain Norwegian. */
export function explainPair(
  a: TipFeatures,
  b: TipFeatures,
  model: MatchModel,
  language: Language = 'nb',
): Reason[] {
  const { levels, weights } = scorePair(a, b, model);
  const texts = sentences(levels, a, b, explainWords[language]);
  return fields
    .map((field) => ({ field, text: texts[field], bits: round(weights[field]) }))
    .filter((reason) => reason.text !== '')
    .sort((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
}

/** «Samme telefon +23,2 · fornavn Cathrine ≈ Katrine +7,5» */
export function explanationText(reasons: readonly Reason[]): string {
  const line = reasons.map(({ text, bits }) => `${text} ${signed(bits)}`).join(' · ');
  return line.slice(0, 1).toUpperCase() + line.slice(1);
}

function sentences(
  levels: Levels,
  a: TipFeatures,
  b: TipFeatures,
  words: ExplainWords,
): Record<Field, string> {
  const [surnameA, surnameB] = [written(a.surnames), written(b.surnames)];
  const isShared = levels.surname === 'exact' && surnameA !== surnameB;
  return {
    given: words.given[levels.given](written(a.given), written(b.given)),
    surname: (isShared ? words.sharedSurname : words.surname[levels.surname])(surnameA, surnameB),
    year: yearText(levels.year, a.birthYear, b.birthYear, words),
    phone: words.phone[levels.phone],
    email: words.email[levels.email],
    place: words.place[levels.place],
    home: words.home[levels.home],
  };
}

function yearText(level: Levels['year'], a: number | null, b: number | null, words: ExplainWords): string {
  if (level === 'missing' || a === null || b === null) return '';
  return level === 'equal' ? words.sameYear(a) : words.yearsApart(Math.abs(a - b));
}

function written(names: readonly { readonly text: string }[]): string {
  return names.map(({ text }) => text.slice(0, 1).toUpperCase() + text.slice(1)).join(' ');
}

function round(bits: number): number {
  return Math.round(bits * 10) / 10;
}

function signed(bits: number): string {
  return `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1).replace('.', ',')}`;
}
