import { foldText } from './fold-text.js';

export interface KnownMunicipality {
  /** Four digits. */
  readonly number: string;
  readonly name: string;
  /** The South Sámi name where there is one. */
  readonly samiName: string | null;
}

export type ReadMunicipality =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly problem: 'missing' | 'unknown' | 'ambiguous' | 'not_in_campaign' };

export interface MunicipalityKnowledge {
  /** Those that take part in the campaign. */
  readonly participating: readonly KnownMunicipality[];
  /** Every municipality the installation knows; used to tell «not in this campaign» from «unknown». */
  readonly register: readonly KnownMunicipality[];
}

const fillers = new Set(['kommune', 'kommunen', 'tjielte', 'herad', 'municipality', 'kom', 'i', 'pa', 'ved']);

/**
 * Reads which municipality a text means: number, name, South Sámi name, misspelt name, or one of these with other
 * words (`3427 Tynset`, `Os i Østerdalen`). Two that fit, or a number and a name that disagree, is `ambiguous`:
 * guessing would send a person to the wrong team.
 */
export function readMunicipality(text: string, known: MunicipalityKnowledge): ReadMunicipality {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '' && !fillers.has(word));
  if (words.length === 0) return { ok: false, problem: 'missing' };
  const numbers = words.filter((word) => /^\d{4}$/.test(word));
  const names = words.filter((word) => !/^\d+$/.test(word));
  const named = byName(names, known.participating);
  if (numbers.length === 0) return named.length > 0 ? only(named) : outside(names, numbers, known);

  const numbered = known.participating
    .filter(({ number }) => numbers.includes(number))
    .map(({ number }) => number);
  if (numbered.length === 0) {
    return named.length > 0 ? { ok: false, problem: 'ambiguous' } : outside(names, numbers, known);
  }
  return only([...numbered, ...named]);
}

function only(numbers: readonly string[]): ReadMunicipality {
  const [first, ...others] = new Set(numbers);
  if (first === undefined) return { ok: false, problem: 'unknown' };
  return others.length > 0 ? { ok: false, problem: 'ambiguous' } : { ok: true, number: first };
}

function outside(
  names: readonly string[],
  numbers: readonly string[],
  known: MunicipalityKnowledge,
): ReadMunicipality {
  const isKnown = known.register.some(
    (candidate) => numbers.includes(candidate.number) || namesOf(candidate).includes(names.join(' ')),
  );
  return { ok: false, problem: isKnown ? 'not_in_campaign' : 'unknown' };
}

function byName(words: readonly string[], municipalities: readonly KnownMunicipality[]): string[] {
  if (words.length === 0) return [];
  const exact = municipalities.filter((candidate) => namesOf(candidate).some((name) => stands(name, words)));
  if (exact.length > 0) return exact.map(({ number }) => number);
  const whole = words.join(' ');
  const near = municipalities.filter((candidate) => namesOf(candidate).some((name) => isNear(whole, name)));
  return near.map(({ number }) => number);
}

/** The name stands as words of its own; «Stor-Elvdal» is not Alvdal and «Osen» is not Os. */
function stands(name: string, words: readonly string[]): boolean {
  return ` ${words.join(' ')} `.includes(` ${name} `);
}

function namesOf(candidate: KnownMunicipality): string[] {
  return [candidate.name, candidate.samiName]
    .filter((name) => name !== null)
    .map((name) =>
      foldText(name)
        .split(' ')
        .filter((word) => !fillers.has(word))
        .join(' '),
    );
}

/** Short names must be right; one slip in five or six letters, two in longer names. */
function isNear(text: string, name: string): boolean {
  const allowed = name.length < 5 ? 0 : name.length < 7 ? 1 : 2;
  return Math.abs(text.length - name.length) <= allowed && distance(text, name) <= allowed;
}

/** Slips of the finger between two words: letters added, left out, changed, or two neighbours swapped. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          at(previous, column) + 1,
          at(current, column - 1) + 1,
          at(previous, column - 1) + same,
          swapped ? at(before, column - 2) + 1 : Infinity,
        ),
      );
    }
    before = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
