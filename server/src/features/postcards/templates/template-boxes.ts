import type { z } from 'zod';
import type { PrintImage } from '../domain/card-image.js';
import type { Cmyk, FlowItem, FlowPart, Paint, Shape, TemplateBox, TextStyle } from '../domain/template.js';
import { readJpegFacts } from './jpeg-facts.js';
import type { LetterBox } from './letter.schema.js';
import { type TemplateFiles, TemplateRefused } from './template-files.js';
import { type CardBox, type cardFile, type PictureFile, pictureFile } from './template.schema.js';

type Styling = Pick<z.infer<typeof cardFile>, 'styles' | 'colours'>;
type FlowFile = Extract<LetterBox, { kind: 'flow' }>;

/** Where a box stands, for saying what is wrong with it. */
interface Place {
  readonly file: Styling;
  readonly files: TemplateFiles;
  readonly field: string;
}

/** @throws TemplateRefused for a style, colour or file that is not there */
export function toBox(box: CardBox | LetterBox, place: Place): TemplateBox {
  switch (box.kind) {
    case 'picture':
      return {
        kind: 'picture',
        shapes: toShapes(box.file, place.files),
        alternative: box.alternative ?? null,
      };
    case 'image':
      return { ...box, image: toImage(box.file, place.files) };
    case 'photo':
      return box;
    case 'text':
      return { ...box, withSignature: box.withSignature ?? null, style: toStyle(box.style, place) };
    case 'signature':
      return { ...box, style: toStyle(box.style, place) };
    case 'flow':
      return { ...box, parts: box.parts.map((part, index) => toPart(part, inside(place, `parts.${index}`))) };
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

function toPart(part: FlowFile['parts'][number], place: Place): FlowPart {
  if (part.kind !== 'columns') return toItem(part, place);
  const columns = part.columns.map((column, at) => ({
    ...column,
    parts: column.parts.map((item, index) => toItem(item, inside(place, `columns.${at}.parts.${index}`))),
  }));
  return { ...part, columns };
}

function toItem(item: Exclude<FlowFile['parts'][number], { kind: 'columns' }>, place: Place): FlowItem {
  const style = toStyle(item.style, place);
  return item.kind === 'text'
    ? { ...item, withSignature: item.withSignature ?? null, style }
    : { ...item, style };
}

function inside(place: Place, field: string): Place {
  return { ...place, field: `${place.field}.${field}` };
}

function toImage(file: string, files: TemplateFiles): Omit<PrintImage, 'alternative'> {
  const facts = readJpegFacts(files.readBytes(file));
  if (facts?.kind === 'cmyk') {
    const { widthPx, heightPx } = facts;
    return { path: files.pathOf(file), widthPx, heightPx };
  }
  const remedy =
    facts === null
      ? 'Bildet er ikke en JPEG-fil som kan leses. Lagre det som JPEG i CMYK (FOGRA39).'
      : 'Bildet er ikke i CMYK med Adobes merke, så fargene blir feil på trykk. Lagre det som JPEG i CMYK (FOGRA39).';
  throw new TemplateRefused([{ file, field: '', remedy }]);
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
