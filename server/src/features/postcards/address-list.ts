import { stringify } from 'csv-stringify/sync';
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
];

/**
 * The addresses of a batch in the order of its file, as Norwegian Excel opens it without questions: semicolons,
 * UTF-8 with BOM, CRLF, and nothing that Excel would take for a formula.
 */
export function addressList(cards: readonly StoredCard[]): Uint8Array {
  const rows = cards.map((card) => [
    String(card.position),
    ...Array.from({ length: 5 }, (_, index) => card.addressLines[index] ?? ''),
    card.postcode ?? '',
    card.municipality,
  ]);
  const text = stringify([columns, ...rows], {
    delimiter: ';',
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  return Buffer.from(text, 'utf8');
}
