import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHttpApp } from '../../src/app.js';
import { makeDemoCampaign } from '../../src/demo/make-campaign.js';
import { ShiftedClock } from '../../src/platform/clock.js';
import { makeTestPlace } from '../test-database.js';
import { printedOn, run } from './programs.js';

/** The print file the demo makes from the sample tips, seen by programs that are not ours. */
let folder: string;
let file: string;
let tidyUp: () => Promise<void>;

beforeAll(async () => {
  const place = await makeTestPlace();
  const clock = new ShiftedClock();
  const app = await createHttpApp(place.config, clock);
  folder = mkdtempSync(join(tmpdir(), 'savner-demo-'));
  tidyUp = async () => {
    await app.close();
    await place.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  await makeDemoCampaign(app, clock, () => undefined);
  const print = join(place.config.dataDirectory, 'print');
  file = join(print, readdirSync(print).find((name) => name.endsWith('.pdf')) ?? '');
}, 120_000);
afterAll(() => tidyUp());

describe("the demo's print file, seen from outside", () => {
  it('is without errors to qpdf', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  });

  it('gives back æøå and South Sámi letters', () => {
    const text = run('pdftotext', file, '-');
    for (const letters of ['æ', 'ø', 'å', 'Mïhkel Dunfjell', 'Martine Tröan'])
      expect(text).toContain(letters);
  });

  it("has codes that lead to the card's own address", () => {
    run('pdftoppm', '-r', '200', '-gray', '-png', '-l', '20', file, join(folder, 'page'));
    const pictures = readdirSync(folder).sort();
    const codes = pictures.filter((_, index) => index % 2 === 1);
    expect(codes).toHaveLength(10);
    codes.forEach((picture, index) => {
      const address = run('zbarimg', '-q', '--raw', join(folder, picture)).trim();
      expect(address).toMatch(/^HTTPS:\/\/SAVNER\.EXAMPLE\.NO\/K\/[0-9A-HJKMNP-TV-Z]{27}$/);
      const printed = printedOn(2 * (index + 1), file);
      expect(printed).toContain(address.slice(address.lastIndexOf('/') + 1));
    });
  }, 60_000);
});
