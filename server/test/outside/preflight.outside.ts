import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cmykJpeg, spoilt, withPicture } from './preflight/broken-files.js';
import { type Fault, preflight } from './preflight/preflight.js';
import { render, rowsWith } from './print-run.js';
import { run } from './programs.js';

let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'savner-preflight-'));
  file = join(folder, 'cards.pdf');
  await render(rowsWith(3), file);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('our own preflight', () => {
  it.each([
    ['single cards', {}],
    ['single cards with cut marks', { marks: 'marks' as const }],
    ['sheets', { imposition: { paper: 'sra3' as const, flip: 'long-edge' as const } }],
    ['the archive copy', { standard: 'pdfa-2b' as const }],
  ])('finds nothing wrong with %s', async (_, wishes) => {
    const out = join(folder, 'good.pdf');
    await render(rowsWith(12), out, wishes);
    expect(preflight(out)).toEqual([]);
    expect(run('mutool', 'info', out)).toContain('Pages:');
  });

  it.each<[string, RegExp, string, Fault]>([
    [
      'a page group in RGB',
      /\/Type \/Page\n/,
      '/Type /Page\n/Group <</S /Transparency /CS /DeviceRGB>>\n',
      'page-group',
    ],
    ['RGB in a colour space', /\/DeviceCMYK/, '/DeviceRGB', 'rgb'],
    ['RGB in the content', /0 0 0 1 k/, '0 0 0   rg', 'rgb'],
    ['no TrimBox', /\/TrimBox \[[^\]]*\]/, '', 'no-trim-box'],
    ['too little bleed', /\/BleedBox \[[^\]]*\]/, '/BleedBox [5 5 400 300]', 'bleed-too-small'],
    ['transparency', /\/OPM 1/, '/OPM 1 /ca 0.5', 'transparency'],
    ['a font that is not embedded', /\/FontFile2 \d+ 0 R/, '', 'font-not-embedded'],
    ['a title with a bare &', /&amp;/, '&', 'broken-metadata'],
    ['no output intent', /\/DestOutputProfile \d+ 0 R/, '', 'no-output-intent'],
    ['no word of PDF/X', /PDF\/X-4</, 'PDF/X-9<', 'no-standard'],
    [
      'something that runs',
      /\/Type \/Catalog/,
      '/Type /Catalog /OpenAction <</S /JavaScript /JS (x)>>',
      'active-content',
    ],
  ])('catches %s', (_, from, to, fault) => {
    expect(preflight(spoilt(file, folder, from, to))).toContain(fault);
  });

  it('catches a CMYK JPEG without the marker, and lets one with it pass', async () => {
    const bare = await withPicture(cmykJpeg(file, folder, 'none'), folder, 1);
    expect(preflight(bare)).toContain('cmyk-jpeg-inverted');
    const marked = await withPicture(cmykJpeg(file, folder, 'adobe'), folder, 1);
    expect(preflight(marked)).not.toContain('cmyk-jpeg-inverted');
  });

  it('catches a picture of fewer than 300 dots per inch', async () => {
    const picture = cmykJpeg(file, folder, 'adobe');
    expect(preflight(await withPicture(picture, folder, 5))).toContain('picture-too-coarse');
    expect(preflight(await withPicture(picture, folder, 1))).not.toContain('picture-too-coarse');
  });
});
