import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shippedFolders } from '../../src/features/postcards/card-templates.js';
import { templateNames } from '../../src/features/postcards/templates/template-reader.js';
import { render, rowsWith } from './print-run.js';
import { run, runForBytes } from './programs.js';

/** Millimetres from the trimmed card's top left corner. */
interface Zone {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the post's machines look, measured on the cards themselves and not taken from their templates. */
const cards: Readonly<Record<string, { size: [number, number]; safe: number; code: Zone; address: Zone }>> = {
  'fjell-a6': {
    size: [148, 105],
    safe: 3.5,
    code: { x: 4, y: 66.2, width: 24, height: 24 },
    address: { x: 76, y: 50, width: 72, height: 39 },
  },
  'vinter-a5': {
    size: [210, 148],
    safe: 4.5,
    code: { x: 6, y: 99, width: 31, height: 31 },
    address: { x: 108, y: 72, width: 102, height: 60 },
  },
};

const bleed = 3;
const rows = rowsWith(12, [
  { names: ['Čŋłễ Ωμέγα', 'Gaebpie Ïsebakke'] },
  { country: 'Sverige', postcode: '831 31', place: 'Östersund' },
]);

it('is known where the zones of every card are', () => {
  expect(Object.keys(cards)).toEqual(templateNames(shippedFolders));
});

describe.each(Object.entries(cards))('the address side of %s', (template, { size, safe, code, address }) => {
  const [width, height] = size;
  const franking = { x: width - 74, y: 0, width: 74 + bleed, height: 40 };
  const strip = { x: width - 74, y: height - 15, width: 74 + bleed, height: 15 + bleed };
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'savner-zones-'));
    file = join(folder, 'cards.pdf');
    expect(await render(rows, file, { template })).toMatchObject({ cards: rows.count, problems: [] });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['stamp', franking],
    ['sorting machine', strip],
  ])('has no ink where the %s goes', (_, zone) => {
    for (const page of addressSides()) expect(darkDots(file, page, zone)).toBe(0);
  });

  it('has nothing but the code itself where the code is, with white around it', () => {
    for (const page of addressSides()) {
      expect(textIn(file, page, code)).toBe('');
      expect(darkDots(file, page, code)).toBeGreaterThan(1000);
      for (const edge of edgesOf(code)) expect(darkDots(file, page, edge)).toBe(0);
    }
  });

  it('has every address as it was given, right of the message, with nothing beside it', () => {
    const given = Array.from({ length: rows.count }, (_, index) => rows.at(index));
    const printed = addressSides().map((page) => {
      const lines = textIn(file, page, address).split('\n');
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect(lines.length).toBeLessThanOrEqual(4);
      return lines[1] ?? '';
    });
    expect(printed.sort()).toEqual(given.map(({ street }) => street).sort());
  });

  it('begins each line of the address at the same distance from the left', () => {
    for (const page of addressSides()) {
      const inside = wordsOn(file, page).filter((word) => isIn(word, address));
      const lefts = inside.filter((word) =>
        inside.every((other) => other === word || other.top !== word.top || other.left > word.left),
      );
      expect(lefts.length).toBeGreaterThanOrEqual(3);
      for (const { left } of lefts) expect(Math.abs(left - (lefts[0]?.left ?? 0))).toBeLessThan(0.5);
    }
  });

  it('keeps all text inside the safe zone, on both sides', () => {
    const words = Array.from({ length: 2 * rows.count }, (_, index) => wordsOn(file, index + 1)).flat();
    expect(words.length).toBeGreaterThan(500);
    for (const { left, top, right, bottom } of words)
      expect(Math.min(left, top, width - right, height - bottom)).toBeGreaterThanOrEqual(safe);
  });
});

function addressSides(): number[] {
  return Array.from({ length: rows.count }, (_, index) => 2 * (index + 1));
}

/** The outermost half millimetre on each side. */
function edgesOf({ x, y, width, height }: Zone): Zone[] {
  const thin = 0.5;
  return [
    { x, y, width, height: thin },
    { x, y: y + height - thin, width, height: thin },
    { x, y, width: thin, height },
    { x: x + width - thin, y, width: thin, height },
  ];
}

const resolution = 300;

function cropped(page: number, { x, y, width, height }: Zone): string[] {
  const dots = (millimetres: number) => String(Math.round((millimetres / 25.4) * resolution));
  const place = ['-x', dots(x + bleed), '-y', dots(y + bleed), '-W', dots(width), '-H', dots(height)];
  return ['-f', String(page), '-l', String(page), '-r', String(resolution), ...place];
}

function textIn(file: string, page: number, zone: Zone): string {
  return run('pdftotext', ...cropped(page, zone), file, '-').trim();
}

function darkDots(file: string, page: number, zone: Zone): number {
  const picture = runForBytes('pdftoppm', '-gray', ...cropped(page, zone), file);
  const [header = ''] = /^P5\s\d+\s\d+\s255\s/.exec(picture.toString('latin1', 0, 40)) ?? [];
  expect(header).not.toBe('');
  return picture.subarray(header.length).filter((dot) => dot < 250).length;
}

interface Word {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function wordsOn(file: string, page: number): Word[] {
  const told = run('pdftotext', '-bbox', '-f', String(page), '-l', String(page), file, '-');
  const words = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g;
  const fromTrim = (points: string | undefined) => (Number(points) / 72) * 25.4 - bleed;
  return [...told.matchAll(words)].map(([, left, top, right, bottom]) => ({
    left: fromTrim(left),
    top: fromTrim(top),
    right: fromTrim(right),
    bottom: fromTrim(bottom),
  }));
}

function isIn({ left, top, right, bottom }: Word, { x, y, width, height }: Zone): boolean {
  return left >= x && top >= y && right <= x + width && bottom <= y + height;
}
