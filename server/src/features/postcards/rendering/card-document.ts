import PDFDocument from 'pdfkit';
import type { FontMetrics } from '../domain/fitting.js';
import {
  type Box,
  type CardRecord,
  type LayoutProblem,
  layOutCard,
  layOutShared,
  type Sides,
} from '../domain/layout.js';
import type { CampaignValues } from '../domain/merge-fields.js';
import { type CardTemplate, type Shape, type SideName, sides } from '../domain/template.js';
import { drawBoxes, drawShapes, pointsPerMillimetre } from './draw-boxes.js';
import { registerFonts } from './fonts.js';
import { recordForm, showForm } from './form-recorder.js';
import { currentPage, forgetPage, forgetWords, type Pdf, type PdfReference } from './pdfkit-internals.js';

export interface CardDocumentOptions {
  readonly template: CardTemplate;
  readonly language: 'nb' | 'nn';
  readonly fontsFolder: string;
  readonly metrics: FontMetrics;
  readonly title: string;
  /** Written in the file; the same instant gives the same bytes. */
  readonly createdAt: Date;
}

/** What all cards of one municipality share, drawn once. */
export interface SharedSides {
  readonly forms: Readonly<Record<SideName, PdfReference>>;
  readonly values: CampaignValues;
}

/** Cards that the layout refuses are answered with their problems; the document goes on without them. */
export type CardResult =
  { readonly ok: true } | { readonly ok: false; readonly problems: readonly LayoutProblem[] };

/** How long the layout of words is kept: long enough for place names to be used again. */
const pagesRemembered = 2_000;

/** A print file in the making: two pages a card, front and back, trimmed size plus bleed. */
export class CardDocument {
  readonly pdf: Pdf;
  readonly #shared = new Map<string, SharedSides | readonly LayoutProblem[]>();
  readonly #size: { readonly width: number; readonly height: number };
  readonly #pictures = new Map<readonly Shape[], PdfReference>();
  #pages = 0;

  constructor(private readonly options: CardDocumentOptions) {
    const { template, title, createdAt, fontsFolder } = options;
    const { width, height, bleed } = template.format;
    this.#size = {
      width: (width + 2 * bleed) * pointsPerMillimetre,
      height: (height + 2 * bleed) * pointsPerMillimetre,
    };
    this.pdf = new PDFDocument({
      autoFirstPage: false,
      font: '',
      pdfVersion: '1.6',
      lang: options.language,
      size: [this.#size.width, this.#size.height],
      margin: 0,
      info: {
        Title: title,
        Creator: 'Savner du noen',
        Producer: 'Savner du noen',
        CreationDate: createdAt,
        ModDate: createdAt,
      },
    });
    registerFonts(this.pdf, template, fontsFolder);
  }

  get pages(): number {
    return this.#pages;
  }

  /** @param key the municipality; the first card of each decides what its shared side says */
  addCard(key: string, values: CampaignValues, record: CardRecord): CardResult {
    const shared = this.#sharedSides(key, values);
    if (!('forms' in shared)) return { ok: false, problems: shared };
    const layout = layOutCard(this.options, shared.values, record);
    if (!layout.ok) return layout;
    for (const side of sides) this.#addPage(shared.forms[side], layout.sides, side);
    return { ok: true };
  }

  end(): void {
    this.pdf.end();
  }

  #sharedSides(key: string, values: CampaignValues): SharedSides | readonly LayoutProblem[] {
    const known = this.#shared.get(key);
    if (known) return known;
    const layout = layOutShared(this.options, values);
    const made = layout.ok ? { forms: this.#record(layout.sides), values } : layout.problems;
    this.#shared.set(key, made);
    return made;
  }

  #record(drawn: Sides): Record<SideName, PdfReference> {
    const record = (side: SideName) => recordForm(this.pdf, this.#size, () => this.#draw(drawn[side]));
    return { front: record('front'), back: record('back') };
  }

  #addPage(form: PdfReference, drawn: Sides, side: SideName): void {
    const written = this.#pages > 0 ? currentPage(this.pdf) : null;
    this.pdf.addPage();
    if (written) forgetPage(written);
    if (this.#pages % pagesRemembered === 0) forgetWords(this.pdf);
    this.#pages += 1;
    Object.assign(currentPage(this.pdf).dictionary.data, this.#boxes());
    showForm(this.pdf, form, this.#size.height);
    this.#draw(drawn[side]);
  }

  #draw(boxes: readonly Box[]): void {
    const canvas = { pdf: this.pdf, bleed: this.options.template.format.bleed };
    drawBoxes(
      { ...canvas, picture: (shapes) => showForm(this.pdf, this.#picture(shapes), this.#size.height) },
      boxes,
    );
  }

  #picture(shapes: readonly Shape[]): PdfReference {
    const known = this.#pictures.get(shapes);
    if (known) return known;
    const canvas = { pdf: this.pdf, bleed: this.options.template.format.bleed };
    const made = recordForm(this.pdf, this.#size, () => drawShapes(canvas, shapes));
    this.#pictures.set(shapes, made);
    return made;
  }

  /** The print house cuts at TrimBox; what lies between it and BleedBox is cut away. */
  #boxes(): Record<string, number[]> {
    const { width, height } = this.#size;
    const bleed = this.options.template.format.bleed * pointsPerMillimetre;
    const whole = [0, 0, width, height];
    return { BleedBox: whole, TrimBox: [bleed, bleed, width - bleed, height - bleed] };
  }
}
