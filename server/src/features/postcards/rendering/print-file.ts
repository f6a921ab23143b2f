import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  cardOn,
  type Flip,
  imposedCards,
  type Paper,
  sheetCount,
  type SheetPlan,
  singleCards,
} from '../domain/imposition.js';
import { type CardLayouts, cardLayouts, type LayoutProblem } from '../domain/layout.js';
import type { PrintTemplate } from '../domain/template.js';
import { CardLayers } from './card-layers.js';
import { CardPages, type LaidOutCard, type PrintCard } from './card-pages.js';
import { ByteSink, type WrittenFile } from './pdf/byte-sink.js';
import { PrintDocument, type PrintDocumentFacts } from './pdf/print-document.js';
import { TypeSetter } from './pdf/type-setter.js';
import type { PdfStandard } from './pdf/xmp.js';

/** How a print file is made; plain data, so that it can be handed to a thread. */
export interface PrintOptions {
  readonly template: PrintTemplate;
  readonly language: 'nb' | 'nn';
  readonly fontsFolder: string;
  /** ICC profile embedded as the output intent. */
  readonly profile: string;
  readonly title: string;
  /** Written in the file; the same instant gives the same bytes. */
  readonly createdAt: Date;
  readonly standard: PdfStandard;
  /** Cards on sheets that are cut apart; null for a page of its own for each side. */
  readonly imposition: { readonly paper: Paper; readonly flip: Flip } | null;
  readonly marks: 'marks' | 'no-marks';
}

/** The cards in the order of the post, fetched as they are needed; sheets need them out of order. */
export interface CardSource {
  readonly count: number;
  /** @param indices from 0 to `count`; answered in the same order */
  read(indices: readonly number[]): Promise<readonly PrintCard[]>;
}

export interface RefusedCard {
  readonly id: string;
  readonly problems: readonly LayoutProblem[];
}

export interface PrintResult extends WrittenFile {
  readonly pages: number;
  readonly cards: number;
  readonly refused: readonly RefusedCard[];
}

export interface PrintProgress {
  readonly signal: AbortSignal;
  progress(done: number): Promise<void>;
}

/** Cards between looks at the clock of the world: progress, cancelling, other requests. About five milliseconds. */
const cardsPerBreath = 64;

/** The card and its bleed do not go on the sheet, not once. */
export class SheetTooSmall extends Error {}

/**
 * Writes a print file under its final name only when it is whole; memory stays the same however many cards.
 * Cards the layout refuses are left out and named in the answer.
 * @throws the signal's reason when cancelled; nothing is left behind
 */
