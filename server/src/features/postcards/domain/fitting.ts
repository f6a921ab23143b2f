import type { Cmyk, Rect, TextStyle } from './template.js';

/** What the layout must know about letters; widths and heights in em, so times the size in points. */
export interface FontMetrics {
  width(font: string, text: string): number;
  hasLetter(font: string, codePoint: number): boolean;
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
const sizeStep = 0.25;
/** After a space, and after a hyphen within a word. */
const breakPoints = /(?<= )|(?<=[^ ]-)(?=[^ ])/;

/**
 * Sets text into an area: shrinks within the style's limits, then breaks lines, then gives up with a reason.
 * Whatever it answers with lies inside the area; a word is never broken.
 */
export function fitText(
  parts: readonly TextPart[],
  area: Rect,
  style: TextStyle,
  setting: { readonly breaking: Breaking; readonly fallbackFont: string; readonly metrics: FontMetrics },
): FitResult {
  const pieces = parts.map((part) => ({ font: part.bold ? style.boldFont : style.font, text: part.text }));
  const missing = pieces.flatMap((piece) => missingLetters(piece, setting));
  if (missing.length > 0)
    return { ok: false, problem: 'missing_glyph', letters: [...new Set(missing)].join(' ') };

  for (const attempt of attempts(style, setting.breaking)) {
    const paragraphs = pieces.map((piece) => breakLines(piece, area.width, { ...attempt, style, setting }));
    const height = blockHeight(
      paragraphs.map((lines) => lines.length),
      attempt.size,
      style,
    );
    const widest = Math.max(0, ...paragraphs.flat().map((line) => line.width));
    if (height <= area.height && widest <= area.width) {
      return {
        ok: true,
        runs: place(paragraphs, area, { size: attempt.size, style, height, metrics: setting.metrics }),
      };
    }
  }
  return { ok: false, problem: 'does_not_fit' };
}

interface Piece {
  readonly font: string;
  readonly text: string;
}

interface Line {
  readonly segments: readonly Piece[];
  /** Millimetres. */
  readonly width: number;
}

interface Setting {
  readonly fallbackFont: string;
  readonly metrics: FontMetrics;
}

function* attempts(style: TextStyle, breaking: Breaking): Generator<{ size: number; mayBreak: boolean }> {
  for (let size = style.size.from; size >= style.size.to; size -= sizeStep) {
    yield { size, mayBreak: breaking === 'flow' };
  }
  if (breaking === 'keep') yield { size: style.size.to, mayBreak: true };
}

function breakLines(
  piece: Piece,
  width: number,
  how: { size: number; mayBreak: boolean; style: TextStyle; setting: Setting },
): Line[] {
  const measured = (text: string) => measure({ font: piece.font, text }, how.size, how.style, how.setting);
  if (!how.mayBreak) return [measured(piece.text)];
  const lines: Line[] = [];
  let current = '';
  for (const chunk of piece.text.split(breakPoints)) {
    if (current !== '' && measured(`${current}${chunk}`.trimEnd()).width > width) {
      lines.push(measured(current.trimEnd()));
      current = chunk;
    } else {
      current += chunk;
    }
  }
  return [...lines, measured(current.trimEnd())];
}

function measure(piece: Piece, size: number, style: TextStyle, setting: Setting): Line {
  const segments = splitByFont(piece, setting);
  const ems = segments.reduce((sum, segment) => sum + setting.metrics.width(segment.font, segment.text), 0);
  const spacing = style.letterSpacing * Math.max(0, piece.text.length - 1);
  return { segments, width: (ems * size + spacing) * millimetresPerPoint };
}

/** Letters the wanted font lacks are set in the fallback font. */
function splitByFont(piece: Piece, { fallbackFont, metrics }: Setting): Piece[] {
  const segments: { font: string; text: string }[] = [];
  for (const letter of piece.text) {
    const font = metrics.hasLetter(piece.font, codePoint(letter)) ? piece.font : fallbackFont;
    const last = segments.at(-1);
    if (last?.font === font) last.text += letter;
    else segments.push({ font, text: letter });
  }
  return segments;
}

function missingLetters(piece: Piece, { fallbackFont, metrics }: Setting): string[] {
  return [...piece.text].filter(
    (letter) =>
      !metrics.hasLetter(piece.font, codePoint(letter)) &&
      !metrics.hasLetter(fallbackFont, codePoint(letter)),
  );
}

function blockHeight(lineCounts: readonly number[], size: number, style: TextStyle): number {
  const lines = lineCounts.reduce((sum, count) => sum + count, 0);
  const gaps = Math.max(0, lineCounts.length - 1) * style.paragraphGap;
  return (lines * style.lineHeight + gaps) * size * millimetresPerPoint;
}

function place(
  paragraphs: readonly (readonly Line[])[],
  area: Rect,
  how: { size: number; style: TextStyle; height: number; metrics: FontMetrics },
): TextRun[] {
  const { size, style } = how;
  const em = size * millimetresPerPoint;
  let top = style.from === 'bottom' ? area.y + area.height - how.height : area.y;
  const runs: TextRun[] = [];
  for (const lines of paragraphs) {
    for (const line of lines) {
      const leading = (style.lineHeight - 1.12) / 2;
      const baseline = top + (leading + how.metrics.ascent(style.font)) * em;
      let x = area.x + startOf(line.width, area.width, style.align);
      for (const segment of line.segments) {
        runs.push({
          ...segment,
          size,
          x,
          baseline,
          colour: style.colour,
          letterSpacing: style.letterSpacing,
        });
        const ems = how.metrics.width(segment.font, segment.text);
        x += (ems * size + style.letterSpacing * segment.text.length) * millimetresPerPoint;
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

function codePoint(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}
