import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { FontMetrics } from '../domain/fitting.js';
import type { CardTemplate } from '../domain/template.js';
import { forgetWords, internals, type Pdf } from './pdfkit-internals.js';

/** Makes the template's fonts known to a document, under their family names. */
export function registerFonts(document: Pdf, template: CardTemplate, fontsFolder: string): void {
  for (const [name, file] of Object.entries(template.fonts))
    document.registerFont(name, join(fontsFolder, file));
}

/** Most widths kept; street names and surnames repeat, so nearly every word is measured once. */
const rememberedWidths = 5_000;

/** Measures letters with the very font engine that will draw them. */
export function openFontMetrics(template: CardTemplate, fontsFolder: string): FontMetrics {
  const document = new PDFDocument({ autoFirstPage: false, font: '' });
  registerFonts(document, template, fontsFolder);
  const widths = new Map<string, number>();
  const letters = new Map<string, boolean>();
  const choose = (font: string) => internals(document.font(font).fontSize(1000))._font.font;
  return {
    width(font, text) {
      const key = `${font}\n${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      if (widths.size >= rememberedWidths) {
        widths.clear();
        forgetWords(document);
      }
      choose(font);
      const width = document.widthOfString(text, { lineBreak: false }) / 1000;
      widths.set(key, width);
      return width;
    },
    hasLetter(font, codePoint) {
      const key = `${font}\n${codePoint}`;
      const known = letters.get(key);
      if (known !== undefined) return known;
      const has = choose(font).hasGlyphForCodePoint(codePoint);
      letters.set(key, has);
      return has;
    },
    ascent(font) {
      const face = choose(font);
      return face.ascent / face.unitsPerEm;
    },
  };
}
