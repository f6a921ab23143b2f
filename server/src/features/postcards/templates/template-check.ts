import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsOf, fieldsOfParagraph } from '../domain/merge-fields.js';
import type { CardTemplate, LetterTemplate, PrintTemplate } from '../domain/template.js';
import { allBoxes, contentsOf, problem } from './box-check.js';
import { cardProblems } from './card-check.js';
import { letterProblems } from './letter-check.js';
import type { TemplateProblem } from './template-files.js';

/** What the schema cannot see: whether the parts fit together and the print house's and the post's rules are kept. */
export function checkTemplate(
  template: CardTemplate | LetterTemplate,
  fontsFolder: string,
): TemplateProblem[] {
  return [
    ...fontProblems(template, fontsFolder),
    ...(template.kind === 'postcard' ? cardProblems(template) : letterProblems(template)),
    ...textProblems(template),
  ];
}

function contentsIn(template: PrintTemplate) {
  return allBoxes(template).flatMap(({ box }) => contentsOf(box));
}

function fontProblems(template: PrintTemplate, fontsFolder: string): TemplateProblem[] {
  const used = contentsIn(template).flatMap((box) =>
    'style' in box ? [box.style.font, box.style.boldFont] : [],
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

/** Every text a template's boxes may show or say. */
function wantedTexts(template: PrintTemplate): string[] {
  const named = contentsIn(template).flatMap((box) => {
    if (box.kind === 'signature') return [box.text];
    if (box.kind === 'picture' || box.kind === 'image') return box.alternative ?? [];
    if (box.kind === 'text') return box.withSignature === null ? [box.text] : [box.text, box.withSignature];
    return [];
  });
  return [...new Set(named)];
}

function textProblems(template: PrintTemplate): TemplateProblem[] {
  const wanted = wantedTexts(template);
  const fields = fieldsOf[template.kind];
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
        fieldsOfParagraph(paragraph)
          .filter((field) => !fields.includes(field))
          .map((field) => ({
            file,
            field: `${name}.${index}`,
            remedy: `Ukjent flettefelt {${field}}. Bruk et av: ${fields.join(', ')}.`,
          })),
      ),
    );
    const unused = Object.keys(texts)
      .filter((name) => !wanted.includes(name))
      .map((name) => ({
        file,
        field: name,
        remedy: `Ingen felt bruker denne teksten. Bruk et av navnene ${wanted.join(', ')}, eller fjern den.`,
      }));
    return [...missing, ...unused, ...unknown];
  });
}
