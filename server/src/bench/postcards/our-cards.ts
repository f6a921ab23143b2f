import { createReadStream } from 'node:fs';
import { Postcodes } from '../../features/campaigns/index.js';
import { CardTemplates, readCardRows, renderCards } from '../../features/postcards/index.js';
import { keepMemorySmall } from '../../platform/small-memory.js';
import { publicUrl } from './bench-cards.js';

/** What `postcards render` does, with the processor's time: `node our-cards.js TABLE OUT` tells it as JSON. */
const [, , table = '', out = ''] = process.argv;
keepMemorySmall();
const rows = await readCardRows(createReadStream(table));
const before = process.cpuUsage();
const begun = performance.now();
const report = await renderCards(
  {
    rows,
    template: 'fjell-a6',
    language: 'nb',
    region: 'Fjellregionen',
    publicUrl,
    out,
    title: 'Savner du noen',
    createdAt: new Date(),
    standard: 'pdfx-4',
    imposition: null,
    marks: 'no-marks',
    split: null,
  },
  { templates: new CardTemplates(), postcodes: new Postcodes() },
);
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ seconds, busy: (user + system) / 1e6, cards: report.cards }));
