import type PDFDocument from 'pdfkit';

/**
 * The parts of pdfkit 0.20.2 that its types leave out and that we rely on. pdfkit measures and embeds fonts, and draws
 * what all cards share; pages are written by `print-document.ts`. The version is pinned, and `pdfkit-internals.spec.ts`
 * fails when one of these members changes.
 */
export interface PdfReference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
  toString(): string;
}

/** OpenType features beyond the usual ones. When given, however few, a text is laid out as a whole, not word by word. */
type FontFeatures = Readonly<Record<string, boolean>>;

/** A font of the document: letters that are encoded become part of the embedded subset. */
export interface EmbeddedFace {
  /** Resource name. */
  readonly id: string;
  readonly font: {
    readonly ascent: number;
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly id: number };
  };
  layoutCache: Record<string, unknown>;
  ref(): PdfReference;
  /** Glyph numbers in the subset as four hexadecimal digits, and where they stand, in thousandths of the size. */
  encode(text: string, features?: FontFeatures): readonly [readonly string[], readonly GlyphPosition[]];
  layout(
    text: string,
    features?: FontFeatures,
  ): {
    readonly glyphs: readonly { readonly id: number }[];
    readonly positions: readonly GlyphPosition[];
  };
}

/** Thousandths of the size. */
export interface GlyphPosition {
  /** With kerning. */
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  /** Without. */
  readonly advanceWidth: number;
}

/** Stands in for a page while a form XObject is drawn: takes the content and remembers what it uses. */
export interface RecordingPage {
  readonly width: number;
  readonly height: number;
  readonly margins: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly fonts: Record<string, PdfReference>;
  readonly patterns: Record<string, PdfReference>;
  readonly colorSpaces: Record<string, PdfReference>;
  readonly ext_gstates: Record<string, PdfReference>;
  readonly xobjects: Record<string, PdfReference>;
  write(chunk: string): void;
}

interface DocumentInternals {
  page: unknown;
  _ctm: number[];
  _id: Uint8Array;
  /** Bytes written so far; the next object begins here. */
  _offset: number;
  /** Where each object begins; null while it is only promised. */
  readonly _offsets: (number | null)[];
  readonly _font: EmbeddedFace;
  readonly _fontFamilies: Record<string, EmbeddedFace>;
  readonly _root: { readonly data: Record<string, unknown> & { readonly Pages: PdfReference } };
  readonly info: Record<string, unknown>;
  _write(data: string | Uint8Array): void;
  push(chunk: unknown): boolean;
  endMetadata(): void;
  ref(data?: Record<string, unknown>): PdfReference;
}

export type Pdf = InstanceType<typeof PDFDocument>;

/** The one place where pdfkit's hidden members are named. */
export function internals(document: Pdf): DocumentInternals {
  return document as unknown as DocumentInternals;
}

/** pdfkit remembers every word it has set, for ever; names of thousands of cards would fill the memory. */
export function forgetWords(face: EmbeddedFace): void {
  face.layoutCache = {};
}

/** A gradient takes CMYK colours as ordinary fills do; its type only knows names. */
export function gradientColour(colour: readonly [number, number, number, number]): string {
  return [...colour] as unknown as string;
}

/** A value that pdfkit writes as it stands, where it would make a string of plain text. */
export function verbatim(text: string): unknown {
  return { [Symbol.toStringTag]: 'Verbatim', toString: () => text };
}
