import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { knownMunicipalities, Postcodes } from '../../src/features/campaigns/index.js';
import {
  envelopeNames,
  seenThrough,
  windowOf,
} from '../../src/features/postcards/domain/window-envelopes.js';
import { inventedLetters, openLetterTemplate, renderLetters } from '../../src/features/postcards/index.js';
import { preflight } from './preflight/preflight.js';
import { run } from './programs.js';

/** What other programs say about a file of letters. The seventh goes abroad, the third is in nynorsk. */
const count = 9;
let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'savner-letter-'));
  file = join(folder, 'letters.pdf');
  const template = openLetterTemplate('velkommen-a4');
  const numbers = knownMunicipalities.map(({ number }) => number);
  const letters = inventedLetters(count, numbers, { sample: template.sample, language: 'nb' });
  const report = await renderLetters(
    {
      rows: {
        count,
        at: (row) => ({ row, letter: { ...letters.at(row), language: row === 2 ? 'nn' : '' } }),
      },
      template,
      language: 'nb',
      region: 'Fjellregionen',
      publicUrl: 'https://savner.example.no',
      out: file,
      title: 'Brev fra Røros & Os',
      date: '2026-03-02',
    },
    { postcodes: new Postcodes() },
  );
  expect(report).toMatchObject({ letters: count, problems: [] });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the letters, seen from outside', () => {
  it('are without errors to qpdf, and to our own preflight', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    expect(preflight(file)).toEqual([]);
  });

  it('are A4 without bleed, a page each, with title, language and standard', () => {
    const info = run('pdfinfo', '-box', file);
    expect(info).toMatch(/Title:\s+Brev fra Røros & Os/);
    expect(info).toMatch(new RegExp(`Pages:\\s+${count}`));
    expect(info).toMatch(/Page size:.*\(A4\)/);
    expect(info).toMatch(/CreationDate:\s+Mon Mar {2}2/);
    for (const box of ['MediaBox', 'BleedBox', 'TrimBox'])
      expect(info).toMatch(new RegExp(`${box}:\\s+0\\.00\\s+0\\.00\\s+595\\.28\\s+841\\.89`));
    const plain = run('qpdf', '--qdf', '--object-streams=disable', file, '-');
    expect(plain).toContain('/Lang (nb)');
    expect(plain.match(/\/Span<<\/Lang\(nn\)>>BDC/g)).toHaveLength(1);
    expect(plain).toContain('<pdfaid:part>2</pdfaid:part>');
  });

  it('have every font embedded, as a subset', () => {
    const fonts = run('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+.*\byes\s+yes\s+yes\b/);
  });

  it('are read from sender to privacy line, with whole letters', () => {
    const [first, nynorsk, abroad] = [1, 3, 7].map(textOn);
    const order = [
      'Røros kommune',
      '2. mars 2026',
      'Marit og Åsmund Eksempel',
      'Ingrid Vertestad',
      'Så fint at dere vil høre mer',
      'Hei, Marit og Åsmund!',
      'jobb, hus med litt jord og barnehage',
      'utsikt mot fjellet fins',
      'finner vi ut av det sammen',
      'Vennlig hilsen',
      'tilflyttervert i Røros kommune',
      'ordfører i Røros kommune',
      'savner.example.no/personvern',
    ].map((words) => first?.indexOf(words) ?? -1);
    expect(order).not.toContain(-1);
    expect([...order].sort((left, right) => left - right)).toEqual(order);
    expect(first).not.toMatch(/[\ufb00-\ufb06]/);
    expect(nynorsk).toContain('vil høyre meir');
    expect(abroad).toContain('831 31 Östersund SVERIGE');
  });

  it('show Ghostscript a picture in colour, and words in black', () => {
    const inks = run('gs', '-q', '-o', '-', '-sDEVICE=ink_cov', file).trim().split('\n');
    expect(inks).toHaveLength(count);
    for (const line of inks) {
      const [cyan = 0, , , black = 0] = line.trim().split(/\s+/).map(Number);
      expect(cyan).toBeGreaterThan(0.3);
      expect(black).toBeGreaterThan(1);
    }
  });

  it('have the address in the window of every envelope, and nothing else that can be seen there', () => {
    const foreign = wordsOn(7);
    const window = (name: (typeof envelopeNames)[number]) =>
      foreign.filter((word) => isWithin(word, windowOf(name))).map(({ text }) => text);
    for (const name of envelopeNames)
      expect(window(name).join(' ')).toMatch(/^Per Erik .* 831 31 Östersund SVERIGE$/);
    for (let page = 1; page <= count; page += 1) {
      const address = run(...inArea(page, { x: 19, y: 44.5, width: 90, height: 26 })).trim();
      for (const name of envelopeNames) expect(run(...inArea(page, seenThrough(name))).trim()).toBe(address);
      expect(address.split('\n').length).toBeGreaterThanOrEqual(3);
    }
  });

  it('keep all words where an office printer reaches', () => {
    for (let page = 1; page <= count; page += 1) {
      const words = wordsOn(page);
      expect(words.length).toBeGreaterThan(80);
      for (const { left, top, right, bottom } of words)
        expect(Math.min(left - 18, top - 10, 200 - right, 287 - bottom)).toBeGreaterThanOrEqual(0);
    }
  });
});

/** In reading order, on one line. */
function textOn(page: number): string {
  return run('pdftotext', '-f', String(page), '-l', String(page), file, '-').replace(/\s+/g, ' ');
}

interface Word {
  readonly text: string;
  /** Millimetres from the sheet's top left corner. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function wordsOn(page: number): Word[] {
  const found = run('pdftotext', '-bbox', '-f', String(page), '-l', String(page), file, '-').matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g,
  );
  return [...found].map(([, left, top, right, bottom, text = '']) => ({
    text,
    left: millimetres(left),
    top: millimetres(top),
    right: millimetres(right),
    bottom: millimetres(bottom),
  }));
}

type Area = ReturnType<typeof windowOf>;

function isWithin({ left, top, right, bottom }: Word, { x, y, width, height }: Area): boolean {
  return left >= x && top >= y && right <= x + width && bottom <= y + height;
}

const resolution = 300;

/** The text in an area, which may begin left of the sheet. */
function inArea(page: number, { x, y, width, height }: Area) {
  const pixels = (value: number) => String(Math.round((value / 25.4) * resolution));
  const from = Math.max(0, x);
  return [
    'pdftotext',
    ...['-f', String(page), '-l', String(page), '-r', String(resolution)],
    ...['-x', pixels(from), '-y', pixels(y), '-W', pixels(x + width - from), '-H', pixels(height)],
    file,
    '-',
  ] as const;
}

function millimetres(points: string | undefined): number {
  return (Number(points) / 72) * 25.4;
}
