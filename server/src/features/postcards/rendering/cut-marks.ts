import type { MarkLine, SheetPlan } from '../domain/imposition.js';
import { recordForm } from './pdf/form-recorder.js';
import { internals, type Pdf, type PdfReference } from './pdf/pdfkit-internals.js';
import { pointsPerMillimetre } from './pen.js';

/** Marks on all plates show whether the plates lie on each other; a side printed in black alone has one plate. */
type MarkInk = 'all-plates' | 'black';

/** Points. */
const hairline = 0.25;

/** The cut marks of a sheet's side as a form over the whole sheet; null when there are none. */
export function recordMarks(
  pdf: Pdf,
  { width, height }: SheetPlan,
  marks: readonly MarkLine[],
  ink: MarkInk,
): PdfReference | null {
  if (marks.length === 0) return null;
  const box = {
    left: 0,
    bottom: 0,
    right: width * pointsPerMillimetre,
    top: height * pointsPerMillimetre,
  };
  return recordForm(pdf, box, (page) => {
    if (ink === 'all-plates') page.colorSpaces['All'] = allPlates(pdf);
    page.write(`${ink === 'all-plates' ? '/All CS 1 SCN' : '0 0 0 1 K'} ${hairline} w`);
    for (const { x1, y1, x2, y2 } of marks)
      page.write(`${points(x1)} ${points(y1)} m ${points(x2)} ${points(y2)} l S`);
  });
}

/** The registration colour: full strength of whatever inks the sheet is printed with. */
function allPlates(pdf: Pdf): PdfReference {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 };
  const space: unknown[] = ['Separation', 'All', 'DeviceCMYK', tint];
  const made = internals(pdf).ref(space as unknown as Record<string, unknown>);
  made.end();
  return made;
}

function points(millimetres: number): number {
  return Math.round(millimetres * pointsPerMillimetre * 1000) / 1000;
}
