import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Paragraph } from '../domain/merge-fields.js';
import type {
  CardTemplate,
  Cmyk,
  Paint,
  Shape,
  SideName,
  TemplateBox,
  TextStyle,
} from '../domain/template.js';
import { checkTemplate } from './template-check.js';
import { TemplateFiles, TemplateRefused } from './template-files.js';
import {
  type PictureFile,
  pictureFile,
  sampleFile,
  type TemplateFile,
  templateFile,
  textsFile,
} from './template.schema.js';

export interface TemplateFolders {
  /** Holds one folder per template. */
  readonly templates: string;
  readonly fonts: string;
}

/** Names of the templates of the installation, in alphabetical order. */
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
  const file = files.read('template.json', templateFile);
  const texts = readTexts(files);
  const sample = files.read('sample.json', sampleFile);
  const boxes = (side: SideName) =>
    file.sides[side].map((box, index) => toBox(box, { file, files, field: `sides.${side}.${index}` }));
  const sides = { front: boxes('front'), back: boxes('back') };
  const template: CardTemplate = {
    name,
    version: files.version(),
    title: file.title,
    format: file.format,
    fonts: file.fonts,
    fallbackFont: file.fallbackFont,
    reserved: file.reserved,
    sides,
    texts,
    sample,
  };
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
      remedy: 'Kortmalen mangler tekster. Legg inn texts.nb.json eller texts.nn.json.',
    },
  ]);
}

interface Place {
  readonly file: TemplateFile;
  readonly files: TemplateFiles;
  readonly field: string;
}

function toBox(box: TemplateFile['sides']['front'][number], place: Place): TemplateBox {
  switch (box.kind) {
    case 'picture':
      return { kind: 'picture', shapes: toShapes(box.file, place.files) };
    case 'text':
      return { kind: 'text', text: box.text, area: box.area, style: toStyle(box.style, place) };
    case 'address':
      return { kind: 'address', area: box.area, style: toStyle(box.style, place) };
    case 'qr':
      return {
        kind: 'qr',
        area: box.area,
        colour: colourOf(box.colour, place.file.colours, 'template.json', place.field),
      };
  }
}

function toStyle(name: string, { file, field }: Place): TextStyle {
  const style = file.styles[name];
  if (!style) {
    const remedy = `Stilen «${name}» finnes ikke. Bruk en av: ${Object.keys(file.styles).join(', ')}.`;
    throw new TemplateRefused([{ file: 'template.json', field: `${field}.style`, remedy }]);
  }
  return {
    ...style,
    boldFont: style.boldFont ?? style.font,
    colour: colourOf(style.colour, file.colours, 'template.json', `styles.${name}`),
  };
}

function toShapes(file: string, files: TemplateFiles): Shape[] {
  const picture = files.read(file, pictureFile);
  return picture.shapes.map((shape, index) => {
    const colour = (name: string) => colourOf(name, picture.colours, file, `shapes.${index}`);
    if ('stroke' in shape)
      return { path: shape.path, paint: flat(colour(shape.stroke)), stroke: shape.width };
    return { path: shape.path, paint: paintOf(shape, colour) };
  });
}

function paintOf(
  shape: Exclude<PictureFile['shapes'][number], { stroke: string }>,
  colour: (name: string) => Cmyk,
): Paint {
  if ('fill' in shape) return flat(colour(shape.fill));
  const { y1, y2, stops } = shape.gradient;
  return { kind: 'gradient', y1, y2, stops: stops.map(([at, name]) => ({ at, colour: colour(name) })) };
}

function flat(colour: Cmyk): Paint {
  return { kind: 'flat', colour };
}

function colourOf(name: string, colours: Readonly<Record<string, Cmyk>>, file: string, field: string): Cmyk {
  const colour = colours[name];
  if (colour) return colour;
  const remedy = `Fargen «${name}» finnes ikke. Bruk en av: ${Object.keys(colours).join(', ')}.`;
  throw new TemplateRefused([{ file, field, remedy }]);
}
