import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CardTemplates, shippedFolders } from '../../src/features/postcards/card-templates.js';
import { campaignValues, noImages } from '../../src/features/postcards/domain/campaign-values.js';
import { templateNames } from '../../src/features/postcards/templates/template-reader.js';
import { drawSpecimen } from '../../src/features/postcards/rendering/specimen.js';
import { preflight } from './preflight/preflight.js';
import { run } from './programs.js';

/** The specimen as a screen reader and the print house get it. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-specimen-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function specimenOf(template: string): Promise<string> {
  const file = join(folder, `${template}.pdf`);
  const tynset = { number: '3427', name: 'Tynset', mayorName: 'Ordfører Prøvestad', callingFrom: null };
  const campaign = {
    region: 'Fjellregionen',
    municipalities: [tynset, { ...tynset, number: '5025', name: 'Røros' }],
    contact: { name: '', email: '', phone: '' },
  };
  const card = {
    id: 'specimen',
    municipality: '3427',
    values: campaignValues(campaign, tynset, {
      publicUrl: 'https://savner.example.no',
      language: 'nb',
      images: noImages,
    }),
    record: {
      addressLines: ['Kari Eksempel', 'Prøvegata 1', '7030 TRONDHEIM'],
      qrContent: 'HTTPS://SAVNER.EXAMPLE.NO/K/SPECVEN0SPECVEN0SPECVEN0SP',
      values: { name: 'Kari Eksempel', code: 'SPEC-VEN0' },
    },
  };
  const made = await drawSpecimen(
    card,
    {
      ...new CardTemplates().open(template),
      language: 'nb',
      title: 'Prøvekort',
      createdAt: new Date('2026-02-03T17:00:00Z'),
      standard: 'pdfx-4',
    },
    { qr: 'QR-kode til', signature: 'Underskrift' },
  );
  if (!made.ok) throw new Error('The specimen fits');
  writeFileSync(file, made.bytes);
  return file;
}

describe.each(templateNames(shippedFolders))('the specimen of %s, seen from outside', (template) => {
  it('is tagged, without errors, and can be printed', async () => {
    const file = await specimenOf(template);
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    expect(run('pdfinfo', file)).toMatch(/Tagged:\s+yes/);
    expect(preflight(file)).toEqual([]);
  });

  it('is read aloud in order, with words for its pictures', async () => {
    const file = await specimenOf(template);
    const structure = run('pdfinfo', '-struct-text', file);
    const said = [
      'Figure',
      'Noen savner deg i Fjellregionen',
      'TYNSET · RØROS',
      'Hei!',
      'Vil du ikke bli ringt?',
      'Kari Eksempel Prøvegata 1 7030 TRONDHEIM',
    ];
    const places = said.map((words) => structure.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((left, right) => left - right)).toEqual(places);
    const plain = run('qpdf', '--qdf', '--object-streams=disable', file, '-');
    expect(plain).toContain('/Lang (nb)');
    expect(plain.match(/\/Alt /g)).toHaveLength(2);
    expect(run('pdftotext', file, '-')).toContain('TYNSET · RØROS');
  });
});
