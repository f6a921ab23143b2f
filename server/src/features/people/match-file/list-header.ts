import iconv from 'iconv-lite';
import { AppError } from '../../../platform/errors.js';
import { readTipHeader, type TipColumn } from '../../tips/index.js';
import type { ByteRange } from './list-records.js';
import type { ListFormat } from './list-rows.js';
import type { ListSource, OpenList } from './list-source.js';

export interface ListHeader extends ListFormat {
  /** What each column holds; null for one that is not a tip's. */
  readonly columns: readonly (TipColumn | null)[];
  /** Where the rows stand. */
  readonly body: ByteRange;
}

const sniffed = 1 << 20;
const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/**
 * Looks at the beginning of a list: encoding, delimiter, columns.
 * @throws AppError unsupported_media_type; validation_failed when the headers cannot be used
 */
export function readListHeader(list: OpenList): ListHeader {
  const beginning = list.read(0, Math.min(list.size, sniffed));
  if (beginning[0] === 0x50 && beginning[1] === 0x4b)
    throw notText('Dette ser ut som en Excel-fil. Lagre den som CSV og prøv igjen.');
  if (beginning.includes(0)) throw notText('Fila er ikke en tekstfil. Lagre lista som CSV og prøv igjen.');
  const encoding = encodingOf(beginning);
  let start = hasMark(beginning) ? 3 : 0;
  const firstLine = iconv.decode(lineAt(beginning, start), encoding);
  if (/^sep=./i.test(firstLine)) start += lineAt(beginning, start).length;
  const header = lineAt(beginning, start);
  const { delimiter, columns } = readTipHeader(iconv.decode(header, encoding), []);
  return {
    encoding,
    delimiter,
    columns: columns.map(({ column }) => column),
    body: { start: start + header.length, end: list.size },
  };
}

/** UTF-16, as some spreadsheets save it, made into UTF-8, and the line ends of old Macs into others; the rest as it is. */
export function inReadableEncoding(source: ListSource, list: OpenList): ListSource {
  const [first, second] = list.read(0, 2);
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  if (encoding === null) return hasOldLineEnds(list) ? withLineFeeds(list) : source;
  return { bytes: inUtf8Pieces(list, encoding) };
}

/** A piece at a time, so that nothing but the bytes that come of it is held. */
function inUtf8Pieces(list: OpenList, encoding: string): Uint8Array {
  const decoder = iconv.getDecoder(encoding);
  const pieces: Buffer[] = [];
  for (let at = 0; at < list.size; at += sniffed)
    pieces.push(Buffer.from(decoder.write(list.read(at, Math.min(list.size, at + sniffed))), 'utf8'));
  pieces.push(Buffer.from(decoder.end() ?? '', 'utf8'));
  return Buffer.concat(pieces);
}

function hasOldLineEnds(list: OpenList): boolean {
  const beginning = list.read(0, Math.min(list.size, sniffed));
  return beginning.includes(carriageReturn) && !beginning.includes(lineFeed);
}

function withLineFeeds(list: OpenList): ListSource {
  const bytes = Uint8Array.from(list.read(0, list.size));
  for (let at = bytes.indexOf(carriageReturn); at !== -1; at = bytes.indexOf(carriageReturn, at))
    bytes[at] = lineFeed;
  return { bytes };
}

function lineAt(bytes: Buffer, start: number): Buffer {
  const end = bytes.indexOf(lineFeed, start);
  return bytes.subarray(start, end === -1 ? bytes.length : end + 1);
}

function hasMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** UTF-8 unless most of what is not plain English is broken then: that is what Norwegian Excel writes. */
function encodingOf(bytes: Buffer): ListFormat['encoding'] {
  // A letter that is cut in two where the beginning ends is left out.
  const text = new TextDecoder().decode(bytes, { stream: true });
  const broken = text.match(/\uFFFD/gu)?.length ?? 0;
  const sound = text.match(/[\u0080-\uFFFC\u{10000}-\u{10FFFF}]/gu)?.length ?? 0;
  return broken > sound ? 'windows-1252' : 'utf-8';
}

function notText(message: string): AppError {
  return new AppError('unsupported_media_type', message);
}
