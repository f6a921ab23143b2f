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
export function explainPair(a: TipFeatures, b: TipFeatures, model: MatchModel): Reason[] {
  const { levels, weights } = scorePair(a, b, model);
  const texts = sentences(levels, a, b);
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

function sentences(levels: Levels, a: TipFeatures, b: TipFeatures): Record<Field, string> {
  return {
    given: givenText(levels.given, written(a.given), written(b.given)),
    surname: surnameText(levels.surname, written(a.surnames), written(b.surnames)),
    year: yearText(levels.year, a.birthYear, b.birthYear),
    phone: {
      missing: '',
      equal: 'samme telefon',
      one_off: 'telefon ett siffer fra',
      different: 'ulik telefon',
    }[levels.phone],
    email: { missing: '', equal: 'samme e-post', one_off: 'e-post ett tegn fra', different: 'ulik e-post' }[
      levels.email
    ],
    place: placeText(levels.place),
    home: { same: 'savnes av samme kommune', different: 'savnes av ulike kommuner' }[levels.home],
  };
}

function givenText(level: Levels['given'], a: string, b: string): string {
  switch (level) {
    case 'missing':
      return '';
    case 'exact':
      return `samme fornavn ${a}`;
    case 'spelling':
      return `fornavn ${a} ≈ ${b}`;
    case 'swapped':
      return 'fornavn og etternavn byttet om';
    case 'shared':
      return `fornavn ${a} og ${b} har ett navn felles`;
    case 'variant':
      return `fornavn ${a} kan være ${b}`;
    case 'nickname':
      return `kallenavnet passer: ${a} / ${b}`;
    case 'slip':
      return `fornavn ${a} likner ${b} (skrivefeil?)`;
    case 'initial':
      return `forbokstaven passer: ${a} / ${b}`;
    case 'shared_but_differs':
    case 'different':
    case 'different_known':
      return `ulike fornavn ${a} / ${b}`;
  }
}

function surnameText(level: Levels['surname'], a: string, b: string): string {
  switch (level) {
    case 'missing':
    case 'swapped':
      return '';
    case 'exact':
      return a === b ? `samme etternavn ${a}` : `etternavn felles i ${a} / ${b}`;
    case 'spelling':
      return `etternavn ${a} ≈ ${b}`;
    case 'slip':
      return `etternavn ${a} likner ${b} (skrivefeil?)`;
    case 'near_known':
      return `etternavn ${a} likner ${b}, men begge er vanlige`;
    case 'different':
      return `ulike etternavn ${a} / ${b}`;
  }
}

function yearText(level: Levels['year'], a: number | null, b: number | null): string {
  if (level === 'missing' || a === null || b === null) return '';
  return level === 'equal' ? `samme fødselsår ${a}` : `fødselsår ${Math.abs(a - b)} fra hverandre`;
}

function placeText(level: Levels['place']): string {
  switch (level) {
    case 'missing':
      return '';
    case 'address':
      return 'samme adresse';
    case 'address_slip':
      return 'nesten samme adresse';
    case 'street':
      return 'samme gate';
    case 'postcode':
      return 'samme postnummer';
    case 'town':
      return 'samme sted';
    case 'near':
      return 'samme landsdel';
    case 'country':
      return 'samme land';
    case 'different':
      return 'ulike steder';
  }
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
