import { singleCards } from '../domain/imposition.js';
import { type Box, cardLayouts, type LayoutProblem } from '../domain/layout.js';
import { sides } from '../domain/template.js';
import { CardLayers } from './card-layers.js';
import { framesOf, placed, type PrintCard } from './card-pages.js';
import { ByteSink } from './pdf/byte-sink.js';
import { PrintDocument } from './pdf/print-document.js';
import { Scratch } from './pdf/scratch.js';
import { StructureTree, type Tag } from './pdf/structure-tree.js';
import { TypeSetter } from './pdf/type-setter.js';
import { Pen, readAloud, type UsedResources } from './pen.js';
import { documentFacts, type PrintOptions } from './print-file.js';

/** What a screen reader says about what is not text. */
export interface SpecimenWords {
  readonly qr: string;
  readonly signature: string;
}

export type Specimen =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problems: readonly LayoutProblem[] };

/** One card, with both sides tagged: what is text is read as text, in order, and pictures have words in their place. */
export async function drawSpecimen(
  card: PrintCard,
  options: Omit<PrintOptions, 'imposition' | 'marks'>,
  words: SpecimenWords,
): Promise<Specimen> {
  const { template, language } = options;
  const { sink, bytes } = ByteSink.toMemory();
  const facts = documentFacts(options);
  const document = new PrintDocument(facts, sink);
  const type = new TypeSetter(document.pdf);
  const layers = new CardLayers(document, template.format, type);
  const layout = cardLayouts({ template, language, metrics: type }).whole(card.values, card.record);
  if (!layout.ok) return layout;
  const structure = new StructureTree(document);
  const plan = singleCards(template.format, 'no-marks');
  for (const side of sides) {
    const slot = plan[side][0] ?? { x: 0, y: 0, turn: 0 };
    const content = new Scratch();
    content.text(`q ${placed(slot, template.format)} cm\n`);
    const uses: UsedResources = { fonts: {}, ext_gstates: {}, xobjects: {} };
    const page = structure.openPage();
    new Pen(content, layers.tools, uses).draw(layout.sides[side], (box, draw) => {
      const tag = tagOf(box, words);
      content.text(tag ? structure.begin(page, tag) : '/Artifact BMC\n');
      draw();
      content.text('EMC\n');
    });
    content.text('Q\n');
    const stream = document.addStream(content.bytes());
    const resources = dictionaryOf(uses);
    structure.closePage(
      page,
      document.addPage(
        `${framesOf(plan)}/StructParents ${page.key}/Tabs/S/Resources${resources}/Contents ${stream} 0 R`,
      ),
    );
  }
  structure.end();
  document.end();
  await sink.finish();
  return { ok: true, bytes: bytes() };
}

/** Null for ornament. */
function tagOf(box: Box, words: SpecimenWords): Tag | null {
  switch (box.kind) {
    case 'picture':
      return box.alternative === '' ? null : figure(box.alternative);
    case 'image':
      return figure(box.image.alternative);
    case 'ink':
      return figure(words.signature);
    case 'qr':
      return figure(`${words.qr} ${box.content}`);
    case 'text': {
      const isPlain = box.runs.every(({ letterSpacing, after }) => letterSpacing === 0 && after !== '');
      return { type: 'P', alternative: null, actual: isPlain ? null : readAloud(box.runs) };
    }
  }
}

function figure(alternative: string): Tag {
  return { type: 'Figure', alternative, actual: null };
}

function dictionaryOf(uses: UsedResources): string {
  const kinds = { Font: uses.fonts, ExtGState: uses.ext_gstates, XObject: uses.xobjects };
  const entries = Object.entries(kinds).map(([kind, used]) => {
    const named = Object.entries(used).map(([name, reference]) => `/${name} ${reference.toString()}`);
    return `/${kind}<<${named.join('')}>>`;
  });
  return `<<${entries.join('')}>>`;
}
