import { cardAddress, groupCode } from './card-code.js';
import type { CardRecord } from './layout.js';
import type { CardValues } from './merge-fields.js';

/** What one card alone says: its address, and its code in figures and as the QR's content. */
export function cardRecord(
  addressLines: readonly string[],
  { publicUrl, code }: { readonly publicUrl: string; readonly code: string },
): CardRecord {
  const values: CardValues = { name: addressLines[0] ?? '', code: groupCode(code) };
  return { addressLines, qrContent: cardAddress(publicUrl, code), values };
}
