import type PDFDocument from 'pdfkit';

/**
 * The parts of pdfkit 0.20.2 that its types leave out and that we rely on: form XObjects, page boxes and the
 * letters a font holds. The version is pinned, and `pdfkit-internals.spec.ts` fails when one of them changes.
 */
export interface PdfReference {
  readonly data: Record<string, unknown>;
  write(chunk: string | Uint8Array): void;
  end(): void;
  toString(): string;
}

interface PageInternals {
  readonly dictionary: PdfReference;
  readonly xobjects: Record<string, PdfReference>;
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
  _font: {
    readonly font: {
      hasGlyphForCodePoint(codePoint: number): boolean;
      readonly ascent: number;
      readonly unitsPerEm: number;
    };
  };
  readonly _fontFamilies: Record<string, { layoutCache?: Record<string, unknown> }>;
  ref(data?: Record<string, unknown>): PdfReference;
  addContent(content: string): unknown;
}

export type Pdf = InstanceType<typeof PDFDocument>;

/** The one place where pdfkit's hidden members are named. */
export function internals(document: Pdf): DocumentInternals {
  return document as unknown as DocumentInternals;
}

export function currentPage(document: Pdf): PageInternals {
  return document.page as unknown as PageInternals;
}

/** pdfkit remembers every word it has set, for ever; codes and names of thousands of cards would fill the memory. */
export function forgetWords(document: Pdf): void {
  for (const font of Object.values(internals(document)._fontFamilies)) font.layoutCache = {};
}

/** A page that has been written needs no content any more, only its number in the page tree. */
export function forgetPage(page: PageInternals): void {
  for (const key of Object.keys(page.dictionary.data)) delete page.dictionary.data[key];
}

/** A gradient takes CMYK colours as ordinary fills do; its type only knows names. */
export function gradientColour(colour: readonly [number, number, number, number]): string {
  return [...colour] as unknown as string;
}
