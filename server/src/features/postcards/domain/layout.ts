import { type FontMetrics, fitText, type TextPart, type TextRun } from './fitting.js';
import {
  type CampaignValues,
  type CardValues,
  fieldsIn,
  fillParagraph,
  isCardField,
  type MergeField,
  type Paragraph,
} from './merge-fields.js';
import {
  type CardTemplate,
  type Cmyk,
  type Rect,
  type Shape,
  type SideName,
  sides,
  type TemplateBox,
} from './template.js';
import { cleanText } from './text-cleaning.js';

/** What drawing executes, without deciding anything more. */
export type Box =
  /** Drawn once per file, however many cards show it. */
  | { readonly kind: 'picture'; readonly shapes: readonly Shape[] }
  | { readonly kind: 'text'; readonly runs: readonly TextRun[] }
  | { readonly kind: 'qr'; readonly area: Rect; readonly content: string; readonly colour: Cmyk };

export type Sides = Readonly<Record<SideName, readonly Box[]>>;

export interface LayoutProblem {
  readonly kind: 'does_not_fit' | 'missing_glyph';
  /** Name of the template's text, or `address`. */
  readonly where: string;
  /** The letters no font has; empty when the text is too long. */
  readonly letters: string;
}

export type Layout =
  | { readonly ok: true; readonly sides: Sides }
  | { readonly ok: false; readonly problems: readonly LayoutProblem[] };

/** One card's own content. */
export interface CardRecord {
  readonly addressLines: readonly string[];
  /** The address in the QR code. */
  readonly qrContent: string;
  readonly values: CardValues;
}

interface Given {
  readonly template: CardTemplate;
  readonly language: 'nb' | 'nn';
  readonly metrics: FontMetrics;
}

/** What every card of a municipality shares: the picture and the texts without a card's own facts. */
export function layOutShared(given: Given, values: CampaignValues): Layout {
  return layOut(
    given,
    (box) => !isPerCard(box, given),
    (box) => drawShared(box, given, values),
  );
}

/** What is one card's own: the address, the QR code and texts that name the card's facts. */
export function layOutCard(given: Given, values: CampaignValues, record: CardRecord): Layout {
  return layOut(
    given,
    (box) => isPerCard(box, given),
    (box) => drawPerCard(box, given, { values, record }),
  );
}

/** Only the address: for finding out before printing who needs a shorter or a corrected address. */
export function layOutAddress(given: Given, addressLines: readonly string[]): LayoutProblem | null {
  const box = given.template.sides.back.find((candidate) => candidate.kind === 'address');
  if (!box) return null;
  const drawn = drawAddress(box, given, addressLines);
  return 'problem' in drawn ? drawn.problem : null;
}

type Drawn = { readonly boxes: readonly Box[] } | { readonly problem: LayoutProblem };

function layOut(
  given: Given,
  wanted: (box: TemplateBox) => boolean,
  draw: (box: TemplateBox) => Drawn,
): Layout {
  const problems: LayoutProblem[] = [];
  const result: Record<SideName, Box[]> = { front: [], back: [] };
  for (const side of sides) {
    for (const box of given.template.sides[side].filter(wanted)) {
      const drawn = draw(box);
      if ('problem' in drawn) problems.push(drawn.problem);
      else result[side].push(...drawn.boxes);
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, sides: result };
}

function isPerCard(box: TemplateBox, given: Given): boolean {
  switch (box.kind) {
    case 'picture':
      return false;
    case 'address':
    case 'qr':
      return true;
    case 'text':
      return paragraphsOf(box.text, given).some((paragraph) =>
        [...fieldsIn(paragraph.text), ...fieldsIn(paragraph.otherwise ?? '')].some(isCardField),
      );
  }
}

function drawShared(box: TemplateBox, given: Given, values: CampaignValues): Drawn {
  switch (box.kind) {
    case 'picture':
      return { boxes: [{ kind: 'picture', shapes: box.shapes }] };
    case 'text':
      return drawText(box, given, values);
    case 'address':
    case 'qr':
      return { boxes: [] };
  }
}

function drawPerCard(
  box: TemplateBox,
  given: Given,
  content: { readonly values: CampaignValues; readonly record: CardRecord },
): Drawn {
  switch (box.kind) {
    case 'picture':
      return { boxes: [] };
    case 'text':
      return drawText(box, given, { ...content.values, ...content.record.values });
    case 'address':
      return drawAddress(box, given, content.record.addressLines);
    case 'qr':
      return {
        boxes: [{ kind: 'qr', area: box.area, content: content.record.qrContent, colour: box.colour }],
      };
  }
}

function drawText(
  box: Extract<TemplateBox, { kind: 'text' }>,
  given: Given,
  values: Readonly<Partial<Record<MergeField, string>>>,
): Drawn {
  const parts = paragraphsOf(box.text, given).flatMap((paragraph): TextPart[] => {
    const text = cleanText(fillParagraph(paragraph, values) ?? '');
    return text === '' ? [] : [{ text, bold: paragraph.bold ?? false }];
  });
  return drawParts(box, given, { parts, where: box.text, breaking: 'flow' });
}

function drawAddress(
  box: Extract<TemplateBox, { kind: 'address' }>,
  given: Given,
  lines: readonly string[],
): Drawn {
  const parts = lines.map((text) => ({ text, bold: false }));
  return drawParts(box, given, { parts, where: 'address', breaking: 'keep' });
}

function drawParts(
  box: Extract<TemplateBox, { kind: 'text' | 'address' }>,
  given: Given,
  content: {
    readonly parts: readonly TextPart[];
    readonly where: string;
    readonly breaking: 'keep' | 'flow';
  },
): Drawn {
  const fallbackFont = given.template.fallbackFont;
  const fitted = fitText(content.parts, box.area, box.style, {
    breaking: content.breaking,
    fallbackFont,
    metrics: given.metrics,
  });
  if (fitted.ok) return { boxes: [{ kind: 'text', runs: fitted.runs }] };
  const letters = fitted.problem === 'missing_glyph' ? fitted.letters : '';
  return { problem: { kind: fitted.problem, where: content.where, letters } };
}

function paragraphsOf(text: string, given: Given): readonly Paragraph[] {
  return given.template.texts[given.language]?.[text] ?? [];
}
