import { describe, expect, it } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { join } from 'node:path';
import { shippedFolders } from '../card-templates.js';
import { currentPage, forgetWords, internals } from './pdfkit-internals.js';

describe('pdfkit’s hidden members we rely on', () => {
  const document = new PDFDocument({ autoFirstPage: false, font: '', size: [100, 100] });
  document.registerFont('Sans', join(shippedFolders.fonts, 'LiberationSans-Regular.ttf'));

  it('make references with data that can be written to', () => {
    const form = internals(document).ref({ Type: 'XObject' });
    form.write('0 0 1 1 re');
    form.end();
    expect(form.data).toMatchObject({ Type: 'XObject' });
    expect(form.toString()).toMatch(/^\d+ 0 R$/);
  });

  it('keep the page’s dictionary and resources where we put boxes and forms', () => {
    document.addPage();
    const page = currentPage(document);
    expect(page.dictionary.data['MediaBox']).toEqual([0, 0, 100, 100]);
    expect(page.xobjects).toEqual({});
    expect(internals(document)._ctm).toHaveLength(6);
  });

  it('know which letters a font has', () => {
    document.font('Sans');
    const face = internals(document)._font.font;
    expect(face.hasGlyphForCodePoint('ŋ'.codePointAt(0) ?? 0)).toBe(true);
    expect(face.hasGlyphForCodePoint('日'.codePointAt(0) ?? 0)).toBe(false);
    expect(face.unitsPerEm).toBe(2048);
  });

  it('remember the words they have set until they are told to forget', () => {
    document.font('Sans').widthOfString('Prøvestad');
    const sans = internals(document)._fontFamilies['Sans'];
    expect(Object.keys(sans?.layoutCache ?? {})).toContain('Prøvestad');
    forgetWords(document);
    expect(sans?.layoutCache).toEqual({});
  });
});
