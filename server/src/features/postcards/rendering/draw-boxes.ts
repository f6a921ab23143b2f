import type { TextRun } from '../domain/fitting.js';
import type { Box } from '../domain/layout.js';
import type { Cmyk, Shape } from '../domain/template.js';
import { gradientColour, internals, type Pdf } from './pdfkit-internals.js';
import { qrSquares } from './qr-squares.js';

export const pointsPerMillimetre = 72 / 25.4;

export interface Canvas {
  readonly pdf: Pdf;
  /** Millimetres from the page's corner to the trimmed card's. */
  readonly bleed: number;
  /** Draws the shapes, or shows what was drawn of them before. */
  readonly picture: (shapes: readonly Shape[]) => void;
}

/** Draws laid-out boxes on the current page; every decision has been taken before. */
export function drawBoxes(canvas: Canvas, boxes: readonly Box[]): void {
  for (const box of boxes) {
    switch (box.kind) {
      case 'picture':
        canvas.picture(box.shapes);
        break;
      case 'text':
        for (const run of box.runs) drawRun(canvas, run);
        break;
      case 'qr':
        drawQr(canvas, box);
        break;
    }
  }
}

export function drawShapes({ pdf, bleed }: Pick<Canvas, 'pdf' | 'bleed'>, shapes: readonly Shape[]): void {
  pdf.save().scale(pointsPerMillimetre).translate(bleed, bleed).lineCap('round').lineJoin('round');
  for (const shape of shapes) drawShape(pdf, shape);
  pdf.restore();
}

function drawShape(pdf: Pdf, shape: Shape): void {
  pdf.path(shape.path);
  if (shape.paint.kind === 'gradient') {
    const { y1, y2, stops } = shape.paint;
    const gradient = pdf.linearGradient(0, y1, 0, y2);
    for (const stop of stops) gradient.stop(stop.at, gradientColour(stop.colour));
    pdf.fill(gradient);
  } else if (shape.stroke === undefined) {
    pdf.fill(colourValue(shape.paint.colour));
  } else {
    pdf.lineWidth(shape.stroke).stroke(colourValue(shape.paint.colour));
  }
}

function drawRun({ pdf, bleed }: Canvas, run: TextRun): void {
  const x = (run.x + bleed) * pointsPerMillimetre;
  const baseline = (run.baseline + bleed) * pointsPerMillimetre;
  pdf.font(run.font).fontSize(run.size).fillColor(colourValue(run.colour));
  pdf.text(run.text, x, baseline, {
    lineBreak: false,
    baseline: 'alphabetic',
    characterSpacing: run.letterSpacing,
  });
}

function drawQr({ pdf, bleed }: Canvas, box: Extract<Box, { kind: 'qr' }>): void {
  const squares = qrSquares(box.content);
  const side = Math.min(box.area.width, box.area.height);
  pdf.save();
  pdf.translate((box.area.x + bleed) * pointsPerMillimetre, (box.area.y + bleed) * pointsPerMillimetre);
  pdf.scale((side / squares.size) * pointsPerMillimetre);
  pdf.fillColor(colourValue(box.colour));
  internals(pdf).addContent(`${squares.path}\nf`);
  pdf.restore();
}

function colourValue(colour: Cmyk): [number, number, number, number] {
  return [...colour];
}
