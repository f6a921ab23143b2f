import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { render, rowsWith } from './print-run.js';
import { printedOn, run } from './programs.js';

/**
 * What the print house's own programs say about our file: qpdf, poppler, Ghostscript and zbar look at it from
 * outside. Run with `npm run test:outside`; the ordinary tests need none of these programs.
 */
const rows = rowsWith(14, [
  { names: ['Čŋłễ Ωμέγα', 'Gaebpie Ïsebakke'] },
  { country: 'Sverige', postcode: '831 31', place: 'Östersund' },
]);

let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'savner-outside-'));
  file = join(folder, 'cards.pdf');
  const report = await render(rows, file);
  expect(report).toMatchObject({ cards: rows.count, problems: [] });
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
    expect(info).toMatch(new RegExp(`Pages:\\s+${2 * rows.count}`));
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

  it('holds no picture of dots, and the colours it is meant for', () => {
    expect(run('pdfimages', '-list', file).trim().split('\n').slice(2)).toEqual([]);
    const plain = run('qpdf', '--qdf', '--object-streams=disable', file, '-');
    expect(plain).toMatch(/\/OutputConditionIdentifier \(FOGRA39\)/);
  });

  it('is cut where the marks are, when there are any', async () => {
    const marked = join(folder, 'marked.pdf');
    await render(rowsWith(2), marked, { marks: 'marks' });
    const info = run('pdfinfo', '-box', marked);
    const [left] = boxOf(info, 'TrimBox');
    const [mediaLeft, , mediaRight] = boxOf(info, 'MediaBox');
    expect(millimetres(left - mediaLeft)).toBeCloseTo(8, 1);
    expect(millimetres(mediaRight - mediaLeft)).toBeCloseTo(148 + 16, 1);
    const inks = run('gs', '-q', '-o', '-', '-sDEVICE=ink_cov', marked).trim().split('\n');
    expect(inks[1]).toMatch(/^\s*0\.0+\s+0\.0+\s+0\.0+\s+[\d.]*[1-9]/);
  });

  it('comes in files of so many cards, in the order of the post', async () => {
    const out = join(folder, 'part.pdf');
    const report = await render(rowsWith(25), out, { split: 10 });
    expect(report.files.map((each) => each.slice(folder.length + 1))).toEqual([
      'part-1.pdf',
      'part-2.pdf',
      'part-3.pdf',
    ]);
    const pages = report.files.map((each) => Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', each))?.[1]));
    expect(pages).toEqual([20, 20, 10]);
  });

  it('has a QR code a telephone reads on every card, each its own address', () => {
    run('pdftoppm', '-r', '200', '-gray', '-png', file, join(folder, 'page'));
    const pictures = readdirSync(folder)
      .filter((name) => name.startsWith('page'))
      .sort();
    const addresses = pictures
      .filter((_, index) => index % 2 === 1)
      .map((picture) => run('zbarimg', '-q', '--raw', join(folder, picture)).trim());
    expect(addresses).toHaveLength(rows.count);
    for (const address of addresses)
      expect(address).toMatch(/^HTTPS:\/\/SAVNER\.EXAMPLE\.NO\/K\/[0-9A-HJKMNP-TV-Z]{27}$/);
    expect(new Set(addresses).size).toBe(rows.count);
    addresses.forEach((address, index) => {
      const printed = printedOn(2 * (index + 1), file);
      expect(printed).toContain(address.slice(address.lastIndexOf('/') + 1));
    });
  }, 60_000);
});

function boxOf(info: string, name: string): [number, number, number, number] {
  const match = new RegExp(`${name}:\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)`).exec(info);
  const [left, top, right, bottom] = (match ?? []).slice(1).map(Number);
  return [left ?? NaN, top ?? NaN, right ?? NaN, bottom ?? NaN];
}

function millimetres(points: number): number {
  return (points / 72) * 25.4;
}
