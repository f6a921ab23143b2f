import { rm } from 'node:fs/promises';
import { knownMunicipalities, type Postcodes } from '../campaigns/index.js';
import { noImages } from './domain/campaign-values.js';
import type { LetterRecord } from './domain/letter.js';
import { layoutRemedy, letterRemedy } from './domain/letter-remedies.js';
import { type LetterRegister, type LetterRow, readLetterRow } from './domain/letter-row.js';
import type { GivenLetter } from './letter-rows.js';
import { type LetterOptions, writeLetters } from './write-letters.js';

export interface LetterRequest extends Omit<LetterOptions, 'images'> {
  readonly rows: LetterTable;
  readonly out: string;
}

/** Rows of a table, read as they are needed. */
export interface LetterTable {
  readonly count: number;
  /** @param index from 0 */
  at(index: number): GivenLetter;
}

export interface LetterReport {
  readonly letters: number;
  readonly pages: number;
  readonly bytes: number;
  /** Rows without a letter, with what to do about them. */
  readonly problems: readonly { readonly row: number; readonly remedy: string }[];
}

/**
 * Makes a file of letters without a database, in the order of the table. Bad rows stop nobody else; without a single
 * letter there is no file.
 */
export async function renderLetters(
  request: LetterRequest,
  { postcodes }: { readonly postcodes: Postcodes },
): Promise<LetterReport> {
  const register = registerOf(request, postcodes);
  const { good, problems } = sorted(request.rows, register);
  const read = (index: number) => letterAt(request.rows, good[index] ?? 0, register);
  if (good.length === 0) return { letters: 0, pages: 0, bytes: 0, problems };
  await rm(request.out, { force: true });
  const result = await writeLetters(
    request.out,
    { count: good.length, read: (indices) => Promise.resolve(indices.map(read)) },
    { ...request, images: noImages },
    { signal: new AbortController().signal, progress: async () => {} },
  );
  for (const { id, problems: found } of result.refused) {
    const given = request.rows.at(good[Number(id)] ?? 0);
    const { language } = read(Number(id));
    const texts = request.template.texts[language] ?? {};
    if ('letter' in given)
      problems.push({ row: given.row, remedy: layoutRemedy(found, given.letter, texts) });
  }
  if (result.cards === 0) await rm(request.out, { force: true });
  return {
    letters: result.cards,
    pages: result.pages,
    bytes: result.bytes,
    problems: problems.sort((left, right) => left.row - right.row),
  };
}

/** Indices of the rows that make letters, and what is wrong with the others. */
function sorted(rows: LetterTable, register: LetterRegister) {
  const problems: { row: number; remedy: string }[] = [];
  const good: number[] = [];
  for (let index = 0; index < rows.count; index += 1) {
    const given = rows.at(index);
    const remedies = 'remedy' in given ? [given.remedy] : remediesFor(given.letter, register);
    if (remedies.length === 0) good.push(index);
    else problems.push({ row: given.row, remedy: remedies.join(' ') });
  }
  return { good: Uint32Array.from(good), problems };
}

function remediesFor(row: LetterRow, register: LetterRegister): string[] {
  const reading = readLetterRow(row, register);
  return reading.ok ? [] : reading.problems.map(letterRemedy);
}

function letterAt(rows: LetterTable, index: number, register: LetterRegister): LetterRecord {
  const given = rows.at(index);
  const reading = 'letter' in given ? readLetterRow(given.letter, register) : null;
  if (reading?.ok) return reading.letter;
  throw new Error('A row that was refused has no letter');
}

function registerOf({ template, language }: LetterRequest, postcodes: Postcodes): LetterRegister {
  const known = new Map(
    knownMunicipalities.flatMap((each) => [
      [each.number, each],
      [each.name.toLocaleLowerCase('nb'), each],
    ]),
  );
  return {
    language,
    languages: (['nb', 'nn'] as const).filter((each) => template.texts[each]),
    municipality: (given) => known.get(given.toLocaleLowerCase('nb')) ?? null,
    postcodes: (postcode) => {
      const place = postcodes.placeOf(postcode);
      return place === null ? null : { place, kind: 'ordinary' };
    },
  };
}
