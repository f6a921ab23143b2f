import { describe, expect, it } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { shippedFolders } from '../../card-templates.js';
import { forgetWords, internals, verbatim } from './pdfkit-internals.js';

describe('pdfkit’s hidden members we rely on', () => {
  const document = new PDFDocument({ autoFirstPage: false, font: '', size: [100, 100] });
  document.registerFont('Sans', join(shippedFolders.fonts, 'LiberationSans-Regular.ttf'));

  it('make references with data that can be written to', () => {
    const form = internals(document).ref({ Type: 'XObject' });
    form.write('0 0 1 1 re');
    form.end();
    expect(form.data).toMatchObject({ Type: 'XObject' });
    expect(form.toString()).toBe(`${form.id} 0 R`);
  });

  it('number objects by their place in the list of where they begin', () => {
    const inside = internals(document);
    const form = inside.ref({ Type: 'XObject' });
    expect(inside._offsets[form.id - 1]).toBeNull();
    const before = inside._offset;
    form.end();
    expect(inside._offsets[form.id - 1]).toBe(before);
    expect(inside._offset).toBeGreaterThan(before);
  });

  it('know letters, their widths and their kerning', () => {
    document.font('Sans');
    const face = internals(document)._font;
    expect(face.font.hasGlyphForCodePoint('ŋ'.codePointAt(0) ?? 0)).toBe(true);
    expect(face.font.hasGlyphForCodePoint('日'.codePointAt(0) ?? 0)).toBe(false);
    expect(face.font.unitsPerEm).toBe(2048);
    const [glyphs, [capitalA]] = face.encode('AV');
    expect(glyphs).toEqual(['0001', '0002']);
    expect(capitalA?.advanceWidth).toBeCloseTo(666.99);
    expect(capitalA?.xAdvance).toBeLessThan(capitalA?.advanceWidth ?? 0);
    expect(face.ref().id).toBeGreaterThan(0);
  });

  it('remember the words they have set until they are told to forget', () => {
    document.font('Sans').widthOfString('Prøvestad');
    const sans = internals(document)._fontFamilies['Sans'];
    expect(Object.keys(sans?.layoutCache ?? {})).toContain('Prøvestad');
    if (sans) forgetWords(sans);
    expect(sans?.layoutCache).toEqual({});
  });

  it('write everything through one door, and metadata through another', async () => {
    const own = new PDFDocument({ autoFirstPage: false, font: '' });
    const inside = internals(own);
    const written: string[] = [];
    inside._write = (data) => void written.push(String(data));
    inside.endMetadata = () => void written.push('metadata');
    inside.info['Trapped'] = verbatim('/False');
    own.end();
    expect(written).toContain('metadata');
    expect(written).toContain('/False');
    expect(written.at(-1)).toBe('%%EOF');
    expect((await buffer(own)).toString('latin1')).toMatch(/^%PDF-1\.3\n%ÿÿÿÿ\n$/);
  });
});
