import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rootDirectory } from '../../../config/config.js';
import { noImages } from '../domain/campaign-values.js';
import { cardLayouts } from '../domain/layout.js';
import { letterContent } from '../domain/letter.js';
import { printedSides } from '../domain/template.js';
import { openFontMetrics } from '../rendering/open-metrics.js';
import { fontsFolder } from './open-template.js';
import { TemplateRefused } from './template-files.js';
import { readLetterTemplate, readTemplate, templateNames } from './template-reader.js';

const shipped = { templates: join(rootDirectory, 'templates/letters'), fonts: fontsFolder };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-letters-'));
  cpSync(join(shipped.templates, 'velkommen-a4'), join(folder, 'brev'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function change(file: string, from: string, to: string): void {
  const path = join(folder, 'brev', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

const open = () => readLetterTemplate('brev', { templates: folder, fonts: fontsFolder });

function problemsOf(read: () => unknown) {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof TemplateRefused) return error.problems;
    throw error;
  }
}

const image = { path: '/underskrift.pbm', widthPx: 900, heightPx: 300, alternative: 'Underskrift' };
const longName = 'Anne-Margrethe Kristiansdatter Prøvestad-Eksempelhaugen';

function layOut(changes: { names?: readonly string[]; withInk?: boolean; hostWords?: string } = {}) {
  const template = open();
  const content = letterContent(
    {
      names: changes.names ?? ['Kari Test'],
      addressLines: [changes.names?.[0] ?? 'Kari Test', 'Prøvegata 1', '7030 TRONDHEIM'],
      municipality: { number: '3430', name: 'Nordre og Søndre Prøvefjelldal', mayor: longName },
      language: 'nb',
      host: { name: longName, phone: '00 00 00 00 / 00 00 00 01', email: 'ingrid@example.no' },
      wishes: ['jobb i helsevesenet', 'hus med plass til hester', 'barnehage'],
      hostWords: changes.hostWords ?? null,
    },
    {
      region: 'Fjellregionen og Prøvedalen',
      publicUrl: 'https://savnerdunoen.fjellregionen.example.no',
      date: '2026-09-30',
      images: { ...noImages, signature: changes.withInk ? image : null },
    },
  );
  const metrics = openFontMetrics(template, fontsFolder);
  return cardLayouts({ template, metrics, language: 'nb' }).whole(content.values, content.record);
}

describe('the shipped letters', () => {
  it.each(templateNames(shipped))('%s can be used, in both forms of Norwegian', (name) => {
    const template = readLetterTemplate(name, shipped);
    expect(Object.keys(template.texts)).toEqual(['nb', 'nn']);
    expect(template.format).toMatchObject({ width: 210, height: 297, bleed: 0 });
  });

  it('have room for long names, with and without the mayor’s ink, and say whose it is', () => {
    const wordsOf = (withInk: boolean) => {
      const layout = layOut({ names: [longName], withInk });
      if (!layout.ok) throw new Error(JSON.stringify(layout.problems));
      const boxes = layout.sides.front;
      const text = boxes.flatMap((box) => (box.kind === 'text' ? box.runs.map((run) => run.text) : []));
      return { text: text.join(' '), inks: boxes.filter(({ kind }) => kind === 'ink').length };
    };
    const [typed, signed] = [wordsOf(false), wordsOf(true)];
    expect([typed.inks, signed.inks]).toEqual([0, 1]);
    expect(typed.text).toContain('ordfører i Nordre');
    expect(signed.text).toContain(`Eksempelhaugen, ordfører i Nordre`);
  });

  it('are refused with the text that is too long, and no other', () => {
    expect(layOut({ hostWords: 'Vi har funnet tre hus som kan passe. '.repeat(90) })).toEqual({
      ok: false,
      problems: [{ kind: 'does_not_fit', where: 'letter', letters: '' }],
    });
  });
});

describe('a letter with a back', () => {
  it('has two pages', () => {
    expect(printedSides(open())).toEqual(['front']);
    change(
      'template.json',
      '"front": [',
      '"back": [ { "kind": "text", "text": "region", "style": "body", "area": { "x": 20, "y": 20, "width": 100, "height": 20 } } ], "front": [',
    );
    expect(printedSides(open())).toEqual(['front', 'back']);
  });
});

describe('a letter template that is wrong', () => {
  const onBack = (box: string) => `"back": [ ${box} ], "front": [`;

  it.each([
    ['another size than A4', 'template.json', '"height": 297', '"height": 280', 'format.height', 'A4'],
    ['a bleed', 'template.json', '"safe": 10', '"safe": 10, "bleed": 3', 'format.bleed', 'Sett bleed til 0'],
    ['text the printer cannot reach', 'template.json', '"safe": 10', '"safe": 4', 'format.safe', '10 mm'],
    ['no kind', 'template.json', '"kind": "letter",', '', 'kind', 'Skriv "kind": "letter"'],
    ['an unknown envelope', 'template.json', '"C6/5"', '"C4"', 'envelopes.1', 'C5, C6/5, E6/5'],
    ['no envelope', 'template.json', '["C5", "C6/5", "E6/5"]', '[]', 'envelopes', 'vinduskonvolutter'],
    [
      'an address below the window',
      'template.json',
      '"x": 20, "y": 45, "width": 89',
      '"x": 20, "y": 58, "width": 89',
      'sides.front.4.area',
      'ikke i vinduet på en C5-konvolutt, 15–120 mm fra venstre og 44–79 mm fra toppen',
    ],
    [
      'an address outside the smallest window only',
      'template.json',
      '"x": 20, "y": 45, "width": 89',
      '"x": 20, "y": 47, "width": 89',
      'sides.front.4.area',
      'E6/5-konvolutt, 15–110 mm',
    ],
    [
      'a text that slides into the window',
      'template.json',
      '"x": 132, "y": 44.6',
      '"x": 116, "y": 44.6',
      'sides.front.5.area',
      'kan synes i vinduet på en C5-konvolutt når arket glir',
    ],
    [
      'an address in small print',
      'template.json',
      '"from": 11, "to": 10',
      '"from": 11, "to": 8',
      'sides.front.4.area',
      '10 til 12 punkt',
    ],
    [
      'a text in the margin',
      'template.json',
      '"x": 20, "y": 278',
      '"x": 6, "y": 278',
      'sides.front.9.area',
      'minst 10 mm innenfor',
    ],
    [
      'texts on top of each other',
      'template.json',
      '"x": 20, "y": 278',
      '"x": 20, "y": 240',
      'sides.front.8.area',
      'ligger over et annet felt',
    ],
    [
      'columns that meet',
      'template.json',
      '"width": 70,',
      '"width": 90,',
      'sides.front.8.parts.4.columns.0',
      'inn i den neste',
    ],
    [
      'a column that leaves the text',
      'template.json',
      '"x": 80,',
      '"x": 90,',
      'sides.front.8.parts.4.columns.1',
      'ut over feltet',
    ],
    [
      'a QR code',
      'template.json',
      '{ "kind": "picture", "file": "lines.json" }',
      '{ "kind": "qr", "colour": "black", "area": { "x": 20, "y": 90, "width": 20, "height": 20 } }',
      'sides.front.1.kind',
      'Et brev har felt av slagene',
    ],
    [
      'a picture in the running text',
      'template.json',
      '{ "kind": "text", "text": "closing", "style": "body", "gap": 5.5 }',
      '{ "kind": "picture", "file": "lines.json" }',
      'sides.front.8.parts.3.kind',
      'text, signature og columns',
    ],
    [
      'an unknown style in a column',
      'template.json',
      '"text": "hostTitle", "style": "signatory"',
      '"text": "hostTitle", "style": "tittel"',
      'sides.front.8.parts.4.columns.0.parts.1.style',
      'Stilen «tittel» finnes ikke',
    ],
    [
      'a second address',
      'template.json',
      '"front": [',
      '"front": [ { "kind": "address", "style": "address", "area": { "x": 20, "y": 45, "width": 80, "height": 20 } },',
      'sides.front',
      'nøyaktig ett felt av slaget «address»',
    ],
    [
      'an address on the back',
      'template.json',
      '"front": [',
      onBack(
        '{ "kind": "address", "style": "address", "area": { "x": 20, "y": 45, "width": 80, "height": 20 } }',
      ),
      'sides.back',
      'hører til på forsiden',
    ],
    [
      'two signatures, one of them in the running text',
      'template.json',
      '"front": [',
      onBack(
        '{ "kind": "signature", "text": "mayorSignature", "style": "signature", "area": { "x": 20, "y": 45, "width": 80, "height": 20 } }',
      ),
      'sides',
      'bare én underskrift',
    ],
    [
      'a field of cards',
      'texts.nb.json',
      '{hostWords}',
      '{ownWords}',
      'letter.2',
      'Ukjent flettefelt {ownWords}',
    ],
    [
      'an unknown condition',
      'texts.nn.json',
      '["hostPhone"]',
      '["telefon"]',
      'letter.6',
      'flettefelt {telefon}',
    ],
    [
      'a missing text in a column',
      'texts.nn.json',
      '"hostTitle"',
      '"tittel"',
      'hostTitle',
      'Teksten mangler',
    ],
    ['a sample in one language', 'sample.json', '"nn": "Små', '"se": "Små', 'hostWords.nn', ''],
  ])('because of %s is refused with file, field and remedy', (_, file, from, to, field, remedy) => {
    change(file, from, to);
    expect(problemsOf(open)).toContainEqual({
      file,
      field,
      remedy: expect.stringContaining(remedy) as unknown,
    });
  });

  it('because it is a card, or a card because it is a letter, is told where it belongs', () => {
    const cards = { templates: join(rootDirectory, 'templates/postcards'), fonts: fontsFolder };
    expect(problemsOf(() => readLetterTemplate('fjell-a6', cards))).toContainEqual({
      file: 'template.json',
      field: 'kind',
      remedy: expect.stringContaining('templates/postcards') as unknown,
    });
    expect(problemsOf(() => readTemplate('velkommen-a4', shipped))).toContainEqual({
      file: 'template.json',
      field: 'kind',
      remedy: expect.stringContaining('templates/letters') as unknown,
    });
  });
});
