/** Sheets the print houses use, upright, in millimetres. */
const papers = { a4: { width: 210, height: 297 }, sra3: { width: 320, height: 450 } } as const;
export type Paper = keyof typeof papers;

/** Over which edge the printer turns the upright sheet before it prints the back. */
export type Flip = 'long-edge' | 'short-edge';

export interface CardFormat {
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
}

/** Quarter turns against the clock, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** Where a card stands on its sheet: the lower left corner of what is cut out, millimetres from the sheet's. */
export interface Slot {
  readonly x: number;
  readonly y: number;
  readonly turn: Turn;
}

/** A straight line of a cut mark, millimetres from the sheet's lower left corner. */
export interface MarkLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** How both sides of every sheet are laid out; a card on a page of its own is a sheet with one slot. */
export interface SheetPlan {
  readonly width: number;
  readonly height: number;
  /** What the print house cuts to: the card, or the whole sheet where cards are cut out of it. */
  readonly trim: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly bleed: number;
  /** One slot per card, the same card at the same place in both lists. */
  readonly front: readonly Slot[];
  readonly back: readonly Slot[];
  readonly marks: readonly MarkLine[];
}

/** Millimetres: as long as a mark is where there is room, and the shortest that can be cut by. */
const longestMark = 5;
const shortestMark = 2;

/** Every card on a page of its own, front and back in turn. */
export function singleCards(format: CardFormat, marks: 'marks' | 'no-marks'): SheetPlan {
  const margin = format.bleed + (marks === 'marks' ? longestMark : 0);
  const slot: Slot = { x: margin, y: margin, turn: 0 };
  const width = format.width + 2 * margin;
  const height = format.height + 2 * margin;
  return {
    width,
    height,
    trim: { x: margin, y: margin, width: format.width, height: format.height },
    bleed: format.bleed,
    front: [slot],
    back: [slot],
    marks: marks === 'marks' ? cutMarks({ width, height }, [slot], format) : [],
  };
}

/**
 * As many cards on a sheet as there is room for with their bleed, upright or turned, in the middle of it. The back has
 * every card behind its front when the sheet is turned over the edge that is named, and the way up that a card turned
 * like the page of a book needs.
 * @returns null when not even one card and its cut marks have room
 */
export function imposedCards(format: CardFormat, paper: Paper, flip: Flip): SheetPlan | null {
  const sheet = papers[paper];
  const upright = gridOf(format, sheet, 0);
  const turned = gridOf(format, sheet, 90);
  const front = turned.length > upright.length ? turned : upright;
  if (front.length === 0) return null;
  return {
    ...sheet,
    trim: { x: 0, y: 0, ...sheet },
    bleed: 0,
    front,
    back: front.map((slot) => behind(slot, sheet, format, flip)),
    marks: cutMarks(sheet, front, format),
  };
}

/** Marks of the back: where those of the front are, seen through the sheet. */
export function marksBehind({ width, marks }: SheetPlan): MarkLine[] {
  return marks.map(({ x1, y1, x2, y2 }) => ({ x1: width - x1, y1, x2: width - x2, y2 }));
}

/** Sheets for so many cards. */
export function sheetCount(plan: SheetPlan, cards: number): number {
  return Math.ceil(cards / plan.front.length);
}

/**
 * Which card stands in a slot of a sheet, or null. When all sheets are cut in one pile and the stacks are laid on each
 * other, the first slot's on top, the cards lie in order.
 */
export function cardOn(
  plan: SheetPlan,
  cards: number,
  place: { readonly sheet: number; readonly slot: number },
): number | null {
  const card = place.slot * sheetCount(plan, cards) + place.sheet;
  return card < cards ? card : null;
}

/** What a card covers of its sheet. */
export function sizeOn(format: CardFormat, turn: Turn): { readonly width: number; readonly height: number } {
  const isAcross = turn === 90 || turn === 270;
  return isAcross
    ? { width: format.height, height: format.width }
    : { width: format.width, height: format.height };
}

function gridOf(format: CardFormat, sheet: Size, turn: Turn): Slot[] {
  const size = sizeOn(format, turn);
  const cell = { width: size.width + 2 * format.bleed, height: size.height + 2 * format.bleed };
  const columns = fitting(sheet.width, cell.width);
  const rows = fitting(sheet.height, cell.height);
  const left = (sheet.width - columns * cell.width) / 2 + format.bleed;
  const bottom = (sheet.height - rows * cell.height) / 2 + format.bleed;
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: left + (index % columns) * cell.width,
    y: bottom + (rows - 1 - Math.floor(index / columns)) * cell.height,
    turn,
  }));
}

function fitting(room: number, each: number): number {
  const count = Math.floor(room / each);
  return (room - count * each) / 2 < shortestMark ? Math.floor((room - 2 * shortestMark) / each) : count;
}

function behind(slot: Slot, sheet: Size, format: CardFormat, flip: Flip): Slot {
  const size = sizeOn(format, slot.turn);
  switch (flip) {
    case 'long-edge':
      return { x: sheet.width - slot.x - size.width, y: slot.y, turn: turnBy(360 - slot.turn) };
    case 'short-edge':
      return { x: slot.x, y: sheet.height - slot.y - size.height, turn: turnBy(540 - slot.turn) };
  }
}

function turnBy(degrees: number): Turn {
  const turns = [0, 90, 180, 270] as const;
  return turns[(degrees / 90) % 4] ?? 0;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Along the sheet's edges only: all cards of a row or column are cut by the same lines. */
function cutMarks(sheet: Size, slots: readonly Slot[], format: CardFormat): MarkLine[] {
  const sizes = slots.map((slot) => ({ ...slot, ...sizeOn(format, slot.turn) }));
  const across = unique(sizes.flatMap(({ x, width }) => [x, x + width]));
  const upwards = unique(sizes.flatMap(({ y, height }) => [y, y + height]));
  const inner = {
    left: Math.min(...across) - format.bleed,
    right: Math.max(...across) + format.bleed,
    bottom: Math.min(...upwards) - format.bleed,
    top: Math.max(...upwards) + format.bleed,
  };
  const reach = (from: number) => Math.min(longestMark, from);
  return [
    ...across.flatMap((x) => [
      { x1: x, y1: inner.bottom, x2: x, y2: inner.bottom - reach(inner.bottom) },
      { x1: x, y1: inner.top, x2: x, y2: inner.top + reach(sheet.height - inner.top) },
    ]),
    ...upwards.flatMap((y) => [
      { x1: inner.left, y1: y, x2: inner.left - reach(inner.left), y2: y },
      { x1: inner.right, y1: y, x2: inner.right + reach(sheet.width - inner.right), y2: y },
    ]),
  ];
}

function unique(values: readonly number[]): number[] {
  return [...new Set(values)];
}
