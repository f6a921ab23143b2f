import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { FontMetrics } from '../domain/fitting.js';
import type { PrintTemplate } from '../domain/template.js';
import { TypeSetter } from './pdf/type-setter.js';

/** Measures letters with the very font engine that will set them, without a document. */
export function openFontMetrics(template: PrintTemplate, fontsFolder: string): FontMetrics {
  const document = new PDFDocument({ autoFirstPage: false, font: '' });
  for (const [name, file] of Object.entries(template.fonts))
    document.registerFont(name, join(fontsFolder, file));
  return new TypeSetter(document);
}
