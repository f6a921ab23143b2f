import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { CardTemplates, shippedFolders } from '../card-templates.js';
import { campaignValues, noImages } from '../domain/campaign-values.js';
import { cardLayouts } from '../domain/layout.js';
import { TemplateRefused } from './template-files.js';
import { readTemplate, templateNames } from './template-reader.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-templates-'));
  cpSync(join(shippedFolders.templates, 'fjell-a6'), join(folder, 'kort'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function change(file: string, from: string, to: string): void {
  const path = join(folder, 'kort', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

function problems() {
  try {
    readTemplate('kort', { templates: folder, fonts: shippedFolders.fonts });
    return [];
  } catch (error) {
    if (error instanceof TemplateRefused) return error.problems;
    throw error;
  }
}

describe('the shipped templates', () => {
  it.each(templateNames(shippedFolders))('%s can be used, in both forms of Norwegian', (name) => {
    const template = readTemplate(name, shippedFolders);
    expect(Object.keys(template.texts)).toEqual(['nb', 'nn']);
    expect(template.version).toMatch(/^[0-9a-f]{12}$/);
  });

  it.each(templateNames(shippedFolders))('%s has room for long names, with and without pictures', (name) => {
    const { template, metrics } = new CardTemplates().open(name);
    const municipality = {
      number: '3430',
      name: 'Nordre og Søndre Prøvefjelldal',
      mayorName: 'Anne-Margrethe Kristiansdatter Prøvestad-Eksempelhaugen',
      callingFrom: '00 00 00 00 eller 00 00 00 01',
    };
    const campaign = {
      region: 'Fjellregionen og Prøvedalen',
      municipalities: [municipality],
      contact: { name: '', email: '', phone: '00 00 00 00' },
    };
    const image = { path: '/bilde', widthPx: 2600, heightPx: 1900, alternative: 'Utsikt' };
    for (const language of ['nb', 'nn'] as const) {
      for (const images of [noImages, { photo: image, signature: image }]) {
        const publicUrl = 'https://savnerdunoen.fjellregionen.example.no';
        const values = campaignValues(campaign, municipality, { publicUrl, language, images });
        const layout = cardLayouts({ template, metrics, language }).shared(values);
        expect(layout.ok ? [] : layout.problems).toEqual([]);
      }
    }
  });
});

describe('a template that is wrong', () => {
  it.each([
    [
      'an unknown merge field',
      'texts.nb.json',
      '{mayor}',
      '{ordforer}',
      'signature.0',
      'Ukjent flettefelt {ordforer}',
    ],
    [
      'a text outside the safe zone',
      'template.json',
      '"x": 9, "y": 6',
      '"x": 2, "y": 6',
      'sides.front.1.area',
      'trygge sonen',
    ],
    [
      'an address in the franking zone',
      'template.json',
      '"y": 57, "width": 64, "height": 31',
      '"y": 30, "width": 64, "height": 31',
      'sides.back.10.area',
      'frimerke',
    ],
    [
      'a font that is not there',
      'template.json',
      'LiberationSans-Bold.ttf',
      'Arial.ttf',
      'fonts.Sans Bold',
      'Filen Arial.ttf finnes ikke',
    ],
    [
      'an unknown style',
      'template.json',
      '"style": "greeting"',
      '"style": "hilsen"',
      'sides.back.1.style',
      'Stilen «hilsen» finnes ikke',
    ],
    [
      'a colour over a hundred per cent',
      'template.json',
      '[0, 0, 0, 100]',
      '[0, 0, 0, 255]',
      'colours.black.3',
      'prosent',
    ],
    ['too little bleed', 'template.json', '"bleed": 3', '"bleed": 1', 'format.bleed', 'minst 3 mm'],
    ['a misspelt setting', 'template.json', '"fallbackFont"', '"falbackFont"', 'fallbackFont', ''],
    [
      'an address too small for the post',
      'template.json',
      '"from": 12, "to": 10',
      '"from": 12, "to": 8',
      'sides.back.10.area',
      '10 til 12 punkt',
    ],
    [
      'a colour with more ink than dries',
      'template.json',
      '"earth": [46, 66, 70, 58]',
      '"earth": [96, 90, 90, 90]',
      'colours.earth',
      '330 %',
    ],
    [
      'a text over the QR code',
      'template.json',
      '"x": 29.5, "y": 68.2',
      '"x": 26, "y": 68.2',
      'sides.back.6.area',
      'over QR-koden',
    ],
    [
      'a picture that ends on the cut',
      'template.json',
      '{ "x": -3, "y": -3, "width": 154, "height": 111 }',
      '{ "x": 0, "y": 0, "width": 148, "height": 105 }',
      'sides.photoFront.0.area',
      'Bildet må gå 3 mm utenfor kanten',
    ],
    [
      'two places for the picture',
      'template.json',
      '{ "kind": "picture", "file": "photo-label.json" }',
      '{ "kind": "photo", "area": { "x": 20, "y": 20, "width": 40, "height": 40 } }',
      'sides.photoFront',
      'nøyaktig ett felt av slaget «photo»',
    ],
    [
      'a place for the picture on the drawn front',
      'template.json',
      '"front": [',
      '"front": [ { "kind": "photo", "area": { "x": -3, "y": -3, "width": 154, "height": 111 } },',
      'sides.front.0.area',
      'photoFront',
    ],
    [
      'a signature on the front',
      'template.json',
      '"front": [',
      '"front": [ { "kind": "signature", "text": "signature", "style": "greeting", "area": { "x": 20, "y": 40, "width": 40, "height": 10 } },',
      'sides.front.0.area',
      'Underskriften hører til på baksiden',
    ],
    [
      'a text that no box shows',
      'texts.nb.json',
      '"greeting":',
      '"greting": [{ "text": "Hei!" }], "greeting":',
      'greting',
      'Ingen felt bruker denne teksten',
    ],
    [
      'a missing text beneath the ink',
      'texts.nn.json',
      '"signedBy"',
      '"underskrift"',
      'signedBy',
      'Teksten mangler',
    ],
    [
      'an unknown condition',
      'texts.nb.json',
      '"needs": ["mayor"]',
      '"needs": ["ordfører"]',
      'signatory.0',
      'Ukjent flettefelt {ordfører}',
    ],
    [
      'a front that does not say what it shows',
      'template.json',
      ', "alternative": "picture"',
      '',
      'sides.front',
      'Ingen av bildene på forsiden sier hva de viser',
    ],
    [
      'words for a picture in one language alone',
      'texts.nn.json',
      '"picture"',
      '"bilete"',
      'picture',
      'Teksten mangler',
    ],
    ['a missing text', 'texts.nn.json', '"greeting"', '"helsing"', 'greeting', 'Teksten mangler'],
    [
      'a missing picture',
      'template.json',
      '"file": "picture.json"',
      '"file": "foto.json"',
      '',
      'Filen finnes ikke',
    ],
    ['a broken file', 'sample.json', '"street":', '"street"', '', 'ikke gyldig JSON'],
  ])('because of %s is refused with file, field and remedy', (_, file, from, to, field, remedy) => {
    change(file, from, to);
    expect(problems()).toContainEqual({
      file: to.includes('foto.json') ? 'foto.json' : file,
      field: expect.stringContaining(field) as unknown,
      remedy: expect.stringContaining(remedy) as unknown,
    });
  });

  describe('because of a picture', () => {
    const asImage = (area: string) =>
      change(
        'template.json',
        '{ "kind": "picture", "file": "back.json" }',
        `{ "kind": "image", "file": "merke.jpg", "alternative": "picture", "area": ${area} }`,
      );
    const small = '{ "x": 20, "y": 58.5, "width": 10, "height": 4 }';
    const draw = async (file: (picture: Sharp) => Sharp) => {
      const picture = sharp({ create: { width: 150, height: 60, channels: 3, background: '#c83232' } });
      writeFileSync(join(folder, 'kort', 'merke.jpg'), await file(picture).toBuffer());
    };

    it('that is fine enough and in CMYK is not refused', async () => {
      asImage(small);
      await draw((picture) => picture.toColourspace('cmyk').jpeg());
      expect(problems()).toEqual([]);
    });

    it.each([
      ['in RGB', small, (picture: Sharp) => picture.jpeg(), 'merke.jpg', '', 'ikke i CMYK'],
      ['that is no JPEG', small, (picture: Sharp) => picture.png(), 'merke.jpg', '', 'ikke en JPEG-fil'],
      [
        'with too few dots',
        '{ "x": 8, "y": 50.6, "width": 50, "height": 14 }',
        (picture: Sharp) => picture.toColourspace('cmyk').jpeg(),
        'template.json',
        'sides.back.0.area',
        'Bildet er 150 × 60 punkter; feltet trenger minst 591 × 165',
      ],
    ])('%s is refused with file, field and remedy', async (_, area, make, file, field, remedy) => {
      asImage(area);
      await draw(make);
      expect(problems()).toEqual([{ file, field, remedy: expect.stringContaining(remedy) as unknown }]);
    });

    it('that is missing is refused with its file', () => {
      asImage(small);
      expect(problems()).toEqual([
        { file: 'merke.jpg', field: '', remedy: expect.stringContaining('finnes ikke') as unknown },
      ]);
    });
  });

  it('without any texts is refused', () => {
    for (const language of ['nb', 'nn']) rmSync(join(folder, 'kort', `texts.${language}.json`));
    expect(problems()).toEqual([
      { file: 'texts.nb.json', field: '', remedy: expect.stringContaining('mangler tekster') as unknown },
    ]);
  });

  it('has another version when a text is changed', () => {
    const read = () => readTemplate('kort', { templates: folder, fonts: shippedFolders.fonts }).version;
    const before = read();
    change('texts.nb.json', 'Hei!', 'God dag!');
    expect(read()).not.toBe(before);
  });
});
