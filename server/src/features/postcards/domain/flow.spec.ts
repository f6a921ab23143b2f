import { describe, expect, it } from '@jest/globals';
import type { FontMetrics } from './fitting.js';
import { type Flowing, type FlowPiece, layOutFlow } from './flow.js';
import type { TextStyle } from './template.js';

/** Every letter is half an em wide; the fonts lack Chinese. */
const metrics: FontMetrics = {
  width: (_font, words) => [...words].length / 2,
  hasLetters: (_font, words) => [...words].every((letter) => (letter.codePointAt(0) ?? 0) < 0x3000),
  ascent: () => 0.9,
};
const style: TextStyle = {
  font: 'Sans',
  boldFont: 'Sans',
  colour: [0, 0, 0, 100],
  size: { from: 12, to: 10 },
  lineHeight: 1.25,
  paragraphGap: 0,
  letterSpacing: 0,
  align: 'left',
  from: 'top',
};
const area = { x: 20, y: 80, width: 60, height: 40 };
const millimetresPerPoint = 25.4 / 72;

type Signature = 'ink';

function text(where: string, words: string, wishes: { gap?: number; size?: TextStyle['size'] } = {}) {
  const { gap = 0, size = style.size } = wishes;
  return {
    kind: 'text',
    where,
    parts: [{ text: words, bold: false }],
    style: { ...style, size },
    gap,
  } as const;
}

const layOut = (flow: readonly Flowing<Signature>[]) =>
  layOutFlow(flow, area, { fallbackFont: 'Sans', metrics });

function placed(flow: readonly Flowing<Signature>[]): readonly FlowPiece<Signature>[] {
  const result = layOut(flow);
  if (!result.ok) throw new Error(`It does not fit: ${result.where}`);
  return result.pieces;
}

const runsOf = (pieces: readonly FlowPiece<Signature>[]) =>
  pieces.flatMap((piece) => (piece.kind === 'text' ? piece.runs : []));
const wordsOf = (count: number) => Array.from({ length: count }, () => 'ord').join(' ');

describe('running text', () => {
  it('sets each part below the one before it, with the gap between', () => {
    const runs = runsOf(placed([text('greeting', 'Hei!'), text('letter', 'Takk for praten.', { gap: 5 })]));
    const [first = { baseline: 0 }, second = { baseline: 0 }] = runs;
    expect(second.baseline - first.baseline).toBeCloseTo(12 * 1.25 * millimetresPerPoint + 5, 5);
  });

  it('begins at the top, whatever gap the first part has', () => {
    const [near, far] = [0, 9].map((gap) => runsOf(placed([text('greeting', 'Hei!', { gap })]))[0]?.baseline);
    expect(far).toBe(near);
  });

  it('moves the signature down when the text above it grows', () => {
    const signature = { kind: 'thing', thing: 'ink', gap: 3, height: 10 } as const;
    const topOf = (length: number) =>
      placed([text('letter', wordsOf(length)), signature]).flatMap((piece) =>
        piece.kind === 'thing' ? [piece.area] : [],
      )[0];
    const [few, many] = [topOf(3), topOf(20)];
    expect(many?.y).toBeGreaterThan(few?.y ?? NaN);
    expect(many).toMatchObject({ x: 20, width: 60, height: 10 });
  });

  it('shrinks all texts together, each within its own limits', () => {
    const pieces = placed([
      text('headline', 'Overskrift', { size: { from: 16, to: 15.5 } }),
      text('letter', wordsOf(45)),
    ]);
    const sizes = new Set(runsOf(pieces).map(({ size }) => size));
    expect([...sizes][0]).toBe(15.5);
    expect([...sizes][1]).toBeLessThan(12);
    expect([...sizes][1]).toBeGreaterThanOrEqual(10);
  });

  it('stays inside its area for every length until it is refused', () => {
    for (let length = 1; ; length += 1) {
      const result = layOut([text('greeting', 'Hei!'), text('letter', wordsOf(length), { gap: 2 })]);
      if (!result.ok) {
        expect(result).toEqual({ ok: false, problem: 'does_not_fit', where: 'letter' });
        expect(length).toBeGreaterThan(50);
        return;
      }
      for (const { x, baseline, text: line, size } of runsOf(result.pieces)) {
        expect(x + (line.length / 2) * size * millimetresPerPoint).toBeLessThanOrEqual(80.001);
        expect(baseline).toBeLessThanOrEqual(120);
      }
    }
  });

  it('makes only the text with a long word smaller, and names it when nothing helps', () => {
    const wide = 'x'.repeat(32);
    const runs = runsOf(placed([text('greeting', 'Hei!'), text('contact', wide)]));
    expect(runs.map(({ size }) => size)).toEqual([12, 10.5]);
    expect(layOut([text('greeting', 'Hei!'), text('contact', 'x'.repeat(60))])).toEqual({
      ok: false,
      problem: 'does_not_fit',
      where: 'contact',
    });
  });

  it('breaks a long e-mail address before its sign', () => {
    const runs = runsOf(placed([text('contact', 'tilflyttervert@kommunen.example.no')]));
    expect(runs.map((run) => run.text)).toEqual(['tilflyttervert', '@kommunen.example.no']);
  });

  it('sets columns side by side on one line, and what follows below them', () => {
    const pieces = placed([
      {
        kind: 'columns',
        gap: 0,
        columns: [
          { x: 0, width: 28, items: [text('host', wordsOf(8))] },
          { x: 32, width: 28, items: [text('mayor', 'Ola')] },
        ],
      },
      text('after', 'Etterpå'),
    ]);
    const runs = runsOf(pieces);
    const [host, mayor, after] = ['ord', 'Ola', 'Etterpå'].map((begins) =>
      runs.filter((run) => run.text.startsWith(begins)),
    );
    expect(host?.length).toBeGreaterThan(1);
    expect(mayor?.[0]?.x).toBe(52);
    expect(mayor?.[0]?.baseline).toBeCloseTo(host?.at(-1)?.baseline ?? NaN, 5);
    expect(after?.[0]?.baseline).toBeGreaterThan(host?.at(-1)?.baseline ?? NaN);
  });

  it('names the text and the letters no font has', () => {
    expect(layOut([text('greeting', 'Hei!'), text('letter', 'Hei 日本 og 日')])).toEqual({
      ok: false,
      problem: 'missing_glyph',
      where: 'letter',
      letters: '日 本',
    });
  });
});
