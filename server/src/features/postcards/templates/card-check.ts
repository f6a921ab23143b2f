import { overlaps, type Rect } from '../domain/rect.js';
import type { CardTemplate, TemplateBox } from '../domain/template.js';
import {
  addressSizeRemedy,
  allBoxes,
  areaProblems,
  boxesOn,
  finenessRemedy,
  type PlacedBox,
  problem,
  safetyRemedy,
} from './box-check.js';
import type { TemplateProblem } from './template-files.js';

/** The smallest QR code a telephone reads easily from a printed card, quiet zone included. */
const smallestQr = 18;

/** What the print house and the post demand of a card, and what every card must have. */
export function cardProblems(template: CardTemplate): TemplateProblem[] {
  return [
    ...allBoxes(template).flatMap((placed) => [
      ...boxProblems(placed, template),
      ...crossings(placed, template),
    ]),
    ...neededProblems(template),
  ];
}

function boxProblems({ box, ...place }: PlacedBox, template: CardTemplate): TemplateProblem[] {
  if (box.kind === 'picture') return [];
  const isPicture = box.kind === 'image' || box.kind === 'photo';
  return areaProblems(place, [
    isPicture ? edgeRemedy(box.area, template) : safetyRemedy(box.area, template),
    place.side === 'back' ? zoneRemedy(box.area, template) : null,
    finenessRemedy(box),
    box.kind === 'photo' && place.side !== 'photoFront'
      ? 'Plassen til kampanjens eget bilde hører til under «photoFront».'
      : null,
    box.kind === 'signature' && place.side !== 'back' ? 'Underskriften hører til på baksiden.' : null,
    box.kind === 'qr' && Math.min(box.area.width, box.area.height) < smallestQr
      ? `QR-koden må ha minst ${smallestQr} mm sider for å kunne leses.`
      : null,
    addressSizeRemedy(box),
  ]);
}

/** A picture that ends on the cut, or just inside it, shows a white edge where the knife is half a millimetre off. */
function edgeRemedy(area: Rect, template: CardTemplate): string | null {
  const { width, height, bleed, safe } = template.format;
  const gaps = [area.x, area.y, width - area.x - area.width, height - area.y - area.height];
  return gaps.every((gap) => gap >= safe || Math.abs(gap + bleed) < 0.01)
    ? null
    : `Bildet må gå ${bleed} mm utenfor kanten, eller stå minst ${safe} mm innenfor den.`;
}

function zoneRemedy(area: Rect, template: CardTemplate): string | null {
  const blocked = template.reserved.find((zone) => overlaps(zone, area));
  return blocked
    ? `Feltet ligger i sonen «${blocked.name}», som skal være fri. Flytt eller krymp det.`
    : null;
}

const kept: Readonly<Partial<Record<TemplateBox['kind'], string>>> = {
  qr: 'QR-koden',
  address: 'adressen',
};

/** Nothing stands in the address or the code, whose white edge belongs to it. */
function crossings({ box, side, index }: PlacedBox, template: CardTemplate): TemplateProblem[] {
  if (box.kind === 'picture') return [];
  return boxesOn(template, side).flatMap(({ box: other, index: at }) => {
    const name = kept[other.kind];
    if (at === index || name === undefined || other.kind === 'picture' || !overlaps(box.area, other.area))
      return [];
    return [
      problem(`sides.${side}.${index}.area`, `Feltet ligger over ${name}. Flytt eller krymp et av dem.`),
    ];
  });
}

function neededProblems({ sides, photoFront }: CardTemplate): TemplateProblem[] {
  const countOf = (boxes: readonly TemplateBox[], kind: TemplateBox['kind']) =>
    boxes.filter((box) => box.kind === kind).length;
  return [
    ...(['address', 'qr'] as const)
      .filter((kind) => countOf(sides.back, kind) !== 1)
      .map((kind) => problem('sides.back', `Baksiden må ha nøyaktig ett felt av slaget «${kind}».`)),
    ...(sides.front.some(isUnspoken) && !sides.front.some(isSpoken)
      ? [problem('sides.front', unspoken)]
      : []),
    ...(photoFront && countOf(photoFront, 'photo') !== 1
      ? [problem('sides.photoFront', 'Forsiden med bilde må ha nøyaktig ett felt av slaget «photo».')]
      : []),
    ...(countOf(sides.back, 'signature') > 1
      ? [problem('sides.back', 'Det er bare én underskrift. La ett felt av slaget «signature» stå.')]
      : []),
  ];
}

const unspoken =
  'Ingen av bildene på forsiden sier hva de viser. Gi ett av dem «alternative» med navnet på en tekst om det.';

function isSpoken(box: TemplateBox): boolean {
  return (box.kind === 'picture' || box.kind === 'image') && box.alternative !== null;
}

function isUnspoken(box: TemplateBox): boolean {
  return box.kind === 'picture' && box.alternative === null;
}
