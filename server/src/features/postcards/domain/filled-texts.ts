import type { PrintImage } from './card-image.js';
import type { TextPart } from './fitting.js';
import type { Flowing, FlowingItem } from './flow.js';
import {
  fieldsOfParagraph,
  fillParagraph,
  isOwnField,
  type Paragraph,
  type SharedValues,
} from './merge-fields.js';
import {
  type Cmyk,
  type FlowItem,
  type FlowPart,
  itemsIn,
  type PrintTemplate,
  type TemplateBox,
} from './template.js';
import { cleanText } from './text-cleaning.js';

/** Whose texts are filled in. */
export interface TextSource {
  readonly template: Pick<PrintTemplate, 'texts'>;
  readonly language: 'nb' | 'nn';
}

/** A bitmap whose dark dots take the colour. */
export interface Ink {
  readonly image: PrintImage;
  readonly colour: Cmyk;
}

type NamedText = Extract<TemplateBox, { kind: 'text' | 'signature' }> | FlowItem;

/** Another text may stand beneath the ink than beneath the printed name. */
export function textShown(box: NamedText, { images }: SharedValues): string {
  return (box.kind === 'text' && images.signature && box.withSignature) || box.text;
}

/** The text's paragraphs with the facts put in; those without anything to say are left out. */
export function filledParts(text: string, source: TextSource, values: SharedValues): TextPart[] {
  return paragraphsOf(text, source).flatMap((paragraph) => {
    const words = cleanText(fillParagraph(paragraph, values) ?? '');
    return words === '' ? [] : [{ text: words, bold: paragraph.bold ?? false }];
  });
}

/** Whether a text may say something that is not the same on all cards or letters of a municipality. */
export function namesOwnFacts(box: NamedText, source: TextSource): boolean {
  const texts =
    box.kind === 'text' && box.withSignature !== null ? [box.text, box.withSignature] : [box.text];
  return texts
    .flatMap((text) => paragraphsOf(text, source))
    .some((paragraph) => fieldsOfParagraph(paragraph).some(isOwnField));
}

/** Whether one of a flow's texts may. */
export function flowNamesOwnFacts(parts: readonly FlowPart[], source: TextSource): boolean {
  return itemsIn(parts).some((item) => namesOwnFacts(item, source));
}

/** What a part of a flow has to say; nothing when all its facts are missing. */
export function filledFlow(part: FlowPart, source: TextSource, values: SharedValues): Flowing<Ink>[] {
  if (part.kind !== 'columns') return filledItem(part, source, values);
  const columns = part.columns.map(({ x, width, parts }) => ({
    x,
    width,
    items: parts.flatMap((item) => filledItem(item, source, values)),
  }));
  return columns.every(({ items }) => items.length === 0)
    ? []
    : [{ kind: 'columns', gap: part.gap, columns }];
}

function filledItem(item: FlowItem, source: TextSource, values: SharedValues): FlowingItem<Ink>[] {
  const { gap, style } = item;
  const { signature } = values.images;
  if (item.kind === 'signature' && signature) {
    const thing = { image: signature, colour: style.colour };
    return [{ kind: 'thing', thing, gap, height: item.height }];
  }
  const where = textShown(item, values);
  const parts = filledParts(where, source, values);
  return parts.length === 0 ? [] : [{ kind: 'text', where, parts, style, gap }];
}

function paragraphsOf(text: string, { template, language }: TextSource): readonly Paragraph[] {
  return template.texts[language]?.[text] ?? [];
}
