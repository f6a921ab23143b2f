import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { knownMunicipalities, Postcodes } from '../campaigns/index.js';
import { inventedLetters } from './domain/invented-letters.js';
import type { LetterRow } from './domain/letter-row.js';
import type { LetterTemplate } from './domain/template.js';
import { openLetterTemplate } from './letter-templates.js';
import { renderLetters } from './render-letters.js';

const template = openLetterTemplate('velkommen-a4');
const postcodes = new Postcodes();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-letters-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const numbers = knownMunicipalities.map(({ number }) => number);

async function render(
  file: string,
  count: number,
  changed: Readonly<Record<number, Partial<LetterRow>>> = {},
  wanted: LetterTemplate = template,
) {
  const letters = inventedLetters(count, numbers, { sample: wanted.sample, language: 'nb' });
  const out = join(folder, file);
  const report = await renderLetters(
    {
      rows: { count, at: (row) => ({ row, letter: { ...letters.at(row), ...changed[row] } }) },
      template: wanted,
      language: 'nb',
      region: 'Fjellregionen',
      publicUrl: 'https://savner.example.no',
      out,
      title: 'Røros & Os',
      date: '2026-03-02',
    },
    { postcodes },
  );
  return { report, out };
}

describe('a file of letters', () => {
  it('is the same to the last byte for the same table and date', async () => {
    const [first, second] = [await render('first.pdf', 20), await render('second.pdf', 20)];
    expect(first.report).toMatchObject({ letters: 20, pages: 20, problems: [] });
    expect(readFileSync(second.out).equals(readFileSync(first.out))).toBe(true);
  });

  it('grows by little for each letter: what letters share is in it once', async () => {
    const [few, many] = [await render('few.pdf', 20), await render('many.pdf', 120)];
    expect((many.report.bytes - few.report.bytes) / 100).toBeLessThan(4_000);
  });

  it('has two pages a letter when the template has a back', async () => {
    const sides = { ...template.sides, back: template.sides.front.filter(({ kind }) => kind === 'picture') };
    const { report } = await render('backs.pdf', 3, {}, { ...template, sides });
    expect(report).toMatchObject({ letters: 3, pages: 6, problems: [] });
  });

  it('leaves out who cannot have a letter, each with what to do, and writes the others', async () => {
    const { report } = await render('mixed.pdf', 9, {
      1: { names: [''] },
      2: { postcode: '9999', country: '' },
      3: { municipality: '9999', host: '' },
      4: { hostPhone: '', hostEmail: '' },
      5: { language: 'svensk' },
      6: { hostWords: 'Vi har funnet tre hus som kan passe. '.repeat(90) },
      7: { names: ['日本 Test'] },
    });
    expect(report).toMatchObject({ letters: 2, pages: 2 });
    expect(report.problems.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const remedies = report.problems.map(({ remedy }) => remedy);
    [
      /Navnet mangler/,
      /Postnummeret finnes ikke/,
      /Kommunen «9999» er ukjent.*Navnet på verten mangler/,
      /«host_phone» eller «host_email»/,
      /Språket «svensk» er ukjent/,
      /«letter» får ikke plass på arket\. Kort ned «own_words», som er på 3330 tegn/,
      /ingen skrift med tegnet 日 本/,
    ].forEach((expected, at) => expect(remedies[at]).toMatch(expected));
  });

  it('is not written when no row makes a letter', async () => {
    for (const changed of [{ host: '' }, { names: ['日本 Test'] }]) {
      const { report, out } = await render('none.pdf', 1, { 0: changed });
      expect(report).toMatchObject({ letters: 0, problems: [{ row: 0 }] });
      expect(existsSync(out)).toBe(false);
    }
  });

  it('names the municipality by number or name, and takes languages as people write them', async () => {
    const { report } = await render('names.pdf', 2, {
      0: { municipality: 'tynset', language: 'Nynorsk' },
      1: { municipality: '3427', language: 'nn' },
    });
    expect(report.problems).toEqual([]);
  });
});
