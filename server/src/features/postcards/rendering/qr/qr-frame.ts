import QRCode, { type QRCodeMaskPattern } from 'qrcode';

/** Modules of one line that are looked at together: 32 of them, of which patterns may start in the first `starts`. */
export interface Slice {
  readonly from: number;
  readonly starts: number;
}

/** What all codes of one version have in common, as bits: bit 0 is the slice's first module. */
export interface QrFrame {
  readonly size: number;
  readonly slices: readonly Slice[];
  /** Data and correction code words of each block. */
  readonly blocks: readonly { readonly data: number; readonly correction: number }[];
  /** For each of the eight masks: the fixed patterns and the format, with the mask over what is left for data. */
  readonly masks: readonly { readonly rows: Int32Array; readonly columns: Int32Array }[];
  /** Where each bit of the code words goes, in order. */
  readonly placeRows: Uint8Array;
  readonly placeColumns: Uint8Array;
}

/** Versions 1 to 9 of correction level M (ISO/IEC 18004, table 9): code words for correction in a block, and blocks. */
const correction = [
  [10, 1],
  [16, 1],
  [26, 1],
  [18, 2],
  [24, 2],
  [16, 4],
  [18, 4],
  [22, 4],
  [22, 5],
] as const;
const codewords = [26, 44, 70, 100, 134, 172, 196, 242, 292] as const;

/** Longest pattern the judging of masks looks for. */
const longestPattern = 11;

const frames = new Map<number, QrFrame>();

/** @param version 1 to 9, correction level M */
export function qrFrame(version: number): QrFrame {
  const known = frames.get(version);
  if (known) return known;
  const made = makeFrame(version);
  frames.set(version, made);
  return made;
}

/** Most letters of the QR alphabet of digits and capitals that a version of level M holds. */
export function alphanumericRoom(version: number): number {
  const bits = dataCodewords(version) * 8 - 4 - 9;
  const pairs = Math.floor(bits / 11);
  return pairs * 2 + (bits - pairs * 11 >= 6 ? 1 : 0);
}

function dataCodewords(version: number): number {
  const [each, blocks] = correction[version - 1] ?? [0, 0];
  return (codewords[version - 1] ?? 0) - each * blocks;
}

function makeFrame(version: number): QrFrame {
  const drawn = Array.from({ length: 8 }, (_, mask) => drawnBy(version, mask as QRCodeMaskPattern));
  const [first] = drawn;
  if (!first) throw new Error('A code has eight masks');
  const { size } = first;
  const slices = slicesOf(size);
  const places = placesOf(size, (place) => first.isFixed(place));
  const masks = drawn.map(({ isFixed, isDark }, mask) => {
    const dark = (row: number, column: number) => {
      const place = row * size + column;
      return isFixed(place) ? isDark(place) : maskAt(mask, row, column);
    };
    return {
      rows: linesOf(size, slices, dark),
      columns: linesOf(size, slices, (column, row) => dark(row, column)),
    };
  });
  const [each, count] = correction[version - 1] ?? [0, 1];
  const data = dataCodewords(version);
  const long = data % count;
  const blocks = Array.from({ length: count }, (_, block) => ({
    data: Math.floor(data / count) + (block >= count - long ? 1 : 0),
    correction: each,
  }));
  return {
    size,
    slices,
    blocks,
    masks,
    placeRows: Uint8Array.from(places, (place) => Math.floor(place / size)),
    placeColumns: Uint8Array.from(places, (place) => place % size),
  };
}

/** The fixed patterns are taken from what the `qrcode` package draws; only data and the choice of mask are our own. */
function drawnBy(version: number, maskPattern: QRCodeMaskPattern) {
  const { modules } = QRCode.create('0', { version, errorCorrectionLevel: 'M', maskPattern });
  return {
    size: modules.size,
    isFixed: (place: number) => modules.reservedBit[place] === 1,
    isDark: (place: number) => modules.data[place] === 1,
  };
}

function slicesOf(size: number): Slice[] {
  if (size <= 32) return [{ from: 0, starts: size }];
  const starts = 32 - longestPattern + 1;
  return [
    { from: 0, starts },
    { from: starts, starts: size - starts },
  ];
}

/** Two columns at a time from the right, upwards and downwards in turn, past the column of the timing pattern. */
function placesOf(size: number, isFixed: (place: number) => boolean): number[] {
  const places: number[] = [];
  let isUpwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const row = isUpwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (!isFixed(row * size + column)) places.push(row * size + column);
      }
    }
    isUpwards = !isUpwards;
  }
  return places;
}

function linesOf(
  size: number,
  slices: readonly Slice[],
  isDark: (line: number, at: number) => boolean,
): Int32Array {
  const lines = new Int32Array(size * slices.length);
  for (let line = 0; line < size; line += 1) {
    slices.forEach(({ from }, slice) => {
      let bits = 0;
      for (let at = from; at < Math.min(size, from + 32); at += 1)
        if (isDark(line, at)) bits |= 1 << (at - from);
      lines[line * slices.length + slice] = bits;
    });
  }
  return lines;
}

function maskAt(mask: number, row: number, column: number): boolean {
  switch (mask) {
    case 0:
      return (row + column) % 2 === 0;
    case 1:
      return row % 2 === 0;
    case 2:
      return column % 3 === 0;
    case 3:
      return (row + column) % 3 === 0;
    case 4:
      return (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0;
    case 5:
      return ((row * column) % 2) + ((row * column) % 3) === 0;
    case 6:
      return (((row * column) % 2) + ((row * column) % 3)) % 2 === 0;
    default:
      return (((row * column) % 3) + ((row + column) % 2)) % 2 === 0;
  }
}
