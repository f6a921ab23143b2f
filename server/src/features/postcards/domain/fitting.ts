import type { Cmyk, Rect, TextStyle } from './template.js';

/** What the layout must know about letters; widths and heights in em, so times the size in points. */
export interface FontMetrics {
  width(font: string, text: string): number;
  /** Whether the font has every letter of the text. */
  hasLetters(font: string, text: string): boolean;
  ascent(font: string): number;
}

/** A piece of text in one font on one line. `x` and `baseline` in millimetres, sizes in points. */
export interface TextRun {
  readonly text: string;
  readonly font: string;
  readonly size: number;
  readonly x: number;
  readonly baseline: number;
  readonly colour: Cmyk;
  readonly letterSpacing: number;
  /** What parts it from the next run for those who hear the text: a space at the end of a line. */
  readonly after: '' | ' ';
}

export type FitResult =
  | { readonly ok: true; readonly runs: readonly TextRun[] }
  | { readonly ok: false; readonly problem: 'does_not_fit' }
  | { readonly ok: false; readonly problem: 'missing_glyph'; readonly letters: string };

/** A line or paragraph to be set; never empty. */
export interface TextPart {
  readonly text: string;
  readonly bold: boolean;
}

/** `keep`: a line is only broken when the smallest size is still too wide (addresses); `flow`: running text. */
export type Breaking = 'keep' | 'flow';

const millimetresPerPoint = 25.4 / 72;
/** Points. */
export const sizeStep = 0.25;
/** After a space, after a hyphen within a word, and before the sign in an e-mail address. */
const breakPoints = /(?<= )|(?<=[^ ]-)(?=[^ ])|(?<=[^ ])(?=@)/;

interface Fonts {
  readonly fallbackFont: string;
  readonly metrics: FontMetrics;
}

interface Setting extends Fonts {
  readonly breaking: Breaking;
}

/**
 * Sets text into an area: shrinks within the style's limits, then breaks lines, then gives up with a reason.
 * Whatever it answers with lies inside the area; a word is never broken.
 */
export function fitText(
  parts: readonly TextPart[],
  area: Rect,
  style: TextStyle,
  setting: Setting,
): FitResult {
  const whole = parts.map((part) =>
    setLine({ font: part.bold ? style.boldFont : style.font, text: part.text }, setting),
  );
  const missing = whole.flatMap((line) => missingLetters(line, setting));
  if (missing.length > 0)
    return { ok: false, problem: 'missing_glyph', letters: [...new Set(missing)].join(' ') };

  for (const { size, mayBreak } of attempts(style, setting.breaking)) {
    const scale = { size, style };
    const paragraphs = whole.map((line) =>
      mayBreak ? breakLines(line, area.width, scale, setting) : [line],
    );
    const height = blockHeight(
      paragraphs.map((lines) => lines.length),
      size,
      style,
    );
    const fits = paragraphs.every((lines) => lines.every((line) => widthOf(line, scale) <= area.width));
    if (fits && height <= area.height) {
      return {
        ok: true,
        runs: placeLines(paragraphs, area, { size, style, height, metrics: setting.metrics }),
      };
    }
  }
  return { ok: false, problem: 'does_not_fit' };
}

interface Piece {
  readonly font: string;
  readonly text: string;
}

interface Segment extends Piece {
  /** Times the size. */
  readonly ems: number;
}

/** Measured once, whatever sizes are tried. */
export interface Line extends Piece {
  readonly after: TextRun['after'];
  readonly segments: readonly Segment[];
  readonly ems: number;
}

interface Scale {
  readonly size: number;
  readonly style: TextStyle;
}

function* attempts(style: TextStyle, breaking: Breaking): Generator<{ size: number; mayBreak: boolean }> {
  for (let size = style.size.from; size >= style.size.to; size -= sizeStep) {
    yield { size, mayBreak: breaking === 'flow' };
  }
  if (breaking === 'keep') yield { size: style.size.to, mayBreak: true };
}

/** Greedily; a word that is too wide keeps a line of its own. */
export function breakLines(line: Line, width: number, scale: Scale, setting: Fonts): Line[] {
  if (widthOf(line, scale) <= width) return [line];
  const set = (text: string) => setLine({ font: line.font, text }, setting);
  const space = set(' ').ems;
  const lines: Line[] = [];
  let current = '';
  let ems = 0;
  for (const chunk of line.text.split(breakPoints)) {
    const word = set(chunk.trimEnd());
    const text = `${current}${word.text}`;
    if (current !== '' && widthOf({ text, ems: ems + word.ems }, scale) > width) {
      lines.push({ ...set(current.trimEnd()), after: current.endsWith(' ') ? ' ' : '' });
      [current, ems] = ['', 0];
    }
    current += chunk;
    ems += word.ems + (word.text === chunk ? 0 : space);
  }
  return [...lines, set(current.trimEnd())];
}

