import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { CardTemplates, type OpenTemplate } from '../card-templates.js';
import { campaignValues, noImages } from '../domain/campaign-values.js';
import { cardAddress, groupCode, makeCode } from '../domain/card-code.js';
import type { PrintCard } from './card-pages.js';
import {
  type CardSource,
  type PrintOptions,
  type PrintProgress,
  SheetTooSmall,
  writePrintFile,
} from './print-file.js';

let folder: string;
let opened: OpenTemplate;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-print-'));
  opened = new CardTemplates().open('fjell-a6');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const url = 'https://savner.example.no';
const tynset = {
  number: '3427',
  name: 'Tynset',
  mayorName: 'Ordfører Prøvestad',
  callingFrom: '00 00 00 00',
};
const values = campaignValues(
  { region: 'Fjellregionen', municipalities: [tynset], contact: { name: '', email: '', phone: '' } },
  tynset,
  { publicUrl: url, language: 'nb', images: noImages },
);

function card(index: number, name = `Kari Eksempel ${index}`): PrintCard {
  const code = makeCode(createHash('sha256').update(String(index)).digest());
  return {
    id: String(index),
    municipality: '3427',
    values,
    record: {
      addressLines: [name, 'Prøvegata 1', '7030 TRONDHEIM'],
      qrContent: cardAddress(url, code),
      values: { name, code: groupCode(code) },
    },
  };
}

const cards = (count: number) => Array.from({ length: count }, (_, index) => card(index));
const watch: PrintProgress = { signal: new AbortController().signal, progress: async () => {} };

function sourceOf(printed: readonly PrintCard[]): CardSource {
  const at = (index: number) => {
    const found = printed[index];
    if (!found) throw new RangeError('There is no such card');
    return found;
  };
  return { count: printed.length, read: (indices) => Promise.resolve(indices.map(at)) };
}

interface Wishes extends Partial<PrintOptions> {
  readonly progress?: PrintProgress;
}

async function print(file: string, printed: readonly PrintCard[], { progress, ...wishes }: Wishes = {}) {
  const { template, fontsFolder, profile } = opened;
  const options: PrintOptions = {
    template,
    fontsFolder,
    profile,
    language: 'nb',
    title: 'Parti 1',
    createdAt: new Date('2026-02-03T17:00:00Z'),
    standard: 'pdfx-4',
    imposition: null,
    marks: 'no-marks',
    ...wishes,
  };
  return writePrintFile(join(folder, file), sourceOf(printed), options, progress ?? watch);
}

