import type { Paragraph } from './merge-fields.js';

/** Cyan, magenta, yellow and black in per cent. */
export type Cmyk = readonly [number, number, number, number];

/** Millimetres from the trimmed card's top left corner; the bleed has negative coordinates. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

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

export type TemplateBox =
  | { readonly kind: 'picture'; readonly shapes: readonly Shape[] }
  | { readonly kind: 'text'; readonly text: string; readonly area: Rect; readonly style: TextStyle }
  | { readonly kind: 'address'; readonly area: Rect; readonly style: TextStyle }
  | { readonly kind: 'qr'; readonly area: Rect; readonly colour: Cmyk };

export const sides = ['front', 'back'] as const;
export type SideName = (typeof sides)[number];

/** A card as data; read and checked by `templates/template-reader.ts`. */
export interface CardTemplate {
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
  readonly sides: Readonly<Record<SideName, readonly TemplateBox[]>>;
  /** Kept free on the back: the stamp, the sorting machine's strip. */
  readonly reserved: readonly (Rect & { readonly name: string })[];
  readonly texts: Readonly<Partial<Record<'nb' | 'nn', Readonly<Record<string, readonly Paragraph[]>>>>>;
  readonly sample: CardSample;
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
