import { isInside, overlaps } from '../domain/rect.js';
import type { LetterTemplate } from '../domain/template.js';
import { seenThrough, windowOf } from '../domain/window-envelopes.js';
import {
  addressSizeRemedy,
  allBoxes,
  areaProblems,
  boxesOn,
  contentsOf,
  finenessRemedy,
  type PlacedBox,
  problem,
  safetyRemedy,
} from './box-check.js';
import type { TemplateProblem } from './template-files.js';

/** What an office printer and window envelopes demand of a letter, and what every letter must have. */
export function letterProblems(template: LetterTemplate): TemplateProblem[] {
  return [
    ...allBoxes(template).flatMap((placed) => [
      ...boxProblems(placed, template),
      ...columnProblems(placed),
      ...crossings(placed, template),
    ]),
    ...neededProblems(template),
  ];
}

function boxProblems({ box, ...place }: PlacedBox, template: LetterTemplate): TemplateProblem[] {
  if (box.kind === 'picture') return [];
  return areaProblems(place, [
    safetyRemedy(box.area, template),
    place.side === 'front' ? windowRemedy(box, template) : null,
    finenessRemedy(box),
    addressSizeRemedy(box),
  ]);
}

/** The address is seen, and nothing else is, however the sheet slides in the envelope. */
function windowRemedy(
  { kind, area }: Exclude<PlacedBox['box'], { kind: 'picture' }>,
  { envelopes }: LetterTemplate,
): string | null {
  if (kind === 'address') {
    const missed = envelopes.find((name) => !isInside(area, windowOf(name)));
    return missed === undefined
      ? null
      : `Adressen ligger ikke i vinduet på en ${missed}-konvolutt, ${rectangle(windowOf(missed))}. Flytt eller krymp feltet.`;
  }
  const shown = envelopes.find((name) => overlaps(area, seenThrough(name)));
  return shown === undefined
    ? null
    : `Feltet kan synes i vinduet på en ${shown}-konvolutt når arket glir. Hold det utenfor ${rectangle(seenThrough(shown))}.`;
}

function rectangle({ x, y, width, height }: ReturnType<typeof windowOf>): string {
  const number = (millimetres: number) => String(millimetres).replace('.', ',');
  return `${number(x)}–${number(x + width)} mm fra venstre og ${number(y)}–${number(y + height)} mm fra toppen`;
}

function columnProblems({ box, side, index }: PlacedBox): TemplateProblem[] {
  if (box.kind !== 'flow') return [];
  return box.parts.flatMap((part, at) => {
    if (part.kind !== 'columns') return [];
    const field = `sides.${side}.${index}.parts.${at}.columns`;
    return part.columns.flatMap(({ x, width }, column) => {
      const next = part.columns[column + 1]?.x ?? box.area.width;
      return x + width <= next
        ? []
        : [
            problem(
              `${field}.${column}`,
              'Spalten går ut over feltet eller inn i den neste. Gjør den smalere.',
            ),
          ];
    });
  });
}

/** Words never lie on words; a picture may lie under them. */
function crossings({ box, side, index }: PlacedBox, template: LetterTemplate): TemplateProblem[] {
  if (box.kind === 'picture' || box.kind === 'image') return [];
  const isCrossed = boxesOn(template, side).some(
    ({ box: other, index: at }) =>
      at > index && other.kind !== 'picture' && other.kind !== 'image' && overlaps(box.area, other.area),
  );
  return isCrossed
    ? [
        problem(
          `sides.${side}.${index}.area`,
          'Feltet ligger over et annet felt. Flytt eller krymp et av dem.',
        ),
      ]
    : [];
}

function neededProblems(template: LetterTemplate): TemplateProblem[] {
  const countOn = (side: 'front' | 'back', kind: string) =>
    boxesOn(template, side)
      .flatMap(({ box }) => contentsOf(box))
      .filter((content) => content.kind === kind).length;
  return [
    ...(countOn('front', 'address') === 1
      ? []
      : [problem('sides.front', 'Forsiden må ha nøyaktig ett felt av slaget «address».')]),
    ...(countOn('back', 'address') === 0
      ? []
      : [problem('sides.back', 'Adressen hører til på forsiden, der vinduet er. Fjern den fra baksiden.')]),
    ...(countOn('front', 'signature') + countOn('back', 'signature') <= 1
      ? []
      : [problem('sides', 'Det er bare én underskrift. La ett felt av slaget «signature» stå.')]),
  ];
}
