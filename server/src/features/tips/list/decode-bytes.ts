import iconv from 'iconv-lite';
import { AppError } from '../../../platform/errors.js';

export interface DecodedText {
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
  readonly text: string;
}

/**
 * The text of a file from a spreadsheet: UTF-8 with or without a byte-order mark, UTF-16 with one, else Windows-1252
 * (what Norwegian Excel writes). Node's own decoder would read Windows-1252 as latin1 and lose š, ž and €.
 * @throws AppError unsupported_media_type for what is not text
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b)
    throw notText('Dette ser ut som en Excel-fil. Lagre den som CSV og prøv igjen.');
  if (first === 0xff && second === 0xfe) return utf16(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return utf16(bytes, 'utf-16be');
  if (bytes.includes(0)) throw notText('Fila er ikke en tekstfil. Lagre lista som CSV og prøv igjen.');
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { encoding: 'windows-1252', text: iconv.decode(Buffer.from(bytes), 'windows-1252') };
  }
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  return { encoding: 'utf-16', text: iconv.decode(Buffer.from(bytes), encoding) };
}

function notText(message: string): AppError {
  return new AppError('unsupported_media_type', message);
}
