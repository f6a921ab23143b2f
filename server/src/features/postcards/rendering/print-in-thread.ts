import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import {
  type CardSource,
  type PrintOptions,
  type PrintProgress,
  type PrintResult,
  unfinishedOf,
  writePrintFile,
} from './print-file.js';
import type { ThreadIsTold, ThreadOrder, ThreadSays } from './print-thread.js';

/** There where the server has been built; specs run its sources, which a thread cannot load. */
const threadFile = new URL('./print-thread.js', import.meta.url);

/**
 * Writes a print file as {@link writePrintFile} does, in a thread of its own, so that the process goes on answering: even
 * a single card opens fonts and draws its picture, which takes a third of a second at one go. The cards are fetched here,
 * where secrets and the database are.
 */
export function print(
  path: string,
  source: CardSource,
  options: PrintOptions,
  watch: PrintProgress,
): Promise<PrintResult> {
  return existsSync(threadFile)
    ? printInThread(path, source, options, watch)
    : writePrintFile(path, source, options, watch);
}

async function printInThread(
  path: string,
  source: CardSource,
  options: PrintOptions,
  watch: PrintProgress,
): Promise<PrintResult> {
  watch.signal.throwIfAborted();
  const order: ThreadOrder = { path, count: source.count, options };
  const thread = new Worker(threadFile, { workerData: order });
  const tell = (told: ThreadIsTold) => thread.postMessage(told);
  const stop = () => tell({ stop: true });
  watch.signal.addEventListener('abort', stop);
  try {
    return await new Promise<PrintResult>((resolve, reject) => {
      const hear = async (said: ThreadSays) => {
        if ('result' in said) resolve(said.result as PrintResult);
        else if ('done' in said) await watch.progress(said.done);
        else tell({ cards: await source.read(said.wants) });
      };
      thread.on('message', (said: ThreadSays) => void hear(said).catch(reject));
      thread.on('error', (error) => reject(watch.signal.aborted ? (watch.signal.reason as Error) : error));
      thread.on('exit', (code) => reject(new Error(`The print thread ended early (${code})`)));
    });
  } catch (error) {
    await thread.terminate();
    await rm(unfinishedOf(path), { force: true });
    throw error;
  } finally {
    watch.signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}