export async function writePrintFile(
  path: string,
  source: CardSource,
  options: PrintOptions,
  watch: PrintProgress,
): Promise<PrintResult> {
  const unfinished = unfinishedOf(path);
  await rm(unfinished, { force: true });
  const { sink, file } = await ByteSink.toFile(unfinished);
  try {
    const press = new Press(sink, options);
    const breathe = async (done: number) => {
      watch.signal.throwIfAborted();
      await sink.room();
      await nextTurn();
      await watch.progress(done);
    };
    const done = options.imposition
      ? await printSheets(press, source, breathe)
      : await printSingles(press, source, breathe);
    const pages = press.end();
    const written = await sink.finish();
    await file.sync();
    await file.close();
    await rename(unfinished, path);
    return { ...written, pages, ...done };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The same for a few cards that somebody waits for. */
export async function printToMemory(
  source: CardSource,
  options: PrintOptions,
): Promise<Pick<PrintResult, 'refused'> & { readonly bytes: Uint8Array }> {
  const { sink, bytes } = ByteSink.toMemory();
  const press = new Press(sink, options);
  const { refused } = await printSingles(press, source, () => sink.room());
  press.end();
  await sink.finish();
  return { refused, bytes: bytes() };
}

/** Where a file is written until it is whole. */
export function unfinishedOf(path: string): string {
  return `${path}.part`;
}

/** The facts of a document made by these options. */
export function documentFacts(options: Omit<PrintOptions, 'imposition' | 'marks'>): PrintDocumentFacts {
  const { template, language, title, createdAt, standard, fontsFolder, profile } = options;
  return {
    title,
    createdAt,
    standard,
    language,
    profile,
    fonts: Object.fromEntries(
      Object.entries(template.fonts).map(([name, file]) => [name, join(fontsFolder, file)]),
    ),
  };
}

/** A document and what it takes to put cards on its pages. */
class Press {
  readonly plan: SheetPlan;
  readonly pages: CardPages;
  readonly #document: PrintDocument;

  constructor(sink: ByteSink, options: PrintOptions) {
    const { template, language } = options;
    this.plan = planOf(options);
    this.#document = new PrintDocument(documentFacts(options), sink);
    const type = new TypeSetter(this.#document.pdf);
    const layoutsIn = (wanted: 'nb' | 'nn') => cardLayouts({ template, language: wanted, metrics: type });
    const main = layoutsIn(language);
    const others = new Map<'nb' | 'nn', CardLayouts>();
    const layouts = (wanted: 'nb' | 'nn' | null) => {
      if (wanted === null) return main;
      const known = others.get(wanted) ?? layoutsIn(wanted);
      others.set(wanted, known);
      return known;
    };
    const layers = new CardLayers(this.#document, template.format, type);
    this.pages = new CardPages(this.#document, layers, layouts, this.plan, template);
  }

  /** @returns the number of pages */
  end(): number {
    this.pages.end();
    this.#document.end();
    return this.#document.pages;
  }
}

function planOf({ template, imposition, marks }: PrintOptions): SheetPlan {
  if (!imposition) return singleCards(template.format, marks);
  const plan = imposedCards(template.format, imposition.paper, imposition.flip);
  if (plan) return plan;
  throw new SheetTooSmall(`A card of ${template.name} has no room on ${imposition.paper}`);
}

interface Printed {
  readonly cards: number;
  readonly refused: readonly RefusedCard[];
}

type Breathe = (done: number) => Promise<void>;

async function printSingles({ pages }: Press, source: CardSource, breathe: Breathe): Promise<Printed> {
  const refused: RefusedCard[] = [];
  for (const indices of portions(source.count)) {
    for (const card of await source.read(indices)) {
      const laidOut = pages.layOut(card);
      if (isLaidOut(laidOut)) pages.addSheet([laidOut]);
      else refused.push({ id: card.id, problems: laidOut });
    }
    await breathe((indices.at(-1) ?? 0) + 1);
  }
  return { cards: source.count - refused.length, refused };
}

/** Looks at all cards before the first sheet: a card that cannot be set would leave a hole in its stack. */
async function printSheets({ pages, plan }: Press, source: CardSource, breathe: Breathe): Promise<Printed> {
  const refused: RefusedCard[] = [];
  const good = new Uint32Array(source.count);
  let count = 0;
  for (const indices of portions(source.count)) {
    const cards = await source.read(indices);
    cards.forEach((card, at) => {
      const laidOut = pages.layOut(card);
      if (isLaidOut(laidOut)) good[count++] = indices[at] ?? 0;
      else refused.push({ id: card.id, problems: laidOut });
    });
    await breathe(0);
  }
  const sheets = sheetCount(plan, count);
  for (let first = 0, printed = 0; first < sheets;) {
    const portion = Math.min(sheets - first, Math.ceil(cardsPerBreath / plan.front.length));
    const wanted = Array.from({ length: portion }, (_, at) =>
      plan.front.map((_slot, slot) => cardOn(plan, count, { sheet: first + at, slot })),
    );
    const laidOut = await readInto(wanted, { pages, source, good });
    for (const cards of laidOut) pages.addSheet(cards);
    first += portion;
    printed += laidOut.flat().filter((card) => card !== null).length;
    await breathe(printed);
  }
  return { cards: count, refused };
}

async function readInto(
  sheets: readonly (readonly (number | null)[])[],
  { pages, source, good }: { pages: CardPages; source: CardSource; good: Uint32Array },
): Promise<(LaidOutCard | null)[][]> {
  const indices = sheets.flat().flatMap((card) => (card === null ? [] : [good[card] ?? 0]));
  const cards = (await source.read(indices)).values();
  return sheets.map((slots) =>
    slots.map((slot) => {
      const card = slot === null ? undefined : cards.next().value;
      const laidOut = card && pages.layOut(card);
      return laidOut && isLaidOut(laidOut) ? laidOut : null;
    }),
  );
}

function* portions(count: number): Generator<number[]> {
  for (let from = 0; from < count; from += cardsPerBreath)
    yield Array.from({ length: Math.min(cardsPerBreath, count - from) }, (_, at) => from + at);
}

function isLaidOut(card: LaidOutCard | readonly LayoutProblem[]): card is LaidOutCard {
  return 'shared' in card;
}
