import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { render, rowsWith } from './print-run.js';
import { run } from './programs.js';

/** Sheets as the printer and the guillotine see them: 11 cards, eight to a sheet, turned over either edge. */
const count = 11;
const sheet = { width: 320, height: 450 };
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-sheets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Word {
  readonly text: string;
  /** Millimetres from the sheet's top left corner. */
  readonly x: number;
  readonly y: number;
}

function wordsOf(file: string, page: number): Word[] {
  const told = run('pdftotext', '-bbox', '-f', String(page), '-l', String(page), file, '-');
  return [...told.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" [^>]*>([^<]*)</g)].map(
    ([, x, y, text = '']) => ({ text, x: (Number(x) / 72) * 25.4, y: (Number(y) / 72) * 25.4 }),
  );
}

async function sheets(name: string, flip: 'long-edge' | 'short-edge'): Promise<string> {
  const file = join(folder, `${name}.pdf`);
  const numbered = Array.from({ length: count }, (_, index) => ({ street: `Prøvegata ${index + 101}` }));
  const report = await render(rowsWith(count, numbered), file, { imposition: { paper: 'sra3', flip } });
  expect(report).toMatchObject({ cards: count, problems: [] });
  return file;
}

describe('sheets for the printer', () => {
  it('are SRA3, two pages each, without errors to qpdf', async () => {
    const file = await sheets('sra3', 'long-edge');
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    const info = run('pdfinfo', file);
    expect(info).toMatch(/Pages:\s+4/);
    const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? [];
    expect(Number(width)).toBeCloseTo((sheet.width / 25.4) * 72, 1);
    expect(Number(height)).toBeCloseTo((sheet.height / 25.4) * 72, 1);
  });

  it.each(['long-edge', 'short-edge'] as const)(
    'have a back behind every front, turned over the %s',
    async (flip) => {
      const file = await sheets(`behind-${flip}`, flip);
      for (const page of [1, 3]) {
        const fronts = wordsOf(file, page).filter(({ text }) => text === 'Noen');
        const backs = wordsOf(file, page + 1).filter(({ text }) => text === 'Prøvegata');
        expect(fronts).toHaveLength(page === 1 ? 6 : 5);
        expect(backs).toHaveLength(fronts.length);
        const through = backs.map(({ x, y }) =>
          flip === 'long-edge' ? { x: sheet.width - x, y } : { x, y: sheet.height - y },
        );
        // The eight cells of the sheet: two columns and four rows, each with a card on both sides or on neither.
        const cell = ({ x, y }: { x: number; y: number }) =>
          `${Math.floor(x / 160)} ${Math.floor(y / 112.5)}`;
        expect(new Set(through.map(cell))).toEqual(new Set(fronts.map(cell)));
      }
    },
  );

  it('lie in the order of the post when the stacks are laid on each other', async () => {
    const file = await sheets('stacks', 'long-edge');
    const cellOf = ({ x, y }: Word) => Math.floor(y / 112.5) * 2 + Math.floor((sheet.width - x) / 160);
    const stacks = Array.from({ length: 8 }, (): string[] => []);
    for (const page of [2, 4]) {
      for (const word of wordsOf(file, page)) {
        if (/^\d{4}$/.test(word.text) && word.x % 160 > 5) stacks[cellOf(word)]?.push(`${page} ${word.text}`);
      }
    }
    const postcodes = stacks.flatMap((stack) => stack.map((entry) => entry.slice(2)));
    const addresses = postcodes.filter((postcode) => known.has(postcode));
    expect(addresses).toHaveLength(count);
    expect(addresses).toEqual([...addresses].sort());
  });

  it('have codes that can be read, cut marks in black alone on the back', async () => {
    const file = await sheets('codes', 'short-edge');
    const inks = run('gs', '-q', '-o', '-', '-sDEVICE=ink_cov', file).trim().split('\n');
    inks.forEach((line, page) => {
      const [cyan, magenta, yellow] = line.trim().split(/\s+/).map(Number);
      if (page % 2 === 1) expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
    });
    run('pdftoppm', '-r', '200', '-gray', '-png', '-f', '2', '-l', '2', file, join(folder, 'back'));
    const picture =
      readdirSync(folder).find((name) => name.startsWith('back') && name.endsWith('.png')) ?? '';
    const codes = run('zbarimg', '-q', '--raw', join(folder, picture)).trim().split('\n');
    expect(new Set(codes).size).toBe(6);
  });
});

/** Of the invented addresses; the return addresses are others. */
const known = new Set(['7030', '0575', '5003', '2406', '9008']);
