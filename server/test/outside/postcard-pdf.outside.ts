import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { knownMunicipalities, Postcodes } from '../../src/features/campaigns/index.js';
import { CardTemplates, inventedCards, renderCards } from '../../src/features/postcards/index.js';
import { printedOn, run } from './programs.js';

/**
 * What the print house's own programs say about our file: qpdf, poppler, Ghostscript and zbar look at it from
 * outside. Run with `npm run test:outside`; the ordinary tests need none of these programs.
 */
const url = 'https://savner.example.no';
const numbers = knownMunicipalities.map(({ number }) => number);
const rows = [
  { ...at(0), names: ['Čŋłễ Ωμέγα', 'Gaebpie Ïsebakke'] },
  { ...at(1), country: 'Sverige', postcode: '831 31', place: 'Östersund' },
  ...inventedCards(12, numbers),
];

let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'savner-outside-'));
  file = join(folder, 'cards.pdf');
  const report = await renderCards(
    {
      rows,
      template: 'fjell-a6',
      language: 'nb',
      region: 'Fjellregionen',
      publicUrl: url,
      out: file,
      createdAt: new Date('2026-02-03T17:00:00Z'),
    },
    { templates: new CardTemplates(), postcodes: new Postcodes() },
  );
  expect(report).toMatchObject({ cards: rows.length, problems: [] });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the print file, seen from outside', () => {
  it('is without errors to qpdf', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  });

  it('has every font embedded, as a subset', () => {
    const fonts = run('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+.*\byes\s+yes\s+yes\b/);
  });

  it('is two pages a card, trimmed to A6 with 3 mm to cut away', () => {
    const info = run('pdfinfo', '-box', file);
    expect(info).toMatch(new RegExp(`Pages:\\s+${2 * rows.length}`));
    const [left, top, right, bottom] = boxOf(info, 'TrimBox');
    expect(millimetres(right - left)).toBeCloseTo(148, 1);
    expect(millimetres(bottom - top)).toBeCloseTo(105, 1);
    const [bleedLeft] = boxOf(info, 'BleedBox');
    expect(millimetres(left - bleedLeft)).toBeCloseTo(3, 1);
  });

  it('uses black alone on the address side, and no RGB anywhere', () => {
    const inks = run('gs', '-q', '-o', '-', '-sDEVICE=ink_cov', file).trim().split('\n');
    inks.forEach((line, page) => {
      const [cyan, magenta, yellow] = line.trim().split(/\s+/).map(Number);
      if (page % 2 === 1) expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
    });
    const plain = run('qpdf', '--qdf', '--object-streams=disable', file, '-');
    expect(plain).not.toMatch(/DeviceRGB|\/SMask|\/Group\b/);
  });

  it('gives back æøå, South Sámi and Greek letters and foreign addresses as text', () => {
    const text = run('pdftotext', '-layout', file, '-');
    for (const expected of [
      'Čŋłễ Ωμέγα',
      'Gaebpie Ïsebakke',
      'Øvre Testberg',
      '831 31 Östersund',
      'SVERIGE',
    ]) {
      expect(text).toContain(expected);
    }
  });

  it('keeps the franking zone and the sorting strip empty, and text inside the safe zone', () => {
    const words = [...run('pdftotext', '-bbox', file, '-').matchAll(wordPattern)].map((match) => ({
      left: fromTrim(match[1]),
      top: fromTrim(match[2]),
      right: fromTrim(match[3]),
      bottom: fromTrim(match[4]),
    }));
    expect(words.length).toBeGreaterThan(500);
    for (const word of words) {
      expect(Math.min(word.left, word.top, 148 - word.right, 105 - word.bottom)).toBeGreaterThanOrEqual(3.5);
    }
    for (const page of addressSides()) {
      const zones = [
        run(...area(page, { x: 74, y: 0, width: 71, height: 40 })),
        run(...area(page, { x: 74, y: 90, width: 71, height: 12 })),
      ];
      expect(zones.join('').trim()).toBe('');
    }
  });

  it('has a QR code a telephone reads on every card, each its own address', () => {
    run('pdftoppm', '-r', '200', '-gray', '-png', file, join(folder, 'page'));
    const pictures = readdirSync(folder)
      .filter((name) => name.startsWith('page'))
      .sort();
    const addresses = pictures
      .filter((_, index) => index % 2 === 1)
      .map((picture) => run('zbarimg', '-q', '--raw', join(folder, picture)).trim());
    expect(addresses).toHaveLength(rows.length);
    for (const address of addresses)
      expect(address).toMatch(/^HTTPS:\/\/SAVNER\.EXAMPLE\.NO\/K\/[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(new Set(addresses).size).toBe(rows.length);
    addresses.forEach((address, index) => {
      const printed = printedOn(2 * (index + 1), file);
      expect(printed).toContain(address.slice(address.lastIndexOf('/') + 1));
    });
  }, 60_000);
});

const wordPattern = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g;
const resolution = 300;

function at(index: number) {
  const row = inventedCards(index + 1, numbers)[index];
  if (!row) throw new Error('There are fewer invented cards than asked for');
  return row;
}

function* addressSides(): Generator<number> {
  for (let page = 2; page <= 2 * rows.length; page += 2) yield page;
}

/** The text in an area of a page, given from the trimmed card's corner. */
function area(page: number, zone: { x: number; y: number; width: number; height: number }) {
  const pixels = (value: number) => String(Math.round((value / 25.4) * resolution));
  return [
    'pdftotext',
    ...['-f', String(page), '-l', String(page), '-r', String(resolution)],
    ...[
      '-x',
      pixels(zone.x + 3),
      '-y',
      pixels(zone.y + 3),
      '-W',
      pixels(zone.width),
      '-H',
      pixels(zone.height),
    ],
    file,
    '-',
  ] as const;
}

function boxOf(info: string, name: string): [number, number, number, number] {
  const match = new RegExp(`${name}:\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)`).exec(info);
  const [left, top, right, bottom] = (match ?? []).slice(1).map(Number);
  return [left ?? NaN, top ?? NaN, right ?? NaN, bottom ?? NaN];
}

function fromTrim(points: string | undefined): number {
  return millimetres(Number(points)) - 3;
}

function millimetres(points: number): number {
  return (points / 72) * 25.4;
}
