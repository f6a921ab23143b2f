import type { TextRun } from '../domain/fitting.js';
import type { PrintImage } from '../domain/card-image.js';
import type { Box } from '../domain/layout.js';
import type { Cmyk, Rect, Shape } from '../domain/template.js';
import type { ContentWriter } from './pdf/packed-content.js';
import type { PdfReference } from './pdf/pdfkit-internals.js';
import { textString } from './pdf/text-string.js';
import type { TypeSetter } from './pdf/type-setter.js';
import { qrMatrix } from './qr/qr-matrix.js';
import { appendQrPath, quietZone } from './qr/qr-path.js';

export const pointsPerMillimetre = 72 / 25.4;

/** What content refers to by name; collected while it is drawn. */
export interface UsedResources {
  readonly fonts: Record<string, PdfReference>;
  readonly ext_gstates: Record<string, PdfReference>;
  readonly xobjects: Record<string, PdfReference>;
}

/** What a document has for all its pens. */
export interface PenTools {
  readonly type: TypeSetter;
  /** Height of the trimmed card, millimetres. */
  readonly height: number;
  /** Black printed over what lies under it, so that no white edge shows; and the ordinary way. */
  readonly overprint: PdfReference;
  readonly knockOut: PdfReference;
  /** Draws a picture's shapes, or finds what was drawn of them before. */
  readonly picture: (shapes: readonly Shape[]) => PdfReference;
  /** Puts a picture of dots into the file, or finds what was put there before. */
  readonly image: (image: PrintImage) => PdfReference;
}

/** Wraps what one box draws, for documents that tell a screen reader what is what. */
export type Tagging = (box: Box, draw: () => void) => void;

const untagged: Tagging = (_box, draw) => draw();

/** The text of a box as it is read aloud: one line after the other, without the space between letters. */
export function readAloud(runs: readonly TextRun[]): string {
  return runs
    .map(({ text, after }) => text + after)
    .join('')
    .trim();
}

/**
 * Writes laid-out boxes as PDF operators, in points from the trimmed card's lower left corner, y upwards. Every decision
 * has been taken before.
 */
export class Pen {
  #colour = '';
  #font = '';
  #isOverprinting = false;
  #isTagging = false;

  constructor(
    private readonly into: ContentWriter,
    private readonly tools: PenTools,
    private readonly uses: UsedResources,
  ) {}

  draw(boxes: readonly Box[], tag: Tagging = untagged): void {
    this.#isTagging = tag !== untagged;
    for (const box of boxes) tag(box, () => this.#drawBox(box));
  }

  #drawBox(box: Box): void {
    switch (box.kind) {
      case 'picture': {
        const form = this.tools.picture(box.shapes);
        this.uses.xobjects[formName(form)] = form;
        this.into.text(`/${formName(form)} Do\n`);
        break;
      }
      case 'image': {
        const { x, y, width, height } = this.#points(box.area);
        this.into.text(`q ${x} ${y} ${width} ${height} re W n\n`);
        this.#place(box.image, box.placed);
        this.into.text('Q\n');
        break;
      }
      case 'ink':
        this.#ink(box.colour);
        this.#place(box.image, box.placed);
        break;
      case 'text':
        if (box.runs.length > 0) this.#drawText(box.runs);
        break;
      case 'qr':
        this.#drawQr(box);
        break;
    }
  }

  #place(image: PrintImage, placed: Rect): void {
    const reference = this.tools.image(image);
    this.uses.xobjects[formName(reference)] = reference;
    const { x, y, width, height } = this.#points(placed);
    this.into.text(`q ${width} 0 0 ${height} ${x} ${y} cm /${formName(reference)} Do Q\n`);
  }

  #points({ x, y, width, height }: Rect): Rect {
    return {
      x: short(x * pointsPerMillimetre),
      y: short((this.tools.height - y - height) * pointsPerMillimetre),
      width: short(width * pointsPerMillimetre),
      height: short(height * pointsPerMillimetre),
    };
  }

  #drawText(runs: readonly TextRun[]): void {
    const [first] = runs;
    if (first) this.#ink(first.colour);
    const isSpaced = runs.some(({ letterSpacing }) => letterSpacing !== 0);
    if (isSpaced) this.into.text(`/Span <</ActualText ${textString(readAloud(runs))}>> BDC\n`);
    this.into.text('BT\n');
    this.#font = '';
    for (const run of runs) {
      this.#choose(run);
      const x = short(run.x * pointsPerMillimetre);
      const y = short((this.tools.height - run.baseline) * pointsPerMillimetre);
      this.into.text(`1 0 0 1 ${x} ${y} Tm ${this.tools.type.show(run)}\n`);
      if (this.#isTagging && run.after !== '')
        this.into.text(`${this.tools.type.show({ ...run, text: run.after })}\n`);
    }
    this.into.text(isSpaced ? '0 Tc ET\nEMC\n' : 'ET\n');
  }

  #choose(run: TextRun): void {
    const { name, reference } = this.tools.type.resource(run.font);
    const wanted = `/${name} ${run.size} Tf`;
    if (wanted === this.#font) return;
    this.uses.fonts[name] = reference;
    const spacing = run.letterSpacing === 0 ? '' : ` ${run.letterSpacing} Tc`;
    this.into.text(`${wanted}${spacing}\n`);
    this.#font = wanted;
  }

  #drawQr(box: Extract<Box, { kind: 'qr' }>): void {
    const matrix = qrMatrix(box.content);
    this.#ink(box.colour);
    const side = Math.min(box.area.width, box.area.height) * pointsPerMillimetre;
    const module = fine(side / (matrix.size + 2 * quietZone));
    const x = short(box.area.x * pointsPerMillimetre);
    const y = short((this.tools.height - box.area.y) * pointsPerMillimetre);
    this.into.text(`q ${module} 0 0 -${module} ${x} ${y} cm\n`);
    appendQrPath(this.into, matrix);
    this.into.text('f Q\n');
  }

  /** Pure black overprints; everything else knocks out what lies under it, white too. */
  #ink(colour: Cmyk): void {
    const overprints = colour[0] === 0 && colour[1] === 0 && colour[2] === 0 && colour[3] === 100;
    if (overprints !== this.#isOverprinting) {
      const [name, state] = overprints ? ['GK', this.tools.overprint] : ['GN', this.tools.knockOut];
      this.uses.ext_gstates[name] = state;
      this.into.text(`/${name} gs\n`);
      this.#isOverprinting = overprints;
    }
    const wanted = `${colour.map((share) => short(share / 100)).join(' ')} k\n`;
    if (wanted !== this.#colour) this.into.text(wanted);
    this.#colour = wanted;
  }
}

/** A form's name among resources, the same everywhere in a file. */
export function formName(form: PdfReference): string {
  return `X${form.id}`;
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}

function fine(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
