import type { FontMetrics, TextRun } from '../../domain/fitting.js';
import {
  type EmbeddedFace,
  forgetWords,
  type GlyphPosition,
  internals,
  type Pdf,
  type PdfReference,
} from './pdfkit-internals.js';

/** Letters below this are looked up in tables, the others in maps: Latin, Sámi and IPA letters among them. */
const tabled = 0x250;
const notKnown = 0x7fff;
/** Words that are read from the right stand in an order of their own. */
const asAWhole = {};

/** Letters that follow each other without joining: Latin, Greek, Cyrillic, digits and signs, composed. */
const plainLetters = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]*$/u;

/**
 * Measures and sets text with a document's own fonts. Letters and how close pairs of them stand are looked up once each,
 * so that a name nobody has seen costs no more than one that is on every card, and memory stays the same.
 */
export class TypeSetter implements FontMetrics {
  readonly #faces = new Map<string, Face>();

  constructor(private readonly pdf: Pdf) {}

  width(font: string, text: string): number {
    return this.#face(font).width(text) / 1000;
  }

  hasLetters(font: string, text: string): boolean {
    return this.#face(font).hasAll(text);
  }

  ascent(font: string): number {
    return this.#face(font).ascent;
  }

  /** Operators that show the run's letters; font, size and place have been set before. */
  show(run: Pick<TextRun, 'font' | 'text' | 'size'>): string {
    return this.#face(run.font).show(run.text, run.size);
  }

  /** The font's name among a page's resources, and where the font is in the file. */
  resource(font: string): { readonly name: string; readonly reference: PdfReference } {
    const { embedded } = this.#face(font);
    return { name: embedded.id, reference: embedded.ref() };
  }

  #face(name: string): Face {
    const known = this.#faces.get(name);
    if (known) return known;
    const made = new Face(internals(this.pdf.font(name))._font);
    this.#faces.set(name, made);
    return made;
  }
}

interface Letter {
  /** Thousandths of the size. */
  readonly advance: number;
  /** Its number in the subset, once it has been shown. */
  hex: string;
}

class Face {
  readonly ascent: number;
  readonly #latin: (Letter | undefined)[] = Array.from({ length: tabled });
  readonly #letters = new Map<number, Letter>();
  /** 0: not looked up yet, 1: has it, 2: has it not. */
  readonly #hasLatin = new Uint8Array(tabled);
  readonly #has = new Map<number, boolean>();
  readonly #latinKerns = new Int16Array(tabled * tabled).fill(notKnown);
  readonly #kerns = new Map<number, number>();

  constructor(readonly embedded: EmbeddedFace) {
    this.ascent = embedded.font.ascent / embedded.font.unitsPerEm;
  }

  hasAll(text: string): boolean {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (this.#hasLatin[unit] === 1) continue;
      const codePoint = codePointAt(text, at);
      if (!this.#hasOne(codePoint)) return false;
      if (codePoint > 0xffff) at += 1;
    }
    return true;
  }

  width(text: string): number {
    return isPlain(text) ? this.#plainWidth(text) : this.#joinedWidth(text);
  }

  show(text: string, size: number): string {
    return isPlain(text) ? this.#showPlain(text) : this.#showJoined(text, size);
  }

  #hasOne(codePoint: number): boolean {
    const known = this.#has.get(codePoint);
    if (known !== undefined) return known;
    const has = this.embedded.font.hasGlyphForCodePoint(codePoint);
    this.#has.set(codePoint, has);
    if (codePoint < tabled) this.#hasLatin[codePoint] = has ? 1 : 2;
    return has;
  }

  #plainWidth(text: string): number {
    let sum = 0;
    let before = 0;
    for (let at = 0; at < text.length; at += 1) {
      const codePoint = codePointAt(text, at);
      if (codePoint > 0xffff) at += 1;
      sum += this.#letter(codePoint).advance + (before === 0 ? 0 : this.#kern(before, codePoint));
      before = codePoint;
    }
    return sum;
  }

  #showPlain(text: string): string {
    let shown = '<';
    let isMoved = false;
    let before = 0;
    for (let at = 0; at < text.length; at += 1) {
      const codePoint = codePointAt(text, at);
      if (codePoint > 0xffff) at += 1;
      const kern = before === 0 ? 0 : this.#kern(before, codePoint);
      if (kern !== 0) {
        isMoved = true;
        shown += `>${-kern}<`;
      }
      const letter = this.#letter(codePoint);
      if (letter.hex === '') letter.hex = this.#include(codePoint);
      shown += letter.hex;
      before = codePoint;
    }
    return isMoved ? `[${shown}>]TJ` : `${shown}>Tj`;
  }

  #letter(codePoint: number): Letter {
    const known = codePoint < tabled ? this.#latin[codePoint] : this.#letters.get(codePoint);
    if (known) return known;
    const { positions } = this.embedded.layout(String.fromCodePoint(codePoint));
    const made = { advance: positions[0]?.advanceWidth ?? 0, hex: '' };
    if (codePoint < tabled) this.#latin[codePoint] = made;
    else this.#letters.set(codePoint, made);
    this.#forget();
    return made;
  }

  #include(codePoint: number): string {
    return this.embedded.encode(String.fromCodePoint(codePoint))[0][0] ?? '0000';
  }

  /** How much closer two letters stand than their widths say, in whole thousandths of the size. */
  #kern(left: number, right: number): number {
    const isTabled = left < tabled && right < tabled;
    const pair = isTabled ? left * tabled + right : left * 0x110000 + right;
    const known = isTabled ? this.#latinKerns[pair] : this.#kerns.get(pair);
    if (known !== undefined && known !== notKnown) return known;
    const { positions } = this.embedded.layout(String.fromCodePoint(left, right));
    const [first] = positions;
    const kern = first && positions.length === 2 ? Math.round(first.xAdvance - first.advanceWidth) : 0;
    if (isTabled) this.#latinKerns[pair] = kern;
    else this.#kerns.set(pair, kern);
    this.#forget();
    return kern;
  }

  #joinedWidth(text: string): number {
    const { positions } = this.embedded.layout(text, asAWhole);
    return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  }

  /** Letters as the font joins them and puts their marks, in the order they are seen. */
  #showJoined(text: string, size: number): string {
    const [glyphs, positions] = this.embedded.encode(text, asAWhole);
    let shown = '';
    let rise = 0;
    glyphs.forEach((glyph, index) => {
      const { xOffset, yOffset, xAdvance, advanceWidth } = positions[index] ?? nowhere;
      if (yOffset !== rise) {
        shown += `${short((yOffset * size) / 1000)} Ts `;
        rise = yOffset;
      }
      shown += `[${-Math.round(xOffset)}<${glyph}>${Math.round(xOffset + advanceWidth - xAdvance)}]TJ `;
    });
    return rise === 0 ? shown : `${shown}0 Ts`;
  }

  #forget(): void {
    forgetWords(this.embedded);
  }
}

const nowhere: GlyphPosition = { xAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: 0 };

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) >= 0x250) return plainLetters.test(text);
  }
  return true;
}

function codePointAt(text: string, at: number): number {
  return text.codePointAt(at) ?? 0;
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}
