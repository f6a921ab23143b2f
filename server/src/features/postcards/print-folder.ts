import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../platform/tokens.js';

/** Where print files lie: only the server's own user can read them. A draft gets its final name when it is whole and wanted. */
@Injectable()
export class PrintFolder {
  readonly #folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.#folder = join(config.dataDirectory, 'print');
  }

  /** @param file its number in the batch, from 1 */
  pathOf(batchId: string, file: number): string {
    return join(this.#folder, `${batchId}.${file}.pdf`);
  }

  /** Each job writes drafts of its own, so that one that was overtaken cannot spoil its successor's files. */
  draftOf(batchId: string, file: number, jobId: string): string {
    return join(this.#folder, `${batchId}.${file}.${jobId}.draft`);
  }

  /** Makes the folder, and clears what there was of this batch: a crash's drafts, and files it no longer stands by. */
  async prepare(batchId: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await this.remove(batchId);
  }

  /** Puts the drafts of a job in place of whatever files the batch had. */
  async publish(batchId: string, jobId: string, files: number): Promise<void> {
    const numbers = Array.from({ length: files }, (_, index) => index + 1);
    for (const file of numbers) await rename(this.draftOf(batchId, file, jobId), this.pathOf(batchId, file));
    const kept = new Set(numbers.map((file) => `${batchId}.${file}.pdf`));
    await this.#removeAll(batchId, (name) => name.endsWith('.pdf') && !kept.has(name));
  }

  /** Removes the batch's files and drafts. */
  async remove(batchId: string): Promise<void> {
    await this.#removeAll(batchId, () => true);
  }

  async removeDrafts(batchId: string, jobId: string): Promise<void> {
    await this.#removeAll(batchId, (name) => name.endsWith(`.${jobId}.draft`));
  }

  async #removeAll(batchId: string, isUnwanted: (name: string) => boolean): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names) {
      if (name.startsWith(batchId) && isUnwanted(name)) await rm(join(this.#folder, name), { force: true });
    }
  }
}
