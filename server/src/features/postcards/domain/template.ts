import type { PrintImage } from './card-image.js';
import type { Paragraph } from './merge-fields.js';
import type { Rect } from './rect.js';
import type { EnvelopeName } from './window-envelopes.js';

export type { Rect } from './rect.js';

/** Cyan, magenta, yellow and black in per cent. */
export type Cmyk = readonly [number, number, number, number];

export type Paint =
  | { readonly kind: 'flat'; readonly colour: Cmyk }
  | {
      readonly kind: 'gradient';
      /** From `y1` to `y2`, millimetres. */
      readonly y1: number;
      readonly y2: number;
      readonly stops: readonly { readonly at: number; readonly colour: Cmyk }[];
    };

/** A shape of the drawn picture; `path` is SVG path data in millimetres. */
export interface Shape {
  readonly path: string;
  readonly paint: Paint;
  /** Line width in millimetres; without it the shape is filled. */
  readonly stroke?: number;
}

export interface TextStyle {
  readonly font: string;
  readonly boldFont: string;
  readonly colour: Cmyk;
  /** Points; the text shrinks from the first towards the second before it is flagged. */
  readonly size: { readonly from: number; readonly to: number };
  /** Baseline to baseline, times the size. */
  readonly lineHeight: number;
  /** Space after a paragraph, times the size. */
  readonly paragraphGap: number;
  /** Points between letters. */
  readonly letterSpacing: number;
  readonly align: 'left' | 'centre' | 'right';
  readonly from: 'top' | 'bottom';
}

/** A text or a signature in a flow; `gap` is the millimetres above it, which go when it has nothing to say. */
export type FlowItem =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly withSignature: string | null;
      readonly style: TextStyle;
      readonly gap: number;
    }
  | {
      readonly kind: 'signature';
      readonly text: string;
      readonly style: TextStyle;
      readonly gap: number;
      /** Millimetres for the ink. */
      readonly height: number;
    };

export type FlowPart =
  | FlowItem
  | {
      readonly kind: 'columns';
      readonly gap: number;
      /** `x` in millimetres from the flow's left edge. */
      readonly columns: readonly {
        readonly x: number;
        readonly width: number;
        readonly parts: readonly FlowItem[];
      }[];
    };

/** The texts and signatures of a flow, in columns or not. */
export function itemsIn(parts: readonly FlowPart[]): FlowItem[] {
  return parts.flatMap((part) =>
    part.kind === 'columns' ? part.columns.flatMap((column) => column.parts) : [part],
  );
}

export type TemplateBox =
  /** Drawn shapes; `alternative` names the text that says what they show, null for ornament. */
  | { readonly kind: 'picture'; readonly shapes: readonly Shape[]; readonly alternative: string | null }
  /** A picture of the template's own that is not drawn. */
  | {
      readonly kind: 'image';
      readonly image: Omit<PrintImage, 'alternative'>;
      readonly alternative: string;
      readonly area: Rect;
    }
  /** Where the campaign's own picture goes. */
  | { readonly kind: 'photo'; readonly area: Rect }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The text that stands here instead when the mayor's own signature is on the card. */
      readonly withSignature: string | null;
      readonly area: Rect;
      readonly style: TextStyle;
    }
  /** The mayor's signature in ink; while there is none, the text stands in. */
  | {
      readonly kind: 'signature';
      readonly text: string;
      readonly area: Rect;
      readonly style: TextStyle;
    }
  /** Running text, each part below the one before it, all shrinking together. */
  | { readonly kind: 'flow'; readonly area: Rect; readonly parts: readonly FlowPart[] }
  | { readonly kind: 'address'; readonly area: Rect; readonly style: TextStyle }
  | { readonly kind: 'qr'; readonly area: Rect; readonly colour: Cmyk };

export const sides = ['front', 'back'] as const;
export type SideName = (typeof sides)[number];

type Boxes = readonly TemplateBox[];

/** What is printed, as data; read and checked by `templates/template-reader.ts`. */
export interface PrintTemplate {
  readonly kind: 'postcard' | 'letter';
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly format: {
    readonly width: number;
    readonly height: number;
    readonly bleed: number;
    readonly safe: number;
  };
  /** Family name → file name in the fonts folder. */
  readonly fonts: Readonly<Record<string, string>>;
  readonly fallbackFont: string;
  /** Without a back it is one page. */
  readonly sides: { readonly front: Boxes; readonly back: Boxes | null };
  /** The front when the campaign has a picture of its own; null for a template that has no place for one. */
  readonly photoFront: Boxes | null;
  readonly texts: Readonly<Partial<Record<'nb' | 'nn', Readonly<Record<string, readonly Paragraph[]>>>>>;
}

export interface CardTemplate extends PrintTemplate {
  readonly kind: 'postcard';
  readonly sides: Readonly<Record<SideName, Boxes>>;
  /** Kept free on the back: the stamp, the sorting machine's strip. */
  readonly reserved: readonly (Rect & { readonly name: string })[];
  readonly sample: CardSample;
}

export interface LetterTemplate extends PrintTemplate {
  readonly kind: 'letter';
  readonly photoFront: null;
  /** Whose windows the address lies in. */
  readonly envelopes: readonly EnvelopeName[];
  readonly sample: LetterSample;
}

/** The sides that are printed, in order. */
export function printedSides(template: Pick<PrintTemplate, 'sides'>): SideName[] {
  return sides.filter((side) => template.sides[side] !== null);
}

/** An invented recipient for the specimen. */
interface CardSample {
  readonly names: readonly string[];
  readonly street: string;
  readonly postcode: string;
  readonly place: string;
  readonly mayor: string;
  readonly callingFrom: string;
}

/** An invented recipient and host, for trying a template; words in each form of Norwegian. */
interface LetterSample {
  readonly names: readonly string[];
  readonly street: string;
  readonly postcode: string;
  readonly place: string;
  readonly mayor: string;
  readonly host: { readonly name: string; readonly phone: string; readonly email: string };
  readonly wishes: Readonly<Record<'nb' | 'nn', readonly string[]>>;
  readonly hostWords: Readonly<Record<'nb' | 'nn', string>>;
}

/** Where the campaign's own picture goes; null in a template without a place for one. */
export function photoAreaOf({ photoFront }: Pick<CardTemplate, 'photoFront'>): Rect | null {
  return photoFront?.find((box) => box.kind === 'photo')?.area ?? null;
}

/** Where the mayor signs; null in a template without a place for it. */
export function signatureAreaOf(template: Pick<CardTemplate, 'sides'>): Rect | null {
  return template.sides.back.find((box) => box.kind === 'signature')?.area ?? null;
}
