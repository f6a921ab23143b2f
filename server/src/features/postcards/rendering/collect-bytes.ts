import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/** The whole of a small document in memory, for a specimen; batches are written by `print-file.ts`. */
export async function collectBytes(document: Readable): Promise<Uint8Array> {
  return buffer(document);
}