/** Chooses fonts for the letters and measures them. */
export function setLine(piece: Piece, setting: Fonts): Line {
  const { font, text } = piece;
  if (setting.metrics.hasLetters(font, text)) {
    const ems = setting.metrics.width(font, text);
    return { font, text, ems, after: ' ', segments: [{ font, text, ems }] };
  }
  const segments = splitByFont(piece, setting).map((segment): Segment => ({
    ...segment,
    ems: setting.metrics.width(segment.font, segment.text),
  }));
  return { font, text, segments, after: ' ', ems: segments.reduce((sum, { ems }) => sum + ems, 0) };
}

/** Millimetres. */
export function widthOf(line: Pick<Line, 'text' | 'ems'>, { size, style }: Scale): number {
  const gaps = style.letterSpacing === 0 ? 0 : Math.max(0, letterCount(line.text) - 1);
  return (line.ems * size + gaps * style.letterSpacing) * millimetresPerPoint;
}

/** Letters the wanted font lacks are set in the fallback font, together with the marks they carry. */
function splitByFont(piece: Piece, setting: Fonts): Piece[] {
  const segments: { font: string; text: string }[] = [];
  for (const letter of lettersOf(piece.text)) {
    const last = segments.at(-1);
    const font = fontOf(letter, last, piece.font, setting);
    if (last?.font === font) last.text += letter;
    else segments.push({ font, text: letter });
  }
  return segments;
}

/** A space between words that are read from the right stays with them, or the words would change places. */
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function fontOf(letter: string, last: Piece | undefined, wanted: string, setting: Fonts): string {
  if (letter === ' ' && last && fromTheRight.test(last.text)) return last.font;
  return setting.metrics.hasLetters(wanted, letter) ? wanted : setting.fallbackFont;
}

/** Those that no font has. */
export function missingLetters(line: Line, { fallbackFont, metrics }: Fonts): string[] {
  if (line.segments.length === 1 && line.segments[0]?.font !== fallbackFont) return [];
  return line.segments
    .filter(({ font, text }) => font === fallbackFont && !metrics.hasLetters(font, text))
    .flatMap(({ font, text }) => lettersOf(text).filter((letter) => !metrics.hasLetters(font, letter)));
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a reader takes for one letter: its signs belong together, whatever font they are in. */
function lettersOf(text: string): string[] {
  return Array.from(letters.segment(text), ({ segment }) => segment);
}

function letterCount(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00) count += 1;
  return count;
}

/** Millimetres. @param lineCounts of each paragraph */
export function blockHeight(lineCounts: readonly number[], size: number, style: TextStyle): number {
  const lines = lineCounts.reduce((sum, count) => sum + count, 0);
  const gaps = Math.max(0, lineCounts.length - 1) * style.paragraphGap;
  return (lines * style.lineHeight + gaps) * size * millimetresPerPoint;
}

/** @returns the runs, top line first; `how.height` is that of all lines together */
export function placeLines(
  paragraphs: readonly (readonly Line[])[],
  area: Rect,
  how: { size: number; style: TextStyle; height: number; metrics: FontMetrics },
): TextRun[] {
  const { size, style } = how;
  const { colour, letterSpacing } = style;
  const em = size * millimetresPerPoint;
  const ascent = (style.lineHeight - 1.12) / 2 + how.metrics.ascent(style.font);
  let top = style.from === 'bottom' ? area.y + area.height - how.height : area.y;
  const runs: TextRun[] = [];
  for (const lines of paragraphs) {
    for (const line of lines) {
      const baseline = top + ascent * em;
      let x = area.x + startOf(widthOf(line, how), area.width, style.align);
      const last = line.segments.at(-1);
      for (const segment of line.segments) {
        const { font, text, ems } = segment;
        const after = segment === last ? line.after : '';
        runs.push({ font, text, size, x, baseline, colour, letterSpacing, after });
        x += (ems * size + letterSpacing * letterCount(text)) * millimetresPerPoint;
      }
      top += style.lineHeight * em;
    }
    top += style.paragraphGap * em;
  }
  return runs;
}

function startOf(width: number, available: number, align: TextStyle['align']): number {
  switch (align) {
    case 'left':
      return 0;
    case 'centre':
      return (available - width) / 2;
    case 'right':
      return available - width;
  }
}
