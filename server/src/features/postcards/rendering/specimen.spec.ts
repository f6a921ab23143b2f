import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { CardTemplates, shippedFolders } from '../card-templates.js';
import { campaignValues, noImages } from '../domain/campaign-values.js';
import { templateNames } from '../templates/template-reader.js';
import { drawSpecimen } from './specimen.js';

const publicUrl = 'https://savner.example.no';
const municipalities = ['Røros', 'Os'].map((name) => ({
  number: '3430',
  name,
  mayorName: null,
  callingFrom: null,
}));
const campaign = {
  region: 'Fjellregionen',
  municipalities,
  contact: { name: '', email: '', phone: '' },
};

async function specimenOf(name: string, language: 'nb' | 'nn') {
  const opened = new CardTemplates().open(name);
  const card = {
    id: 'specimen',
    municipality: '3430',
    values: campaignValues(campaign, municipalities[1] ?? fail(), { publicUrl, language, images: noImages }),
    record: {
      addressLines: ['Kari Eksempel', 'Prøvegata 1', '7030 TRONDHEIM'],
      qrContent: 'HTTPS://SAVNER.EXAMPLE.NO/K/X',
      values: { name: 'Kari Eksempel', code: 'SPEC' },
    },
  };
  const createdAt = new Date('2026-02-03T17:00:00Z');
  const options = { ...opened, language, title: 'Prøvekort', createdAt, standard: 'pdfx-4' } as const;
  const made = await drawSpecimen(card, options, { qr: 'QR-kode til', signature: 'Underskrift' });
  if (!made.ok) throw new Error('The specimen fits');
  const file = Buffer.from(made.bytes).toString('latin1');
  return { template: opened.template, file, spoken: spokenIn(file) };
}

function fail(): never {
  throw new Error('There are two municipalities');
}

function spokenIn(file: string) {
  return (key: string) =>
    [...file.matchAll(new RegExp(`/${key} <feff([0-9a-f]*)>`, 'g'))].map(([, hex]) =>
      Buffer.from(hex ?? '', 'hex')
        .swap16()
        .toString('utf16le'),
    );
}

/** The pages' own content: the streams that mark what they show. */
function contentsOf(file: string): string[] {
  return [...file.matchAll(/\/Filter ?\/FlateDecode>>\s*stream\n([\s\S]*?)\nendstream/g)]
    .map(([, packed]) => inflateSync(Buffer.from(packed ?? '', 'latin1')).toString('latin1'))
    .filter((content) => content.includes('BDC'));
}

const each = templateNames(shippedFolders).flatMap((name) => [[name, 'nb'] as const, [name, 'nn'] as const]);

describe.each(each)('the specimen of %s in %s, heard', (name, language) => {
  it('tells what its own picture shows', async () => {
    const { template, spoken } = await specimenOf(name, language);
    const words = template.texts[language]?.['picture']?.map(({ text }) => text).join(' ');
    expect(words).toMatch(/^(Tegning|Teikning) av .{40}/);
    expect(spoken('Alt')[0]).toBe(words);
  });

  it('says words whose letters stand apart as words', async () => {
    const { file, spoken } = await specimenOf(name, language);
    expect(spoken('ActualText')).toContain('RØROS · OS');
    const [front = ''] = contentsOf(file);
    expect(spokenIn(front)('ActualText')).toEqual(['RØROS · OS']);
  });

  it('has a space where a line ends', async () => {
    const { file } = await specimenOf(name, language);
    const [front = ''] = contentsOf(file);
    const [headline = ''] = /\/P <<\/MCID 1>> BDC([\s\S]*?)EMC/.exec(front) ?? [];
    const shown = headline.split('\n').filter((line) => /T[jJ]$/.test(line));
    const [first, space, second, last] = shown;
    expect(shown).toHaveLength(4);
    expect([first, second].every((line) => line?.includes(' Tm '))).toBe(true);
    expect(space).toMatch(/^<[0-9a-f]{4}>Tj$/);
    expect(last).toBe(space);
  });
});
