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

  pathOf(batchId: string): string {
    return join(this.#folder, `${batchId}.pdf`);
  }

  /** Each job writes a draft of its own, so that one that was overtaken cannot spoil its successor's file. */
  draftOf(batchId: string, jobId: string): string {
    return join(this.#folder, `${batchId}.${jobId}.draft`);
  }

  /** Makes the folder, and clears what a crash has left of this batch. */
  async prepare(batchId: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await this.#removeAll(batchId, (name) => name !== `${batchId}.pdf`);
  }

  async publish(batchId: string, jobId: string): Promise<void> {
    await rename(this.draftOf(batchId, jobId), this.pathOf(batchId));
  }

  /** Removes the batch's file and drafts. */
  async remove(batchId: string): Promise<void> {
    await this.#removeAll(batchId, () => true);
  }

  async removeDraft(batchId: string, jobId: string): Promise<void> {
    await rm(this.draftOf(batchId, jobId), { force: true });
  }

  async #removeAll(batchId: string, isUnwanted: (name: string) => boolean): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names) {
      if (name.startsWith(batchId) && isUnwanted(name)) await rm(join(this.#folder, name), { force: true });
    }
  }
}
