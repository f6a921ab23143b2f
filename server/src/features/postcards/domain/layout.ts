import { filling, type PrintImage, standingIn } from './card-image.js';
import { type FontMetrics, fitText, type TextPart, type TextRun } from './fitting.js';
import { filledFlow, filledParts, flowNamesOwnFacts, namesOwnFacts, textShown } from './filled-texts.js';
import { layOutFlow } from './flow.js';
import type { KnownValues, SharedValues } from './merge-fields.js';
import type { CardTemplate, Cmyk, PrintTemplate, Rect, Shape, SideName, TemplateBox } from './template.js';

/** What drawing executes, without deciding anything more. */
export type Box =
  /** Drawn once per file, however many cards show it; `alternative` says what it shows, empty for ornament. */
  | { readonly kind: 'picture'; readonly shapes: readonly Shape[]; readonly alternative: string }
  /** A picture of dots, scaled to `placed` and cut at `area`. */
  | { readonly kind: 'image'; readonly image: PrintImage; readonly placed: Rect; readonly area: Rect }
  /** A bitmap whose dark dots take the colour. */
  | { readonly kind: 'ink'; readonly image: PrintImage; readonly placed: Rect; readonly colour: Cmyk }
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

/** One card's or letter's own content. */
export interface CardRecord {
  readonly addressLines: readonly string[];
  /** The address in the QR code; null for what has none. */
  readonly qrContent: string | null;
  readonly values: KnownValues;
}

interface Given {
  readonly template: PrintTemplate;
  readonly language: 'nb' | 'nn';
  readonly metrics: FontMetrics;
}

/** The template's boxes, divided once into what all cards of a municipality share and what is each card's own. */
export interface CardLayouts {
  /** The picture and the texts without a card's own facts. */
  shared(values: SharedValues): Layout;
  /** The address, the QR code and texts that name the card's facts. */
  own(values: SharedValues, record: CardRecord): Layout;
  /** Everything, in the template's order. */
  whole(values: SharedValues, record: CardRecord): Layout;
}

export function cardLayouts(given: Given): CardLayouts {
  const drawn = dividedSides(given, given.template.sides.front);
  const photographed = given.template.photoFront && dividedSides(given, given.template.photoFront);
  const sidesFor = ({ images }: SharedValues) => (images.photo && photographed) || drawn;
  return {
    shared: (values) => layOut(sidesFor(values).shared, (box) => drawShared(box, given, values)),
    own: (values, record) =>
      layOut(sidesFor(values).own, (box) => drawPerCard(box, given, { values, record })),
    whole: (values, record) =>
      layOut(sidesFor(values).all, (box) =>
        isPerCard(box, given) ? drawPerCard(box, given, { values, record }) : drawShared(box, given, values),
      ),
  };
}

function dividedSides(given: Given, front: readonly TemplateBox[]) {
  const { back } = given.template.sides;
  const choose = (wanted: (box: TemplateBox) => boolean) => ({
    front: front.filter(wanted),
    back: (back ?? []).filter(wanted),
  });
  return {
    all: choose(() => true),
    shared: choose((box) => !isPerCard(box, given)),
    own: choose((box) => isPerCard(box, given)),
  };
}

/** Only the address: for finding out before printing who needs a shorter or a corrected address. */
export function layOutAddress(
  given: Given & { readonly template: CardTemplate },
  addressLines: readonly string[],
): LayoutProblem | null {
  const box = given.template.sides.back.find((candidate) => candidate.kind === 'address');
  if (!box) return null;
  const drawn = drawAddress(box, given, addressLines);
  return 'problem' in drawn ? drawn.problem : null;
}

type Drawn = { readonly boxes: readonly Box[] } | { readonly problem: LayoutProblem };

function layOut(
  boxes: Readonly<Record<SideName, readonly TemplateBox[]>>,
  draw: (box: TemplateBox) => Drawn,
): Layout {
  const problems: LayoutProblem[] = [];
  const result: Record<SideName, Box[]> = { front: [], back: [] };
  for (const side of ['front', 'back'] as const) {
    for (const box of boxes[side]) {
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
    case 'image':
    case 'photo':
      return false;
    case 'address':
    case 'qr':
      return true;
    case 'signature':
    case 'text':
      return namesOwnFacts(box, given);
    case 'flow':
      return flowNamesOwnFacts(box.parts, given);
  }
}

function drawShared(box: TemplateBox, given: Given, values: SharedValues): Drawn {
  switch (box.kind) {
    case 'picture':
      return {
        boxes: [
          { kind: 'picture', shapes: box.shapes, alternative: spoken(box.alternative ?? '', given, values) },
        ],
      };
    case 'image':
      return drawImage({ ...box.image, alternative: spoken(box.alternative, given, values) }, box.area);
    case 'photo':
      return values.images.photo ? drawImage(values.images.photo, box.area) : { boxes: [] };
    case 'text':
    case 'signature':
      return drawText(box, given, values);
    case 'flow':
      return drawFlow(box, given, values);
    case 'address':
    case 'qr':
      return { boxes: [] };
  }
}

function drawPerCard(
  box: TemplateBox,
  given: Given,
  content: { readonly values: SharedValues; readonly record: CardRecord },
): Drawn {
  const { qrContent } = content.record;
  switch (box.kind) {
    case 'picture':
    case 'image':
    case 'photo':
      return { boxes: [] };
    case 'text':
    case 'signature':
      return drawText(box, given, { ...content.values, ...content.record.values });
    case 'flow':
      return drawFlow(box, given, { ...content.values, ...content.record.values });
    case 'address':
      return drawAddress(box, given, content.record.addressLines);
    case 'qr':
      return qrContent === null
        ? { boxes: [] }
        : { boxes: [{ kind: 'qr', area: box.area, content: qrContent, colour: box.colour }] };
  }
}

function drawImage(image: PrintImage, area: Rect): Drawn {
  return { boxes: [{ kind: 'image', image, placed: filling(area, image), area }] };
}

function drawText(
  box: Extract<TemplateBox, { kind: 'text' | 'signature' }>,
  given: Given,
  values: SharedValues,
): Drawn {
  if (box.kind === 'signature' && values.images.signature)
    return { boxes: [ink(values.images.signature, box.area, box.style.colour)] };
  const where = textShown(box, values);
  return drawParts(box, given, { parts: filledParts(where, given, values), where, breaking: 'flow' });
}

function drawFlow(box: Extract<TemplateBox, { kind: 'flow' }>, given: Given, values: SharedValues): Drawn {
  const flow = box.parts.flatMap((part) => filledFlow(part, given, values));
  const { metrics, template } = given;
  const result = layOutFlow(flow, box.area, { metrics, fallbackFont: template.fallbackFont });
  if (!result.ok) {
    const { problem: kind, where } = result;
    return { problem: { kind, where, letters: kind === 'missing_glyph' ? result.letters : '' } };
  }
  return {
    boxes: result.pieces.map((piece) =>
      piece.kind === 'text' ? piece : ink(piece.thing.image, piece.area, piece.thing.colour),
    ),
  };
}

/** What a screen reader says of a picture; empty for a text that is not there. */
function spoken(text: string, given: Given, values: SharedValues): string {
  return filledParts(text, given, values)
    .map((part) => part.text)
    .join(' ');
}

function ink(image: PrintImage, area: Rect, colour: Cmyk): Box {
  return { kind: 'ink', image, placed: standingIn(area, image), colour };
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
  box: Extract<TemplateBox, { kind: 'text' | 'signature' | 'address' }>,
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
