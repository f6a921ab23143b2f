import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { leastBulk, type PackedFile } from '../domain/packing-list.js';

/** What a packing list says; texts as they are printed. */
export interface PackingListFacts {
  readonly title: string;
  readonly region: string;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
  /** Local date. */
  readonly madeOn: string;
  /** When the batch was made: the same list has the same bytes. */
  readonly createdAt: Date;
  readonly template: string;
  readonly sheet: 'single' | 'a4' | 'sra3';
  readonly marks: boolean;
  readonly files: readonly (Omit<PackedFile, 'municipality'> & { readonly place: string | null })[];
  readonly fontsFolder: string;
}

const sheetNames = {
  single: 'Ett kort på hvert ark, med 3 mm utfallende',
  a4: 'Flere kort på A4',
  sra3: 'Flere kort på SRA3',
} as const;

const margin = 48;

/** An A4 sheet for the parcel: who sends it, which files with their checksums, and how many cards lie in each tray. */
export async function packingListPdf(facts: PackingListFacts): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4',
    margin,
    lang: 'nb-NO',
    info: { Title: facts.title, CreationDate: facts.createdAt, ModDate: facts.createdAt },
    font: join(facts.fontsFolder, 'LiberationSans-Regular.ttf'),
  });
  const bytes = buffer(document);
  document.registerFont('regular', join(facts.fontsFolder, 'LiberationSans-Regular.ttf'));
  document.registerFont('bold', join(facts.fontsFolder, 'LiberationSans-Bold.ttf'));
  const cards = facts.files.reduce((sum, file) => sum + file.cards, 0);
  document.font('bold').fontSize(18).text(facts.title);
  document.font('regular').fontSize(10).moveDown(0.5);
  document.text(`${facts.region} · ${facts.contact.name} · ${facts.contact.phone} · ${facts.contact.email}`);
  document.text(`Laget ${norwegianDate(facts.madeOn)} · mal ${facts.template}`);
  document.text(`${sheetNames[facts.sheet]}, ${facts.marks ? 'med' : 'uten'} skjæremerker`);
  document
    .moveDown()
    .font('bold')
    .fontSize(12)
    .text(`${counted(cards, 'kort')} i ${counted(facts.files.length, 'fil', 'filer')}`);
  document.font('regular').fontSize(10);
  if (cards < leastBulk)
    document.text(
      `Færre enn ${leastBulk} kort tas ikke imot som masseforsendelse: de må frankeres hver for seg.`,
    );
  for (const file of facts.files) fileSection(document, file);
  document.end();
  return bytes;
}

function fileSection(document: PDFKit.PDFDocument, file: PackingListFacts['files'][number]): void {
  document.moveDown().font('bold').fontSize(11).text(file.name, margin);
  document.font('regular').fontSize(9);
  const last = file.firstCard + file.cards - 1;
  const place = file.place === null ? '' : `${file.place} · `;
  document.text(
    `${place}${counted(file.cards, 'kort')} (nr. ${file.firstCard}–${last}) · ${counted(file.pages, 'side', 'sider')}`,
  );
  document.text(`SHA-256 ${file.sha256}`).moveDown(0.4);
  document.table({
    defaultStyle: { border: 0.5, borderColor: '#999999', padding: 3 },
    columnStyles: [150, 80],
    data: [
      ['Kasse (postnummer)', 'Kort'],
      ...file.trays.map(({ figures, cards }) => [
        figures === null ? 'Utlandet' : `${figures}00–${figures}99`,
        String(cards),
      ]),
    ],
  });
}

function counted(count: number, one: string, many = one): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** 2026-01-12 is 12.01.2026. */
function norwegianDate(date: string): string {
  return date.split('-').reverse().join('.');
}
