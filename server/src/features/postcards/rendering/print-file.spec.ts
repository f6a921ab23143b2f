import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CardTemplates, type OpenTemplate } from '../card-templates.js';
import { campaignValues } from '../domain/campaign-values.js';
import { cardAddress, groupCode, makeCode } from '../domain/card-code.js';
import { type PrintCard, type PrintProgress, writePrintFile } from './print-file.js';

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
  url,
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

async function print(file: string, printed: Iterable<PrintCard>, progress: PrintProgress = watch) {
  const options = {
    ...opened,
    language: 'nb' as const,
    title: 'Parti 1',
    createdAt: new Date('2026-02-03T17:00:00Z'),
  };
  return writePrintFile(join(folder, file), printed, options, progress);
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

  it('has two pages a card and stores what the cards share once', async () => {
    const few = await print('few.pdf', cards(10));
    const many = await print('many.pdf', cards(110));
    expect([few.pages, many.pages]).toEqual([20, 220]);
    expect((many.bytes - few.bytes) / 100).toBeLessThan(2_500);
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
    await expect(print('stopped.pdf', cards(500), { signal: stop.signal, progress })).rejects.toThrow(
      'stopped',
    );
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });
});
