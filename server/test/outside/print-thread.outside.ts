import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rootDirectory } from '../../src/config/config.js';
import { CardTemplates } from '../../src/features/postcards/card-templates.js';
import { campaignValues, noImages } from '../../src/features/postcards/domain/campaign-values.js';
import { cardAddress, groupCode, makeCode } from '../../src/features/postcards/domain/card-code.js';
import {
  type CardSource,
  type PrintOptions,
  writePrintFile,
} from '../../src/features/postcards/rendering/print-file.js';

/** The built server prints long batches in a thread of its own. */
const count = 4_000;
const built = join(rootDirectory, 'server/dist/features/postcards/rendering/print-in-thread.js');
type Print = typeof writePrintFile;
let folder: string;
let print: Print;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'savner-thread-'));
  ({ print } = (await import(pathToFileURL(built).href)) as { print: Print });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tynset = { number: '3427', name: 'Tynset', mayorName: null, callingFrom: null };
const campaign = {
  region: 'Fjellregionen',
  municipalities: [tynset],
  contact: { name: '', email: '', phone: '' },
};
const url = 'https://savner.example.no';
const values = campaignValues(campaign, tynset, { publicUrl: url, language: 'nb', images: noImages });

const source: CardSource = {
  count,
  read: (indices) =>
    Promise.resolve(
      indices.map((index) => {
        const code = makeCode(Buffer.from(String(index).padStart(17, '0')));
        return {
          id: String(index),
          municipality: '3427',
          values,
          record: {
            addressLines: [`Kari Eksempel ${index}`, 'Prøvegata 1', '7030 TRONDHEIM'],
            qrContent: cardAddress(url, code),
            values: { name: 'Kari Eksempel', code: groupCode(code) },
          },
        };
      }),
    ),
};

function options(): PrintOptions {
  const { template, fontsFolder, profile } = new CardTemplates().open('fjell-a6');
  return {
    template,
    fontsFolder,
    profile,
    language: 'nb',
    title: 'Parti 1',
    createdAt: new Date('2026-02-03T17:00:00Z'),
    standard: 'pdfx-4',
    imposition: null,
    marks: 'no-marks',
  };
}

describe('a long batch', () => {
  it('is printed beside the server’s work, with the bytes it would have had in it', async () => {
    const told: number[] = [];
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const progress = (done: number) => Promise.resolve(void told.push(done));
    const result = await print(join(folder, 'thread.pdf'), source, options(), {
      signal: new AbortController().signal,
      progress,
    });
    delay.disable();
    expect(result).toMatchObject({ cards: count, pages: 2 * count, refused: [] });
    expect(told.at(-1)).toBe(count);
    expect(delay.percentile(99) / 1e6).toBeLessThan(100);
    const here = await writePrintFile(join(folder, 'here.pdf'), source, options(), {
      signal: new AbortController().signal,
      progress: async () => {},
    });
    expect(here.sha256).toBe(result.sha256);
  }, 120_000);

  it('leaves nothing behind when it is stopped', async () => {
    const stop = new AbortController();
    const progress = async (done: number) => {
      if (done > 500) stop.abort(new Error('stopped by the coordinator'));
    };
    const printing = print(join(folder, 'stopped.pdf'), source, options(), { signal: stop.signal, progress });
    await expect(printing).rejects.toThrow('stopped by the coordinator');
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
  }, 120_000);
});
