import { type CardFormat, marksBehind, type SheetPlan, type Slot, sizeOn } from '../domain/imposition.js';
import type { CardLayouts, CardRecord, LayoutProblem, Sides } from '../domain/layout.js';
import type { SharedValues } from '../domain/merge-fields.js';
import { type PrintTemplate, printedSides, type SideName } from '../domain/template.js';
import type { CardLayers } from './card-layers.js';
import type { SharedSides } from './card-layers.js';
import { recordMarks } from './cut-marks.js';
import { PackedContent } from './pdf/packed-content.js';
import type { PdfReference } from './pdf/pdfkit-internals.js';
import type { PrintDocument } from './pdf/print-document.js';
import { formName, Pen, pointsPerMillimetre, type UsedResources } from './pen.js';

type Language = 'nb' | 'nn';

/** One card or letter to print. */
export interface PrintCard {
  /** For reporting a refusal: the card's id or row number. */
  readonly id: string;
  /** The same for all cards that have the same values. */
  readonly municipality: string;
  readonly values: SharedValues;
  readonly record: CardRecord;
  /** When it is not the file's. */
  readonly language?: Language;
}

/** A card whose every place is decided. */
export interface LaidOutCard {
  readonly shared: SharedSides;
  readonly own: Sides;
  /** Null when it is the file's. */
  readonly language: Language | null;
}

/** A side that has pages in the file. */
interface PrintedSide {
  readonly name: SideName;
  readonly resources: { readonly id: number } & UsedResources;
  readonly marks: PdfReference | null;
  /** Contents by the forms they show. */
  readonly unchanging: Map<string, number>;
}

/** Contents kept of sides that hold nothing of a single card: a sheet is rarely unlike the one before it. */
const rememberedContents = 64;

/** Writes cards as pages: two a sheet, front and back, or one where there is no back. */
export class CardPages {
  readonly #content = new PackedContent();
  readonly #format: CardFormat;
  readonly #sides: readonly PrintedSide[];
  readonly #frames: string;

  constructor(
    private readonly document: PrintDocument,
    private readonly layers: CardLayers,
    private readonly layouts: (language: Language | null) => CardLayouts,
    private readonly plan: SheetPlan,
    { format, sides }: Pick<PrintTemplate, 'format' | 'sides'>,
  ) {
    this.#format = format;
    const resources = () => ({ id: document.allocate(), fonts: {}, ext_gstates: {}, xobjects: {} });
    const begun = printedSides({ sides }).map((name) => ({ name, resources: resources() }));
    this.#sides = begun.map((side) => ({
      ...side,
      marks:
        side.name === 'front'
          ? recordMarks(document.pdf, plan, plan.marks, 'all-plates')
          : recordMarks(document.pdf, plan, marksBehind(plan), 'black'),
      unchanging: new Map(),
    }));
    this.#frames = framesOf(plan);
  }

  /** @returns the problems when the card cannot be set */
  layOut(card: PrintCard): LaidOutCard | readonly LayoutProblem[] {
    const language = card.language ?? null;
    const layouts = this.layouts(language);
    const shared = this.layers.shared(card.municipality, layouts, card.values);
    if (!('forms' in shared)) return shared;
    const layout = layouts.own(shared.values, card.record);
    return layout.ok ? { shared, own: layout.sides, language } : layout.problems;
  }

  /** @param cards one per slot; null leaves the slot empty */
  addSheet(cards: readonly (LaidOutCard | null)[]): void {
    for (const side of this.#sides) {
      const content = this.#contentOf(side, cards);
      this.document.addPage(`${this.#frames}/Resources ${side.resources.id} 0 R/Contents ${content} 0 R`);
    }
  }

  /** Writes what the pages refer to. */
  end(): void {
    for (const side of this.#sides) {
      const { id, fonts, ext_gstates, xobjects } = side.resources;
      const named = { Font: fonts, ExtGState: ext_gstates, XObject: xobjects };
      this.document.write(
        id,
        `<<${Object.entries(named)
          .map(([kind, used]) => dictionary(kind, used))
          .join('')}>>`,
      );
    }
  }

  #contentOf(side: PrintedSide, cards: readonly (LaidOutCard | null)[]): number {
    const isUnchanging = cards.every((card) => card === null || card.own[side.name].length === 0);
    if (!isUnchanging) return this.#write(side, cards);
    const key = cards.map((card) => card?.shared.forms[side.name]?.id ?? 0).join(' ');
    const remembered = side.unchanging;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    if (remembered.size >= rememberedContents) remembered.clear();
    const made = this.#write(side, cards);
    remembered.set(key, made);
    return made;
  }

  #write(side: PrintedSide, cards: readonly (LaidOutCard | null)[]): number {
    this.#content.clear();
    cards.forEach((card, index) => {
      const slot = this.plan[side.name][index];
      if (card && slot) this.#writeCard(slot, card, side);
    });
    if (side.marks) this.#show(side.marks, side.resources);
    return this.document.addPacked(this.#content.bytes());
  }

  #writeCard(slot: Slot, { shared, own, language }: LaidOutCard, side: PrintedSide): void {
    const { name, resources: uses } = side;
    const form = shared.forms[name];
    this.#content.text(`q ${placed(slot, this.#format)} cm\n`);
    if (language !== null) this.#content.text(`/Span<</Lang(${language})>>BDC\n`);
    if (form) this.#show(form, uses);
    if (own[name].length > 0) new Pen(this.#content, this.layers.tools, uses).draw(own[name]);
    this.#content.text(language === null ? 'Q\n' : 'EMC Q\n');
  }

  #show(form: PdfReference, uses: UsedResources): void {
    const name = formName(form);
    uses.xobjects[name] = form;
    this.#content.text(`/${name} Do\n`);
  }
}

/** The print house cuts at TrimBox; what lies between it and BleedBox is cut away. */
export function framesOf({ width, height, trim, bleed }: SheetPlan): string {
  const box = (name: string, ...corners: readonly number[]) =>
    `/${name}[${corners.map((corner) => short(corner * pointsPerMillimetre)).join(' ')}]`;
  const [right, top] = [trim.x + trim.width, trim.y + trim.height];
  return [
    box('MediaBox', 0, 0, width, height),
    box('BleedBox', trim.x - bleed, trim.y - bleed, right + bleed, top + bleed),
    box('TrimBox', trim.x, trim.y, right, top),
  ].join('');
}

/** The matrix that puts a card, drawn from its lower left corner, into its slot. */
export function placed(slot: Slot, format: CardFormat): string {
  const { width, height } = sizeOn(format, slot.turn);
  const at = (x: number, y: number) => `${short(x * pointsPerMillimetre)} ${short(y * pointsPerMillimetre)}`;
  switch (slot.turn) {
    case 0:
      return `1 0 0 1 ${at(slot.x, slot.y)}`;
    case 90:
      return `0 1 -1 0 ${at(slot.x + width, slot.y)}`;
    case 180:
      return `-1 0 0 -1 ${at(slot.x + width, slot.y + height)}`;
    case 270:
      return `0 -1 1 0 ${at(slot.x, slot.y + height)}`;
  }
}

function dictionary(kind: string, used: Readonly<Record<string, PdfReference>>): string {
  const entries = Object.entries(used).map(([name, reference]) => `/${name} ${reference.toString()}`);
  return entries.length === 0 ? '' : `/${kind}<<${entries.join('')}>>`;
}

function short(value: number): number {
  return Math.round(value * 1000) / 1000;
}
