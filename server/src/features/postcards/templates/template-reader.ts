import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Paragraph } from '../domain/merge-fields.js';
import type { CardTemplate, LetterTemplate } from '../domain/template.js';
import { letterFile, letterSample } from './letter.schema.js';
import { toBox } from './template-boxes.js';
import { checkTemplate } from './template-check.js';
import { TemplateFiles, TemplateRefused } from './template-files.js';
import { cardFile, cardSample, textsFile } from './template.schema.js';

export interface TemplateFolders {
  /** Holds one folder per template. */
  readonly templates: string;
  readonly fonts: string;
}

/** Names of the templates in a folder, in alphabetical order. */
export function templateNames(folders: TemplateFolders): string[] {
  return readdirSync(folders.templates, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Reads and checks a card template.
 * @throws TemplateRefused with file, field and remedy for everything found wrong
 */
export function readTemplate(name: string, folders: TemplateFolders): CardTemplate {
  const files = new TemplateFiles(join(folders.templates, name));
  const file = files.read('template.json', cardFile);
  const { kind, title, format, fonts, fallbackFont, reserved, sides: given } = file;
  const texts = readTexts(files);
  const sample = files.read('sample.json', cardSample);
  const boxes = (side: keyof typeof given) =>
    given[side]?.map((box, index) => toBox(box, { file, files, field: `sides.${side}.${index}` })) ?? [];
  const sides = { front: boxes('front'), back: boxes('back') };
  const photoFront = given.photoFront ? boxes('photoFront') : null;
  const common = { name, version: files.version(), title, format, fonts, fallbackFont, texts };
  return checked({ ...common, kind, reserved, sides, photoFront, sample }, folders);
}

/**
 * Reads and checks a template of letters.
 * @throws TemplateRefused with file, field and remedy for everything found wrong
 */
export function readLetterTemplate(name: string, folders: TemplateFolders): LetterTemplate {
  const files = new TemplateFiles(join(folders.templates, name));
  const file = files.read('template.json', letterFile);
  const { kind, title, format, fonts, fallbackFont, envelopes, sides: given } = file;
  const texts = readTexts(files);
  const sample = files.read('sample.json', letterSample);
  const boxes = (side: keyof typeof given) =>
    given[side]?.map((box, index) => toBox(box, { file, files, field: `sides.${side}.${index}` })) ?? [];
  const sides = { front: boxes('front'), back: given.back ? boxes('back') : null };
  const common = { name, version: files.version(), title, format, fonts, fallbackFont, texts };
  return checked({ ...common, kind, envelopes, sides, photoFront: null, sample }, folders);
}

function checked<Template extends CardTemplate | LetterTemplate>(
  template: Template,
  folders: TemplateFolders,
): Template {
  const problems = checkTemplate(template, folders.fonts);
  if (problems.length > 0) throw new TemplateRefused(problems);
  return template;
}

type Texts = Record<string, readonly Paragraph[]>;

function readTexts(files: TemplateFiles): { nb?: Texts; nn?: Texts } {
  const texts: { nb?: Texts; nn?: Texts } = {};
  for (const language of ['nb', 'nn'] as const) {
    const file = `texts.${language}.json`;
    if (files.has(file)) texts[language] = files.read(file, textsFile);
  }
  if (texts.nb || texts.nn) return texts;
  throw new TemplateRefused([
    {
      file: 'texts.nb.json',
      field: '',
      remedy: 'Malen mangler tekster. Legg inn texts.nb.json eller texts.nn.json.',
    },
  ]);
}
