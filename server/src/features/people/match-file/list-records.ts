import type { OpenList } from './list-source.js';

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Whole rows of a list, as many as fit in a piece; or a row that never ends. */
export type Records = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false };

const pieceBytes = 1 << 20;
const longestRow = 256 * 1024;
const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];

/** Tells where rows end: a line break inside quotation marks is no end, and a mark opens only where a field begins. */
class RowEnds {
  #isQuoted = false;
  #hasJustClosed = false;
  #spansLines = false;
  #isBroken = false;
  #last = lineFeed;

  constructor(private readonly delimiter: number) {}

  get isOpen(): boolean {
    return this.#isQuoted;
  }

  /**
   * Whether marks do not match: a field over several lines that is followed by something else than the next one was never
   * closed, and what closed it opened another.
   */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Whether a row ends with this byte. */
  isEnd(byte: number): boolean {
    const last = this.#last;
    this.#last = byte;
    if (this.#isQuoted) {
      this.#isQuoted = byte !== quote;
      this.#hasJustClosed = byte === quote;
      this.#spansLines ||= byte === lineFeed;
      return false;
    }
    if (this.#hasJustClosed) {
      this.#hasJustClosed = false;
      const isFollowedRight =
        byte === quote || byte === this.delimiter || byte === lineFeed || byte === carriageReturn;
      this.#isBroken ||= this.#spansLines && !isFollowedRight;
      if (byte !== quote) this.#spansLines = false;
    }
    // A doubled mark inside a quoted field closes and opens again, which comes to the same.
    if (byte === quote) this.#isQuoted = last === lineFeed || last === this.delimiter || last === quote;
    return byte === lineFeed;
  }
}

/** Divides a range that begins with a row into about equal parts that do the same. */
export function rowAlignedParts(
  list: OpenList,
  range: ByteRange,
  delimiter: number,
  parts: number,
): ByteRange[] {
  const cuts = [range.start];
  const aimOf = (part: number) => range.start + ((range.end - range.start) * part) / parts;
  const ends = new RowEnds(delimiter);
  for (let at = range.start; at < range.end && cuts.length < parts; at += pieceBytes) {
    const piece = list.read(at, Math.min(range.end, at + pieceBytes));
    for (let index = 0; index < piece.length && cuts.length < parts; index += 1) {
      if (ends.isEnd(piece[index] ?? 0) && at + index + 1 >= aimOf(cuts.length)) cuts.push(at + index + 1);
    }
  }
  return cuts
    .map((start, index) => ({ start, end: cuts[index + 1] ?? range.end }))
    .filter(({ start, end }) => start < end);
}

/** The rows of a range, a piece at a time. A row that never ends is told, and the reading goes on with its next line. */
export function* recordsIn(list: OpenList, range: ByteRange, delimiter: number): Generator<Records> {
  for (let start = range.start; start < range.end;) {
    const piece = list.read(start, Math.min(range.end, start + pieceBytes));
    const isLast = start + piece.length >= range.end;
    const { whole, isBroken } = wholeRows(piece, delimiter, isLast);
    if (whole > 0) yield { ok: true, bytes: piece.subarray(0, whole) };
    start += whole;
    const mayGoOn = whole > 0 && piece.length - whole < longestRow && !isLast;
    if (start >= range.end || (mayGoOn && !isBroken)) continue;
    yield { ok: false };
    start = nextLine(list, start, range.end);
  }
}

/** Where the line after the one at `start` begins, however far that is. */
function nextLine(list: OpenList, start: number, end: number): number {
  for (let at = start; at < end; at += pieceBytes) {
    const line = list.read(at, Math.min(end, at + pieceBytes)).indexOf(lineFeed);
    if (line !== -1) return at + line + 1;
  }
  return end;
}

/**
 * How many bytes of a piece are whole rows, and whether the next one's marks are known to be broken; the last row of a
 * list needs no line break.
 */
function wholeRows(
  piece: Buffer,
  delimiter: number,
  isLast: boolean,
): { readonly whole: number; readonly isBroken: boolean } {
  const ends = new RowEnds(delimiter);
  let whole = 0;
  for (let index = 0; index < piece.length; index += 1) {
    const isEnd = ends.isEnd(piece[index] ?? 0);
    if (ends.isBroken) return { whole, isBroken: true };
    if (isEnd) whole = index + 1;
    else if (index - whole > longestRow) return { whole, isBroken: false };
  }
  return { whole: isLast && !ends.isOpen ? piece.length : whole, isBroken: false };
}

/** The rows of a piece one by one. */
export function* eachRow(bytes: Buffer, delimiter: number): Generator<Buffer> {
  const ends = new RowEnds(delimiter);
  let start = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if (!ends.isEnd(bytes[index] ?? 0)) continue;
    yield bytes.subarray(start, index + 1);
    start = index + 1;
  }
  if (start < bytes.length) yield bytes.subarray(start);
}
