import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { campaignFields, cardFields, fieldsIn, isMergeField } from '../domain/merge-fields.js';
import { type CardTemplate, type Rect, sides, type TemplateBox } from '../domain/template.js';
import type { TemplateProblem } from './template-files.js';

/** The smallest QR code a telephone reads easily from a printed card, quiet zone included. */
const smallestQr = 18;

/** What the schema cannot see: whether the parts fit together and the print house's and the post's rules are kept. */
export function checkTemplate(template: CardTemplate, fontsFolder: string): TemplateProblem[] {
  return [
    ...fontProblems(template, fontsFolder),
    ...sides.flatMap((side) =>
      template.sides[side].flatMap((box, index) => boxProblems(box, template, { side, index })),
    ),
    ...textProblems(template),
    ...neededProblems(template),
  ];
}

function fontProblems(template: CardTemplate, fontsFolder: string): TemplateProblem[] {
  const used = sides.flatMap((side) =>
    template.sides[side].flatMap((box) => ('style' in box ? [box.style.font, box.style.boldFont] : [])),
  );
  const unknown = [...new Set([...used, template.fallbackFont])].filter((name) => !(name in template.fonts));
  return [
    ...unknown.map((name) =>
      problem('fonts', `Skriften «${name}» er brukt, men ikke ført opp. Legg den til under «fonts».`),
    ),
    ...Object.entries(template.fonts)
      .filter(([, file]) => !existsSync(join(fontsFolder, file)))
      .map(([name, file]) =>
        problem(`fonts.${name}`, `Filen ${file} finnes ikke. Legg den i templates/fonts.`),
      ),
  ];
}

function boxProblems(
  box: TemplateBox,
  template: CardTemplate,
  place: { readonly side: 'front' | 'back'; readonly index: number },
): TemplateProblem[] {
  if (box.kind === 'picture') return [];
  const field = `sides.${place.side}.${place.index}.area`;
  const found: TemplateProblem[] = [];
  if (!isInside(box.area, safeArea(template))) {
    const { safe } = template.format;
    found.push(
      problem(field, `Feltet går utenfor den trygge sonen. Hold det minst ${safe} mm innenfor kanten.`),
    );
  }
  const blocked =
    place.side === 'back' ? template.reserved.find((zone) => overlaps(zone, box.area)) : undefined;
  if (blocked) {
    found.push(
      problem(field, `Feltet ligger i sonen «${blocked.name}», som skal være fri. Flytt eller krymp det.`),
    );
  }
  if (box.kind === 'qr' && Math.min(box.area.width, box.area.height) < smallestQr) {
    found.push(problem(field, `QR-koden må ha minst ${smallestQr} mm sider for å kunne leses.`));
  }
  if (box.kind === 'address' && (box.style.size.from > 12 || box.style.size.to < 10)) {
    found.push(problem(field, 'Posten vil ha adressen i 10 til 12 punkt. Endre størrelsen i stilen.'));
  }
  return found;
}

function textProblems(template: CardTemplate): TemplateProblem[] {
  const wanted = sides.flatMap((side) =>
    template.sides[side].flatMap((box) => (box.kind === 'text' ? [box.text] : [])),
  );
  return (['nb', 'nn'] as const).flatMap((language) => {
    const texts = template.texts[language];
    if (!texts) return [];
    const file = `texts.${language}.json`;
    const missing = wanted
      .filter((name) => !(name in texts))
      .map((name) => ({
        file,
        field: name,
        remedy: 'Teksten mangler. Legg den til, eller fjern feltet fra malen.',
      }));
    const unknown = Object.entries(texts).flatMap(([name, paragraphs]) =>
      paragraphs.flatMap((paragraph, index) =>
        [...fieldsIn(paragraph.text), ...fieldsIn(paragraph.otherwise ?? ''), ...(paragraph.needs ?? [])]
          .filter((field) => !isMergeField(field))
          .map((field) => ({
            file,
            field: `${name}.${index}`,
            remedy: `Ukjent flettefelt {${field}}. Bruk et av: ${[...campaignFields, ...cardFields].join(', ')}.`,
          })),
      ),
    );
    return [...missing, ...unknown];
  });
}

function neededProblems(template: CardTemplate): TemplateProblem[] {
  return (['address', 'qr'] as const)
    .filter((kind) => template.sides.back.filter((box) => box.kind === kind).length !== 1)
    .map((kind) => problem('sides.back', `Baksiden må ha nøyaktig ett felt av slaget «${kind}».`));
}

function safeArea({ format }: CardTemplate): Rect {
  const { safe, width, height } = format;
  return { x: safe, y: safe, width: width - 2 * safe, height: height - 2 * safe };
}

function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function overlaps(left: Rect, right: Rect): boolean {
  return (
    left.x < right.x + right.width &&
    right.x < left.x + left.width &&
    left.y < right.y + right.height &&
    right.y < left.y + left.height
  );
}

function problem(field: string, remedy: string): TemplateProblem {
  return { file: 'template.json', field, remedy };
}
