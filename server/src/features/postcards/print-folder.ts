import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../platform/tokens.js';

/** Where print files lie: only the server's own user can read them. */
@Injectable()
export class PrintFolder {
  readonly #folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.#folder = join(config.dataDirectory, 'print');
  }

  pathOf(batchId: string): string {
    return join(this.#folder, `${batchId}.pdf`);
  }

  async make(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  async remove(batchId: string): Promise<void> {
    await rm(this.pathOf(batchId), { force: true });
  }
}
