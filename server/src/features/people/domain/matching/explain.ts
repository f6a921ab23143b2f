import type { Language } from '@savner/contract/common';
import { type ExplainWords, explainWords } from './explain-words.js';
import type { TipFeatures } from './features.js';
import type { Field, Levels } from './levels.js';
import { fields } from './levels.js';
import type { Rules } from './judge-pair.js';
import { askingRule, type PairScore, type Scale, scorePair } from './score.js';

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
  scale: Scale,
  language: Language = 'nb',
): Reason[] {
  return explainScore(a, b, scorePair(a, b, scale), language);
}

/** The same for a pair that has been scored. */
export function explainScore(
  a: TipFeatures,
  b: TipFeatures,
  { levels, weights }: Pick<PairScore, 'levels' | 'weights'>,
  language: Language = 'nb',
  most: number = fields.length,
): Reason[] {
  const reasons: Reason[] = [];
  for (const field of [...fields].sort((one, other) => Math.abs(weights[other]) - Math.abs(weights[one]))) {
    if (reasons.length === most) break;
    const text = sentence(field, levels, a, b, explainWords[language]);
    if (text !== '') reasons.push({ field, text, bits: round(weights[field]) });
  }
  return reasons;
}

/**
 * Why a human is asked about two whose likelihood alone would have joined them: «fødselsårene er en generasjon fra
 * hverandre». Null where the likelihood itself says why.
 * @param otherwise where no rule of the pair itself asks
 */
export function explainAsking(
  { levels, marks, probability }: PairScore,
  { automaticFrom }: Pick<Rules, 'automaticFrom'>,
  language: Language = 'nb',
  otherwise: 'others' | 'answered' = 'others',
): string | null {
  return probability < automaticFrom
    ? null
    : explainWords[language].asking[askingRule({ levels, marks }) ?? otherwise];
}

/** «Samme telefon +23,2 · fornavn Cathrine ≈ Katrine +7,5» */
export function explanationText(reasons: readonly Reason[]): string {
  const line = reasons.map(({ text, bits }) => `${text} ${signed(bits)}`).join(' · ');
  return line.slice(0, 1).toUpperCase() + line.slice(1);
}

function sentence(field: Field, levels: Levels, a: TipFeatures, b: TipFeatures, words: ExplainWords): string {
  switch (field) {
    case 'given':
      return words.given[levels.given](written(a.given), written(b.given));
    case 'surname': {
      const [one, other] = [written(a.surnames), written(b.surnames)];
      const isShared = levels.surname === 'exact' && one !== other;
      return (isShared ? words.sharedSurname : words.surname[levels.surname])(one, other);
    }
    case 'year':
      return yearText(levels.year, a.birthYear, b.birthYear, words);
    case 'phone':
    case 'email':
    case 'place':
    case 'home':
      return simpleSentence(field, levels, words);
  }
}

function simpleSentence(
  field: 'phone' | 'email' | 'place' | 'home',
  levels: Levels,
  words: ExplainWords,
): string {
  switch (field) {
    case 'phone':
      return words.phone[levels.phone];
    case 'email':
      return words.email[levels.email];
    case 'place':
      return words.place[levels.place];
    case 'home':
      return words.home[levels.home];
  }
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
