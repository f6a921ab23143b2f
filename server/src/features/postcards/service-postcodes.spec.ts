import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { batchFilter } from '@savner/contract/postcards';
import { type PostcardsApp, startPostcardsApp } from '../../../test/postcards-app.js';
import { Postcodes } from '../campaigns/index.js';
import { BatchesService } from './batches.service.js';
import { CardTemplates } from './card-templates.js';
import { inventedCards } from './domain/invented-cards.js';
import { presentReadiness } from './postcards.presenter.js';
import { ReadinessService } from './readiness.service.js';
import { renderCards } from './render-cards.js';

let folder: string;
let register: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-register-'));
  register = join(folder, 'register.txt');
  const lines = ['7030\tTRONDHEIM\t5001\tTRONDHEIM\tG', '0045\tOSLO\t0301\tOSLO\tS'];
  writeFileSync(register, lines.join('\r\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a service postcode', () => {
  let room: PostcardsApp;
  beforeAll(async () => {
    room = await startPostcardsApp({ postcodeRegister: register });
  });
  afterAll(() => room.close());

  it('gets no card where the post’s register is known, and the coordinator reads why', async () => {
    const campaign = await room.newCampaign();
    const sent = room.households.add();
    const kept = room.households.add({ postcode: '0045', place: 'Oslo' });
    const filter = batchFilter.parse({ template: 'fjell-a6', language: 'nb' });
    const facts = await room.app.get(ReadinessService).preview(campaign.id, filter);
    const { leftOut, reasons } = presentReadiness(facts, 'nb');
    expect(reasons).toEqual([{ reason: 'service_postcode', count: 1 }]);
    expect(leftOut).toMatchObject([
      { householdId: kept, remedy: expect.stringContaining('servicepostnummer') as unknown },
    ]);
    const batches = room.app.get(BatchesService);
    const batch = await batches.create({ name: 'Koordinator' }, campaign.id, filter);
    const { cards } = await batches.manifest(campaign.id, batch.id);
    expect(cards.map(({ householdId }) => householdId)).toEqual([sent]);
  });
});

describe('a table of cards', () => {
  const [address, service] = ['7030', '0045'];
  const invented = inventedCards(2, ['3427']);
  const rows = {
    count: 2,
    at: (index: number) => ({
      ...invented.at(index),
      country: '',
      postcode: index === 0 ? address : service,
    }),
  };
  const render = (postcodes: Postcodes) =>
    renderCards(
      {
        rows,
        template: 'fjell-a6',
        language: 'nb',
        region: 'Fjellregionen',
        publicUrl: 'https://savner.example.no',
        out: join(folder, 'cards.pdf'),
        title: 'Prøve',
        createdAt: new Date('2026-02-03T17:00:00Z'),
        standard: 'pdfx-4',
        imposition: null,
        marks: 'no-marks',
        split: null,
      },
      { templates: new CardTemplates(), postcodes },
    );

  it('loses the row with a service postcode, named with what to do', async () => {
    const report = await render(new Postcodes(register));
    expect(report).toMatchObject({ cards: 1, problems: [{ row: 2 }] });
    expect(report.problems[0]?.remedy).toContain('servicepostnummer');
  });

  it('loses none with the shipped postcodes, which do not tell them apart', async () => {
    expect(await render(new Postcodes())).toMatchObject({ cards: 2, problems: [] });
  });
});
