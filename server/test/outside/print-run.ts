import { knownMunicipalities, Postcodes } from '../../src/features/campaigns/index.js';
import {
  type CardRow,
  type CardRows,
  CardTemplates,
  inventedCards,
  renderCards,
} from '../../src/features/postcards/index.js';

export const siteUrl = 'https://savner.example.no';
export const municipalityNumbers = knownMunicipalities.map(({ number }) => number);

type Request = Parameters<typeof renderCards>[0];

/** Renders rows as the command line does, always at the same instant. */
export function render(rows: CardRows, out: string, wishes: Partial<Request> = {}) {
  const request: Request = {
    rows,
    template: 'fjell-a6',
    language: 'nb',
    region: 'Fjellregionen',
    publicUrl: siteUrl,
    out,
    title: 'Røros & Os <prøve>',
    standard: 'pdfx-4',
    imposition: null,
    marks: 'no-marks',
    split: null,
    createdAt: new Date('2026-02-03T17:00:00Z'),
    ...wishes,
  };
  return renderCards(request, { templates: new CardTemplates(), postcodes: new Postcodes() });
}

/** Invented rows, the first of them replaced. */
export function rowsWith(count: number, changed: readonly Partial<CardRow>[] = []): CardRows {
  const invented = inventedCards(count, municipalityNumbers);
  return { count, at: (index) => ({ ...invented.at(index), ...changed[index] }) };
}
