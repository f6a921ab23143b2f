import QRCode from 'qrcode';
import { alphanumericRoom, type QrFrame, qrFrame, type Slice } from './qr-frame.js';
import { codewordsOf, isAlphanumeric } from './qr-words.js';

/** The black modules of a code, without the quiet zone. */
export interface QrMatrix {
  readonly size: number;
  /** The modules of one row; bit 0 of the first number is the first module, 32 a number. */
  readonly row: (row: number) => readonly [number, number];
}

const versions = 9;
/** Digits that may be shorter as a part of their own: many in a row, or nothing else. */
const manyDigits = /\d{6}|^\d+$/;

/**
 * The QR code of a text at correction level M, module for module the one the `qrcode` package makes, in a fiftieth of
 * the time for what cards hold: an address in capitals. Everything else is left to the package.
 */
export function qrMatrix(text: string): QrMatrix {
  if (!isAlphanumeric(text) || manyDigits.test(text)) return drawnByPackage(text);
  for (let version = 1; version <= versions; version += 1)
    if (text.length <= alphanumericRoom(version)) return encode(text, qrFrame(version));
  return drawnByPackage(text);
}

function drawnByPackage(text: string): QrMatrix {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const word = (row: number, from: number) => {
    let bits = 0;
    for (let at = from; at < Math.min(modules.size, from + 32); at += 1)
      if (modules.get(row, at)) bits |= 1 << (at - from);
    return bits;
  };
  if (modules.size > 64)
    throw new RangeError('The address is too long for a code that can be read from a card');
  return { size: modules.size, row: (row) => [word(row, 0), word(row, 32)] };
}

function encode(text: string, frame: QrFrame): QrMatrix {
  const { size, slices } = frame;
  const rows = new Int32Array(size * slices.length);
  const columns = new Int32Array(size * slices.length);
  layData(codewordsOf(text, frame), frame, rows, columns);
  const best = bestMask(frame, rows, columns);
  const fixed = frame.masks[best]?.rows ?? rows;
  if (slices.length === 1) return { size, row: (row) => [(rows[row] ?? 0) ^ (fixed[row] ?? 0), 0] };
  const from = slices[1]?.from ?? 0;
  return {
    size,
    row: (row) => {
      const low = (rows[row * 2] ?? 0) ^ (fixed[row * 2] ?? 0);
      const high = (rows[row * 2 + 1] ?? 0) ^ (fixed[row * 2 + 1] ?? 0);
      return [low, high >>> (32 - from)];
    },
  };
}

function layData(words: Uint8Array, frame: QrFrame, rows: Int32Array, columns: Int32Array): void {
  const { slices, placeRows, placeColumns } = frame;
  let bit = 0;
  for (const word of words) {
    for (let shift = 7; shift >= 0; shift -= 1, bit += 1) {
      if (((word >> shift) & 1) === 0) continue;
      const row = placeRows[bit] ?? 0;
      const column = placeColumns[bit] ?? 0;
      if (slices.length === 1) {
        rows[row] = (rows[row] ?? 0) | (1 << column);
        columns[column] = (columns[column] ?? 0) | (1 << row);
      } else {
        setInSlices(rows, row, column, slices);
        setInSlices(columns, column, row, slices);
      }
    }
  }
}

function setInSlices(lines: Int32Array, line: number, at: number, slices: readonly Slice[]): void {
  for (let slice = 0; slice < slices.length; slice += 1) {
    const from = slices[slice]?.from ?? 0;
    const place = line * slices.length + slice;
    if (at >= from && at < from + 32) lines[place] = (lines[place] ?? 0) | (1 << (at - from));
  }
}

function bestMask(frame: QrFrame, rows: Int32Array, columns: Int32Array): number {
  let best = 0;
  let lowest = Infinity;
  frame.masks.forEach((mask, index) => {
    const penalty =
      linePenalty(frame, rows, mask.rows) +
      linePenalty(frame, columns, mask.columns) +
      blockPenalty(frame, rows, mask.rows);
    if (penalty < lowest) [best, lowest] = [index, penalty];
  });
  return best;
}

/** Runs of five or more of one colour (3 points and one for each more), and what looks like a finder pattern (40). */
function linePenalty({ size, slices }: QrFrame, data: Int32Array, fixed: Int32Array): number {
  let points = 0;
  for (let slice = 0; slice < slices.length; slice += 1) {
    const { from, starts } = slices[slice] ?? { from: 0, starts: 0 };
    const five = startsOf(size, from, starts, 5);
    const eleven = startsOf(size, from, starts, 11);
    const inside = lowBits(Math.min(32, size - from));
    for (let at = slice; at < data.length; at += slices.length) {
      const bits = (data[at] ?? 0) ^ (fixed[at] ?? 0);
      const equal = ~(bits ^ (bits >>> 1)) & lowBits(Math.min(32, size - from) - 1);
      const four = equal & (equal >>> 1) & (equal >>> 2) & (equal >>> 3);
      const runs = four & five;
      if (runs !== 0) points += popcount(runs) + 2 * popcount(runs & ~(four >>> 1));
      const light = ~bits & inside;
      const core =
        bits & (light >>> 1) & (bits >>> 2) & (bits >>> 3) & (bits >>> 4) & (light >>> 5) & (bits >>> 6);
      if (core === 0) continue;
      const fourLight = light & (light >>> 1) & (light >>> 2) & (light >>> 3);
      points += 40 * popcount(core & (fourLight >>> 7) & eleven);
      points += 40 * popcount(fourLight & (core >>> 4) & eleven);
    }
  }
  return points;
}

/** Squares of two by two of one colour (3 points), and how far black is from half (10 for each 5 per cent). */
function blockPenalty({ size, slices }: QrFrame, data: Int32Array, fixed: Int32Array): number {
  let squares = 0;
  let dark = 0;
  for (let slice = 0; slice < slices.length; slice += 1) {
    const { from, starts } = slices[slice] ?? { from: 0, starts: 0 };
    const pairs = startsOf(size, from, starts, 2);
    const own = lowBits(Math.min(starts, size - from));
    let above = 0;
    let equalAbove = 0;
    for (let at = slice, row = 0; at < data.length; at += slices.length, row += 1) {
      const bits = (data[at] ?? 0) ^ (fixed[at] ?? 0);
      const equal = ~(bits ^ (bits >>> 1)) & pairs;
      if (row > 0) squares += popcount(equal & equalAbove & ~(bits ^ above));
      dark += popcount(bits & own);
      above = bits;
      equalAbove = equal;
    }
  }
  const share = Math.abs(Math.ceil((dark * 100) / (size * size) / 5) - 10);
  return squares * 3 + share * 10;
}

/** Bits at which a pattern of `length` modules may start without leaving the code or belonging to the next slice. */
function startsOf(size: number, from: number, starts: number, length: number): number {
  return lowBits(Math.max(0, Math.min(starts, size - from - length + 1)));
}

function lowBits(count: number): number {
  return count >= 32 ? -1 : (1 << count) - 1;
}

function popcount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  left = (left + (left >>> 4)) & 0x0f0f0f0f;
  return Math.imul(left, 0x01010101) >>> 24;
}
