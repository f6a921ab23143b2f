import {
  type Line,
  blockHeight,
  breakLines,
  type FontMetrics,
  missingLetters,
  placeLines,
  setLine,
  sizeStep,
  type TextPart,
  type TextRun,
  widthOf,
} from './fitting.js';
import type { Rect, TextStyle } from './template.js';

/** A text to be set; never without parts. */
interface FlowingText {
  readonly kind: 'text';
  /** Name of the template's text. */
  readonly where: string;
  readonly parts: readonly TextPart[];
  readonly style: TextStyle;
  /** Millimetres above it. */
  readonly gap: number;
}

/** Something of a fixed height that is drawn where it comes to stand. */
interface FlowingThing<Thing> {
  readonly kind: 'thing';
  readonly thing: Thing;
  readonly gap: number;
  readonly height: number;
}

export type FlowingItem<Thing> = FlowingText | FlowingThing<Thing>;

/** What stands in a flow, with every text filled in; what has nothing to say is left out before. */
export type Flowing<Thing> =
  | FlowingItem<Thing>
  | {
      readonly kind: 'columns';
      readonly gap: number;
      readonly columns: readonly {
        readonly x: number;
        readonly width: number;
        readonly items: readonly FlowingItem<Thing>[];
      }[];
    };

export type FlowPiece<Thing> =
  | { readonly kind: 'text'; readonly runs: readonly TextRun[] }
  | { readonly kind: 'thing'; readonly thing: Thing; readonly area: Rect };

export type FlowResult<Thing> =
  | { readonly ok: true; readonly pieces: readonly FlowPiece<Thing>[] }
  | { readonly ok: false; readonly problem: 'does_not_fit'; readonly where: string }
  | {
      readonly ok: false;
      readonly problem: 'missing_glyph';
      readonly where: string;
      readonly letters: string;
    };

interface Setting {
  readonly fallbackFont: string;
  readonly metrics: FontMetrics;
}

/**
 * Sets texts below each other into an area. All shrink together, a quarter of a point at a time, each within its own
 * limits; one whose longest word is too wide shrinks further by itself. Whatever it answers with lies inside the area.
 */
export function layOutFlow<Thing>(
  flow: readonly Flowing<Thing>[],
  area: Rect,
  setting: Setting,
): FlowResult<Thing> {
  for (const { where, parts, style } of textsIn(flow)) {
    const letters = parts.flatMap((part) => missingLetters(lineOf(part, style, setting), setting));
    if (letters.length > 0)
      return { ok: false, problem: 'missing_glyph', where, letters: [...new Set(letters)].join(' ') };
  }
  for (let step = 0; ; step += 1) {
    const stacked = stack(flow, area.width, { step, setting });
    if ('tooWide' in stacked) return { ok: false, problem: 'does_not_fit', where: stacked.tooWide };
    if (stacked.height <= area.height)
      return { ok: true, pieces: stacked.blocks.flatMap((block) => block(area.x, area.y)) };
    if (textsIn(flow).every(({ style }) => sizeAt(style, step) === style.size.to))
      return { ok: false, problem: 'does_not_fit', where: longest(flow) };
  }
}

/** What draws a part once its place is known; `top` of the whole stack. */
type Block<Thing> = (x: number, top: number) => readonly FlowPiece<Thing>[];

type Stacked<Thing> =
  | { readonly height: number; readonly blocks: readonly Block<Thing>[] }
  /** Name of a text with a word that is too wide at the smallest size. */
  | { readonly tooWide: string };

interface Trying {
  readonly step: number;
  readonly setting: Setting;
}

function stack<Thing>(flow: readonly Flowing<Thing>[], width: number, trying: Trying): Stacked<Thing> {
  const blocks: Block<Thing>[] = [];
  let height = 0;
  for (const part of flow) {
    const set = setPart(part, width, trying);
    if ('tooWide' in set) return set;
    const below = height === 0 ? 0 : height + part.gap;
    blocks.push((x, top) => set.blocks.flatMap((block) => block(x, top + below)));
    height = below + set.height;
  }
  return { height, blocks };
}

function setPart<Thing>(part: Flowing<Thing>, width: number, trying: Trying): Stacked<Thing> {
  switch (part.kind) {
    case 'text':
      return setText(part, width, trying);
    case 'thing': {
      const { thing, height } = part;
      return { height, blocks: [(x, y) => [{ kind: 'thing', thing, area: { x, y, width, height } }]] };
    }
    case 'columns':
      return setColumns(part.columns, trying);
  }
}

/** Side by side, standing on one line: a name typed and a name in ink have their titles beneath at the same height. */
function setColumns<Thing>(
  columns: Extract<Flowing<Thing>, { kind: 'columns' }>['columns'],
  trying: Trying,
): Stacked<Thing> {
  const stacks: {
    readonly left: number;
    readonly height: number;
    readonly blocks: readonly Block<Thing>[];
  }[] = [];
  for (const { x: left, width, items } of columns) {
    const set = stack(items, width, trying);
    if ('tooWide' in set) return set;
    stacks.push({ left, ...set });
  }
  const height = Math.max(...stacks.map((each) => each.height));
  const blocks = stacks.map(
    (each): Block<Thing> =>
      (x, top) =>
        each.blocks.flatMap((block) => block(x + each.left, top + height - each.height)),
  );
  return { height, blocks };
}

function setText<Thing>(text: FlowingText, width: number, { step, setting }: Trying): Stacked<Thing> {
  const { style, parts, where } = text;
  for (let size = sizeAt(style, step); size >= style.size.to; size -= sizeStep) {
    const scale = { size, style };
    const paragraphs = parts.map((part) => breakLines(lineOf(part, style, setting), width, scale, setting));
    if (!paragraphs.every((lines) => lines.every((line) => widthOf(line, scale) <= width))) continue;
    const height = blockHeight(
      paragraphs.map((lines) => lines.length),
      size,
      style,
    );
    const block: Block<Thing> = (x, y) => {
      const runs = placeLines(
        paragraphs,
        { x, y, width, height },
        { size, style, height, metrics: setting.metrics },
      );
      return [{ kind: 'text', runs }];
    };
    return { height, blocks: [block] };
  }
  return { tooWide: where };
}

function sizeAt({ size }: TextStyle, step: number): number {
  return Math.max(size.to, size.from - step * sizeStep);
}

function lineOf({ text, bold }: TextPart, style: TextStyle, setting: Setting): Line {
  return setLine({ font: bold ? style.boldFont : style.font, text }, setting);
}

function textsIn<Thing>(flow: readonly Flowing<Thing>[]): FlowingText[] {
  return flow.flatMap((part) => {
    if (part.kind === 'text') return [part];
    return part.kind === 'columns' ? part.columns.flatMap(({ items }) => textsIn(items)) : [];
  });
}

/** The text that has most to shorten. */
function longest<Thing>(flow: readonly Flowing<Thing>[]): string {
  const lengthOf = ({ parts }: FlowingText) => parts.reduce((sum, { text }) => sum + text.length, 0);
  const [first] = textsIn(flow).sort((left, right) => lengthOf(right) - lengthOf(left));
  return first?.where ?? '';
}
