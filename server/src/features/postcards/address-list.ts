import { stringify } from 'csv-stringify/sync';
import writeWorkbook from 'write-excel-file/node';
import type { StoredCard } from './domain/batch.js';

const columns = [
  'Nummer',
  'Mottaker',
  'Linje 2',
  'Linje 3',
  'Linje 4',
  'Linje 5',
  'Postnummer',
  'Kommunenummer',
  'Status',
];

const states: Readonly<Record<StoredCard['state'], string>> = {
  in_batch: 'Skal trykkes',
  posted: 'Postet',
  returned: 'Kom i retur',
  withdrawn: 'Tatt ut',
  erased: 'Slettet',
};

/**
 * The addresses of a batch in the order of its files, as Norwegian Excel opens it without questions: semicolons,
 * UTF-8 with BOM, CRLF, and nothing that Excel would take for a formula. Of those erased only the number stays.
 */
export function addressList(cards: readonly StoredCard[]): Uint8Array {
  const text = stringify([columns, ...cards.map(cellsOf)], {
    delimiter: ';',
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  return Buffer.from(text, 'utf8');
}

/** The same as a workbook; every cell is text, so that 0575 stays 0575. */
export async function addressWorkbook(cards: readonly StoredCard[]): Promise<Uint8Array> {
  const heading = columns.map((value) => ({ value, fontWeight: 'bold' as const }));
  const rows = cards.map((card) => cellsOf(card).map((value) => ({ value, type: String })));
  const widths = [9, 34, 30, 26, 22, 18, 12, 15, 14].map((width) => ({ width }));
  const options = { sheet: 'Adresser', columns: widths, stickyRowsCount: 1 };
  return writeWorkbook([heading, ...rows], options).toBuffer();
}

function cellsOf(card: StoredCard): string[] {
  return [
    String(card.position),
    ...Array.from({ length: 5 }, (_, index) => card.addressLines[index] ?? ''),
    card.postcode ?? '',
    card.municipality,
    states[card.state],
  ];
}
