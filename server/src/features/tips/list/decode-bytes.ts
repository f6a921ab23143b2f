import iconv from 'iconv-lite';
import { inUtf8 } from '../../../platform/csv-text.js';
import { AppError } from '../../../platform/errors.js';

export interface DecodedText {
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
  readonly text: string;
}

/**
 * The text of a file from a spreadsheet: UTF-8 with or without a byte-order mark, UTF-16 with one, else Windows-1252
 * (what Norwegian Excel writes), line by line. Node's own decoder would read Windows-1252 as latin1 and lose š, ž and €.
 * @throws AppError unsupported_media_type for what is not text
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b)
    throw notText('Dette ser ut som en Excel-fil. Lagre den som CSV og prøv igjen.');
  if (first === 0xff && second === 0xfe) return utf16(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return utf16(bytes, 'utf-16be');
  if (bytes.includes(0)) throw notText('Fila er ikke en tekstfil. Lagre lista som CSV og prøv igjen.');
  const text = inUtf8(bytes);
  return text === null
    ? { encoding: 'windows-1252', text: lineByLine(Buffer.from(bytes)) }
    : { encoding: 'utf-8', text };
}

/** Lists are pasted together: a line that is sound as UTF-8 was written so, as no Windows-1252 with æ, ø and å is. */
function lineByLine(bytes: Buffer): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length;) {
    const lineFeed = bytes.indexOf(0x0a, start);
    const end = lineFeed === -1 ? bytes.length : lineFeed + 1;
    const line = bytes.subarray(start, end);
    lines.push(inUtf8(line) ?? iconv.decode(line, 'windows-1252'));
    start = end;
  }
  return lines.join('');
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  return { encoding: 'utf-16', text: iconv.decode(Buffer.from(bytes), encoding) };
}

function notText(message: string): AppError {
  return new AppError('unsupported_media_type', message);
}
