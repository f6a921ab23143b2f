import { parentPort, workerData } from 'node:worker_threads';
import type { PrintCard } from './card-pages.js';
import { type PrintOptions, writePrintFile } from './print-file.js';

/** What a print thread is given when it starts. */
export interface ThreadOrder {
  readonly path: string;
  readonly count: number;
  readonly options: PrintOptions;
}

/** What the thread says: asks for cards, tells how far it is. */
export type ThreadSays =
  { readonly wants: readonly number[] } | { readonly done: number } | { readonly result: unknown };

/** What it is told: the cards it asked for, or to stop. */
export type ThreadIsTold = { readonly cards: readonly PrintCard[] } | { readonly stop: true };

/** Writes one print file and ends. */
async function work(): Promise<void> {
  const { path, count, options } = workerData as ThreadOrder;
  const stop = new AbortController();
  let take: ((cards: readonly PrintCard[]) => void) | null = null;
  parentPort?.on('message', (told: ThreadIsTold) => {
    if ('stop' in told) stop.abort(new Error('Stopped'));
    else take?.(told.cards);
  });
  const say = (said: ThreadSays) => parentPort?.postMessage(said);
  const read = (wants: readonly number[]) =>
    new Promise<readonly PrintCard[]>((resolve) => {
      take = resolve;
      say({ wants });
    });
  const progress = (done: number) => Promise.resolve(void say({ done }));
  const watch = { signal: stop.signal, progress };
  say({ result: await writePrintFile(path, { count, read }, options, watch) });
  parentPort?.close();
}

await work();
