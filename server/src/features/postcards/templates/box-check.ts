import { dotsFor, isFineEnough } from '../domain/card-image.js';
import { isInside, type Rect } from '../domain/rect.js';
import {
  type FlowItem,
  itemsIn,
  type PrintTemplate,
  type SideName,
  type TemplateBox,
} from '../domain/template.js';
import type { TemplateProblem } from './template-files.js';

/** Where a box stands in `template.json`. */
export interface Place {
  readonly side: SideName | 'photoFront';
  readonly index: number;
}

export interface PlacedBox extends Place {
  readonly box: TemplateBox;
}

export function boxesOn({ sides, photoFront }: PrintTemplate, side: Place['side']): PlacedBox[] {
  const boxes = side === 'photoFront' ? photoFront : sides[side];
  return (boxes ?? []).map((box, index) => ({ box, side, index }));
}

export function allBoxes(template: PrintTemplate): PlacedBox[] {
  return (['front', 'photoFront', 'back'] as const).flatMap((side) => boxesOn(template, side));
}

/** The box itself, or what is in a flow. */
export function contentsOf(box: TemplateBox): (Exclude<TemplateBox, { kind: 'flow' }> | FlowItem)[] {
  return box.kind === 'flow' ? itemsIn(box.parts) : [box];
}

/** Every remedy about a box's place becomes a problem there. */
export function areaProblems(
  { side, index }: Place,
  remedies: readonly (string | null)[],
): TemplateProblem[] {
  return remedies.flatMap((remedy) =>
    remedy === null ? [] : [problem(`sides.${side}.${index}.area`, remedy)],
  );
}

export function safetyRemedy(area: Rect, { format }: PrintTemplate): string | null {
  const { width, height, safe } = format;
  const safeZone = { x: safe, y: safe, width: width - 2 * safe, height: height - 2 * safe };
  return isInside(area, safeZone)
    ? null
    : `Feltet går utenfor den trygge sonen. Hold det minst ${safe} mm innenfor kanten.`;
}

export function finenessRemedy(box: TemplateBox): string | null {
  if (box.kind !== 'image' || isFineEnough(box.image, box.area)) return null;
  const { widthPx, heightPx } = dotsFor(box.area);
  return `Bildet er ${box.image.widthPx} × ${box.image.heightPx} punkter; feltet trenger minst ${widthPx} × ${heightPx}. Bruk et større bilde.`;
}

export function addressSizeRemedy(box: TemplateBox): string | null {
  return box.kind === 'address' && (box.style.size.from > 12 || box.style.size.to < 10)
    ? 'Posten vil ha adressen i 10 til 12 punkt. Endre størrelsen i stilen.'
    : null;
}

export function problem(field: string, remedy: string): TemplateProblem {
  return { file: 'template.json', field, remedy };
}
