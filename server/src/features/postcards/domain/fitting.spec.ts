import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitText, type FontMetrics } from './fitting.js';
import type { TextStyle } from './template.js';

/** Every letter is half an em wide; the fonts lack Chinese, the narrow one also what is not Latin. */
const metrics: FontMetrics = {
  width: (_font, text) => [...text].length / 2,
  hasLetters: (font, text) =>
    [...text].every((letter) => (letter.codePointAt(0) ?? 0) < (font === 'Sans' ? 0x250 : 0x3000)),
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
const area = { x: 78, y: 57, width: 64, height: 31 };

function setText(lines: readonly string[], breaking: 'keep' | 'flow' = 'keep') {
  const parts = lines.map((text) => ({ text, bold: false }));
  return fitText(parts, area, style, { breaking, fallbackFont: 'Wide', metrics });
}

describe('setting a text', () => {
  it('uses the full size when there is room', () => {
    const result = setText(['Kari Eksempel', 'Kjerkgata 1', '7374 RØROS']);
    expect(result).toMatchObject({ ok: true, runs: [{ size: 12 }, { size: 12 }, { size: 12 }] });
  });

  it('shrinks before it breaks a line', () => {
    const result = setText(['Kari Margrethe Eksempel og Ola N']);
    expect(result).toMatchObject({
      ok: true,
      runs: [{ size: 11.25, text: 'Kari Margrethe Eksempel og Ola N' }],
    });
  });

  it('breaks at the smallest size when the line is still too long', () => {
    const result = setText(['Kari Margrethe Eksempel og Ola Nordmann Eksempel fra fjellet']);
    expect(result).toMatchObject({ ok: true, runs: [{ size: 10 }, { size: 10 }] });
  });

  it('gives up with a reason rather than run over the edge', () => {
    expect(setText(['x'.repeat(200)])).toEqual({ ok: false, problem: 'does_not_fit' });
    expect(setText(Array.from({ length: 12 }, () => 'linje'))).toEqual({
      ok: false,
      problem: 'does_not_fit',
    });
  });

  it('sets letters the font lacks in the wide font, in place', () => {
    const result = setText(['Kari Ω Eksempel']);
    expect(result).toMatchObject({
      ok: true,
      runs: [
        { font: 'Sans', text: 'Kari ' },
        { font: 'Wide', text: 'Ω' },
        { font: 'Sans', text: ' Eksempel' },
      ],
    });
  });

  it('names the letters that no font has', () => {
    expect(setText(['日本 Eksempel'])).toEqual({ ok: false, problem: 'missing_glyph', letters: '日 本' });
  });

  it('stays inside its area whatever it is given', () => {
    const line = fc.string({ maxLength: 220, unit: fc.constantFrom('a', 'ø', ' ', '-', 'Ω', 'W') });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 9 }), fc.constantFrom('keep', 'flow'), (lines, breaking) => {
        const result = setText(lines, breaking);
        if (!result.ok) return;
        for (const run of result.runs) {
          const width = (metrics.width(run.font, run.text.trimEnd()) * run.size * 25.4) / 72;
          expect(run.x).toBeGreaterThanOrEqual(area.x);
          expect(run.x + width).toBeLessThanOrEqual(area.x + area.width + 1e-9);
          expect(run.baseline).toBeLessThanOrEqual(area.y + area.height);
          expect(run.size).toBeGreaterThanOrEqual(10);
        }
        const printed = result.runs.map((run) => run.text).join('');
        expect(printed.replace(/ /g, '')).toBe(lines.join('').replace(/ /g, ''));
      }),
    );
  });
});
