import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Bytes gathered before they are written, and the most that waits in memory. */
const blockSize = 1 << 20;

export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Takes what a PDF document gives off and writes it in large blocks. pdfkit does not heed back-pressure
 * (waiting for `drain` lets everything pile up), so the maker of pages calls `room()` between cards.
 */
export class FileSink {
  readonly #hash = createHash('sha256');
  readonly #ended: Promise<void>;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #bytes = 0;

  private constructor(
    private readonly file: FileHandle,
    private readonly source: Readable,
  ) {
    this.#ended = new Promise((resolve, reject) => {
      source.on('data', (chunk: Buffer) => {
        this.#waiting.push(chunk);
        this.#waitingBytes += chunk.length;
      });
      source.once('end', resolve);
      source.once('error', reject);
    });
    this.#ended.catch(() => undefined);
  }

  /** A new file that only its owner may read. @throws Error when it exists or cannot be made */
  static async open(path: string, source: Readable): Promise<FileSink> {
    return new FileSink(await open(path, 'wx', 0o600), source);
  }

  /** Resolves when no more than one block waits in memory; also lets other work of the process run. */
  async room(): Promise<void> {
    do await nextTurn();
    while (this.source.readableLength > blockSize);
    if (this.#waitingBytes >= blockSize) await this.#flush();
  }

  /** Waits for the document's end, writes the rest and makes sure it is on the disk. */
  async finish(): Promise<WrittenFile> {
    await this.#ended;
    await this.#flush();
    await this.file.sync();
    await this.file.close();
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  /** Lets go of the file after a failure. */
  async abandon(): Promise<void> {
    this.source.destroy();
    await this.file.close();
  }

  async #flush(): Promise<void> {
    const block = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#hash.update(block);
    this.#bytes += block.length;
    await this.file.writeFile(block);
  }
}
