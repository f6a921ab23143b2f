import { rename, rm } from 'node:fs/promises';
import type { CardRecord, LayoutProblem } from '../domain/layout.js';
import type { CampaignValues } from '../domain/merge-fields.js';
import { CardDocument, type CardDocumentOptions } from './card-document.js';
import { FileSink, type WrittenFile } from './file-sink.js';

/** One card to print. */
export interface PrintCard {
  /** For reporting a refusal: the card's id or row number. */
  readonly id: string;
  readonly municipality: string;
  readonly values: CampaignValues;
  readonly record: CardRecord;
}

export interface PrintResult extends WrittenFile {
  readonly pages: number;
  readonly refused: readonly { readonly id: string; readonly problems: readonly LayoutProblem[] }[];
}

export interface PrintProgress {
  readonly signal: AbortSignal;
  progress(done: number): Promise<void>;
}

/** Cards between looks at the clock of the world: progress, cancelling, other requests. */
const cardsPerBreath = 25;

/**
 * Writes a print file under its final name only when it is whole; memory stays the same however many cards.
 * Cards the layout refuses are left out and named in the answer.
 * @throws the signal's reason when cancelled; nothing is left behind
 */
export async function writePrintFile(
  path: string,
  cards: Iterable<PrintCard> | AsyncIterable<PrintCard>,
  options: CardDocumentOptions,
  watch: PrintProgress,
): Promise<PrintResult> {
  const unfinished = `${path}.part`;
  await rm(unfinished, { force: true });
  const document = new CardDocument(options);
  const sink = await FileSink.open(unfinished, document.pdf);
  try {
    const refused = await addCards(document, cards, async (done) => {
      watch.signal.throwIfAborted();
      await sink.room();
      await watch.progress(done);
    });
    document.end();
    const written = await sink.finish();
    await rename(unfinished, path);
    return { ...written, pages: document.pages, refused };
  } catch (error) {
    await sink.abandon().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function addCards(
  document: CardDocument,
  cards: Iterable<PrintCard> | AsyncIterable<PrintCard>,
  breathe: (done: number) => Promise<void>,
): Promise<PrintResult['refused']> {
  const refused: { id: string; problems: readonly LayoutProblem[] }[] = [];
  let done = 0;
  for await (const card of cards) {
    const result = document.addCard(card.municipality, card.values, card.record);
    if (!result.ok) refused.push({ id: card.id, problems: result.problems });
    done += 1;
    if (done % cardsPerBreath === 0) await breathe(done);
  }
  await breathe(done);
  return refused;
}
