import type { PrintImage } from '../domain/card-image.js';
import type { Box, CardLayouts, LayoutProblem } from '../domain/layout.js';
import type { SharedValues } from '../domain/merge-fields.js';
import type { PrintTemplate, Shape, SideName } from '../domain/template.js';
import { addImage } from './pdf/add-image.js';
import { type FormBox, recordForm } from './pdf/form-recorder.js';
import { internals, type PdfReference } from './pdf/pdfkit-internals.js';
import type { PrintDocument } from './pdf/print-document.js';
import { Scratch } from './pdf/scratch.js';
import type { TypeSetter } from './pdf/type-setter.js';
import { Pen, type PenTools, pointsPerMillimetre } from './pen.js';
import { drawShapes } from './picture.js';

/** What all cards of one municipality share, drawn once. */
export interface SharedSides {
  /** Null for a side that shares nothing. */
  readonly forms: Readonly<Record<SideName, PdfReference | null>>;
  readonly values: SharedValues;
}

/** The static layers of a document: forms whose origin is the trimmed card's lower left corner, as large as its bleed. */
export class CardLayers {
  readonly tools: PenTools;
  readonly #box: FormBox;
  readonly #shared = new Map<string, SharedSides | readonly LayoutProblem[]>();
  readonly #pictures = new Map<readonly Shape[], PdfReference>();
  /** By path. */
  readonly #images = new Map<string, PdfReference>();

  constructor(
    private readonly document: PrintDocument,
    { width, height, bleed }: PrintTemplate['format'],
    type: TypeSetter,
  ) {
    const points = (millimetres: number) => millimetres * pointsPerMillimetre;
    this.#box = {
      left: points(-bleed),
      bottom: points(-bleed),
      right: points(width + bleed),
      top: points(height + bleed),
    };
    this.tools = {
      type,
      height,
      overprint: this.#graphicsState({ OP: true, op: true, OPM: 1 }),
      knockOut: this.#graphicsState({ OP: false, op: false, OPM: 0 }),
      picture: (shapes) => this.#picture(shapes),
      image: (image) => this.#image(image),
    };
  }

  /** @param key the municipality; the first card of each decides what its shared side says */
  shared(key: string, layouts: CardLayouts, values: SharedValues): SharedSides | readonly LayoutProblem[] {
    const known = this.#shared.get(key);
    if (known) return known;
    const layout = layouts.shared(values);
    const made = layout.ok
      ? {
          forms: { front: this.#record(layout.sides.front), back: this.#record(layout.sides.back) },
          values,
        }
      : layout.problems;
    this.#shared.set(key, made);
    return made;
  }

  #record(boxes: readonly Box[]): PdfReference | null {
    if (boxes.length === 0) return null;
    return recordForm(this.document.pdf, this.#box, (page) => {
      const content = new Scratch();
      new Pen(content, this.tools, page).draw(boxes);
      page.write(Buffer.from(content.bytes()).toString('latin1'));
    });
  }

  #picture(shapes: readonly Shape[]): PdfReference {
    const known = this.#pictures.get(shapes);
    if (known) return known;
    const { pdf } = this.document;
    const made = recordForm(pdf, this.#box, () => drawShapes(pdf, this.tools.height, shapes));
    this.#pictures.set(shapes, made);
    return made;
  }

  #image(image: PrintImage): PdfReference {
    const known = this.#images.get(image.path);
    if (known) return known;
    const made = addImage(this.document.pdf, image.path);
    this.#images.set(image.path, made);
    return made;
  }

  #graphicsState(state: Record<string, unknown>): PdfReference {
    const made = internals(this.document.pdf).ref({ Type: 'ExtGState', ...state });
    made.end();
    return made;
  }
}
