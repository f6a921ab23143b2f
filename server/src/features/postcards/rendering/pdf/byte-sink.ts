import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** Bytes gathered before they are written. */
const blockSize = 1 << 20;

export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Takes what a PDF document gives off, in large blocks. The maker of pages calls `room()` between cards: only then is
 * anything written, so that no more waits in memory than was made since.
 */
export class ByteSink {
  readonly #hash = createHash('sha256');
  readonly #spare: Buffer[] = [];
  #full: Buffer[] = [];
  #block: Buffer = Buffer.allocUnsafe(blockSize);
  #used = 0;
  #position = 0;

  private constructor(private readonly keep: (block: Uint8Array) => Promise<void>) {}

  /** A new file that only its owner may read. @throws Error when it exists or cannot be made */
  static async toFile(path: string): Promise<{ readonly sink: ByteSink; readonly file: FileHandle }> {
    const file = await open(path, 'wx', 0o600);
    return { file, sink: new ByteSink((block) => file.writeFile(block)) };
  }

  /** For a document of a few pages. */
  static toMemory(): { readonly sink: ByteSink; readonly bytes: () => Uint8Array } {
    const blocks: Buffer[] = [];
    const sink = new ByteSink((block) => Promise.resolve(void blocks.push(Buffer.from(block))));
    return { sink, bytes: () => Buffer.concat(blocks) };
  }

  /** Bytes taken so far: where the next object begins. */
  get position(): number {
    return this.#position;
  }

  /** @param text Latin-1 */
  text(text: string): void {
    if (this.#used + text.length > blockSize) return this.bytes(Buffer.from(text, 'latin1'));
    this.#used += this.#block.write(text, this.#used, 'latin1');
    this.#position += text.length;
  }

  bytes(bytes: Uint8Array): void {
    this.#position += bytes.length;
    for (let from = 0; from < bytes.length;) {
      if (this.#used === blockSize) this.#turn();
      const part = bytes.subarray(from, from + blockSize - this.#used);
      this.#block.set(part, this.#used);
      this.#used += part.length;
      from += part.length;
    }
  }

  /** Writes the blocks that are full. */
  async room(): Promise<void> {
    const waiting = this.#full;
    this.#full = [];
    for (const block of waiting) {
      this.#hash.update(block);
      await this.keep(block);
      this.#spare.push(block);
    }
  }

  /** SHA-256 of all that was taken so far, hexadecimal, whether it is written yet or not. */
  digest(): string {
    const hash = this.#hash.copy();
    for (const block of this.#full) hash.update(block);
    return hash.update(this.#block.subarray(0, this.#used)).digest('hex');
  }

  /** Writes the rest. */
  async finish(): Promise<WrittenFile> {
    await this.room();
    const rest = this.#block.subarray(0, this.#used);
    this.#hash.update(rest);
    await this.keep(rest);
    return { bytes: this.#position, sha256: this.#hash.digest('hex') };
  }

  #turn(): void {
    this.#full.push(this.#block);
    this.#block = this.#spare.pop() ?? Buffer.allocUnsafe(blockSize);
    this.#used = 0;
  }
}