describe('a print file', () => {
  it('is the same to the last byte for the same batch', async () => {
    const first = await print('first.pdf', cards(40));
    const second = await print('second.pdf', cards(40));
    expect(second.sha256).toBe(first.sha256);
    const bytes = readFileSync(join(folder, 'first.pdf'));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(first.sha256);
    expect(bytes.length).toBe(first.bytes);
  });

  it('is named by what it holds: the same for the same cards, another for another picture', async () => {
    const idOf = (file: string) =>
      /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(readFileSync(join(folder, file), 'latin1'))?.[1];
    const withPhoto = (image: string) => ({
      ...card(1),
      values: {
        ...values,
        images: { photo: { path: image, widthPx: 8, heightPx: 8, alternative: '' }, signature: null },
      },
    });
    const draw = async (name: string, grey: number) => {
      const background = { r: grey, g: grey, b: grey };
      const picture = sharp({ create: { width: 8, height: 8, channels: 3, background } });
      const path = join(folder, name);
      await picture.toColourspace('cmyk').jpeg().toFile(path);
      return path;
    };
    const [dark, light] = [await draw('dark.jpg', 40), await draw('light.jpg', 220)];
    await print('dark.pdf', [withPhoto(dark)]);
    await print('dark-again.pdf', [withPhoto(dark)]);
    await print('light.pdf', [withPhoto(light)]);
    const id = idOf('dark.pdf') ?? '';
    expect(idOf('dark-again.pdf')).toBe(id);
    expect(idOf('light.pdf')).not.toBe(id);
    const metadata = readFileSync(join(folder, 'dark.pdf'), 'latin1');
    expect(metadata.replaceAll('-', '')).toContain(`uuid:${id}`);
  });

  it('has two pages a card and stores what the cards share once', async () => {
    const few = await print('few.pdf', cards(10));
    const many = await print('many.pdf', cards(110));
    expect([few.pages, many.pages]).toEqual([20, 220]);
    expect((many.bytes - few.bytes) / 100).toBeLessThan(1_600);
  });

  it('can be read by its owner only', async () => {
    await print('private.pdf', cards(1));
    expect(statSync(join(folder, 'private.pdf')).mode & 0o777).toBe(0o600);
  });

  it('leaves a card out that cannot be set, and prints the others', async () => {
    const result = await print('mixed.pdf', [
      card(1),
      card(2, 'x'.repeat(200)),
      card(3, '日本'),
      card(4, 'Čŋłễ Ωμέγα'),
    ]);
    expect(result.pages).toBe(4);
    expect(result.refused).toMatchObject([
      { id: '2', problems: [{ kind: 'does_not_fit', where: 'address' }] },
      { id: '3', problems: [{ kind: 'missing_glyph', letters: '日 本' }] },
    ]);
  });

  it('leaves nothing behind when it is stopped half-way', async () => {
    const stop = new AbortController();
    const progress = async (done: number) => {
      if (done >= 50) stop.abort(new Error('stopped by the coordinator'));
    };
    await expect(
      print('stopped.pdf', cards(500), { progress: { signal: stop.signal, progress } }),
    ).rejects.toThrow('stopped');
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });

  it('is written again over what a crash has left', async () => {
    writeFileSync(join(folder, 'again.pdf.part'), 'half a file');
    const result = await print('again.pdf', cards(3));
    expect(statSync(join(folder, 'again.pdf')).size).toBe(result.bytes);
    expect(readdirSync(folder)).not.toContain('again.pdf.part');
  });

  it('keeps its size and its bytes for names that need joined letters and marks', async () => {
    const names = ['محمد علي', 'Z̤oë M̥üller', 'Šćepan Đurić', 'Nguyễn Thị Ánh', 'Дмитрий Иванов'];
    const printed = names.map((name, index) => card(index, name));
    const first = await print('letters.pdf', printed);
    expect(first).toMatchObject({ cards: 5, refused: [] });
    expect((await print('letters-again.pdf', printed)).sha256).toBe(first.sha256);
  });

  it.each(['🦊 Rev', '한국', 'नमस्ते', '\u{10FFFF}'])(
    'names the letters of «%s» it has no font for',
    async (name) => {
      const result = await print('unknown.pdf', [card(1), card(2, name), card(3)]);
      expect(result).toMatchObject({
        cards: 2,
        refused: [{ id: '2', problems: [{ kind: 'missing_glyph' }] }],
      });
    },
  );

  it('holds whatever title it is given', async () => {
    await print('title.pdf', cards(1), { title: 'Røros & <Os> «(1)» \\' });
    const text = readFileSync(join(folder, 'title.pdf'), 'utf8');
    expect(text).toContain('Røros &amp; &lt;Os&gt; «(1)» \\');
  });
});

describe('a file of sheets', () => {
  it('puts eight cards on an SRA3 sheet, and fills the gap a refused card would leave', async () => {
    const printed = cards(18);
    printed[5] = card(5, 'x'.repeat(200));
    const result = await print('sheets.pdf', printed, { imposition: { paper: 'sra3', flip: 'long-edge' } });
    expect(result).toMatchObject({ pages: 6, cards: 17, refused: [{ id: '5' }] });
  });

  it('refuses a card the paper has no room for', async () => {
    const { template } = opened;
    const large = { ...template, format: { ...template.format, width: 240, height: 240 } };
    await expect(
      print('large.pdf', cards(1), { template: large, imposition: { paper: 'a4', flip: 'long-edge' } }),
    ).rejects.toThrow(SheetTooSmall);
    expect(readdirSync(folder).filter((name) => name.startsWith('large'))).toEqual([]);
  });
});
