import type { Cmyk, Shape } from '../domain/template.js';
import { gradientColour, type Pdf } from './pdf/pdfkit-internals.js';
import { pointsPerMillimetre } from './pen.js';

/**
 * Draws a picture's shapes with pdfkit on a form whose origin is the trimmed card's lower left corner.
 * @param height of the trimmed card, millimetres
 */
export function drawShapes(pdf: Pdf, height: number, shapes: readonly Shape[]): void {
  const scale = pointsPerMillimetre;
  pdf
    .save()
    .transform(scale, 0, 0, -scale, 0, height * scale)
    .lineCap('round')
    .lineJoin('round');
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

function colourValue(colour: Cmyk): [number, number, number, number] {
  return [...colour];
}
