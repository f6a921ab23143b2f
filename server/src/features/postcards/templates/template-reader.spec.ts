import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { shippedFolders } from '../card-templates.js';
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
    const [first] = problems();
    expect(first?.file).toBe(to.includes('foto.json') ? 'foto.json' : file);
    expect(first?.field).toContain(field);
    expect(first?.remedy).toContain(remedy);
  });

  it('has another version when a text is changed', () => {
    const read = () => readTemplate('kort', { templates: folder, fonts: shippedFolders.fonts }).version;
    const before = read();
    change('texts.nb.json', 'Hei!', 'God dag!');
    expect(read()).not.toBe(before);
  });
});
