import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.js';
import { newId } from '../../../platform/ids.js';
import { CONFIG } from '../../../platform/tokens.js';
import type { ImageKind } from './stored-image.js';

const endings: Readonly<Record<ImageKind, string>> = { photo: 'jpg', signature: 'pbm' };

/** Where pictures lie, named by their content: only the server's own user can read them. */
@Injectable()
export class ImageFolder {
  readonly #folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.#folder = join(config.dataDirectory, 'card-images');
  }

  pathOf(sha256: string, kind: ImageKind): string {
    return join(this.#folder, `${sha256}.${endings[kind]}`);
  }

  /** @returns the SHA-256 of the bytes, hexadecimal */
  async keep(bytes: Buffer, kind: ImageKind): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const unfinished = join(this.#folder, `${newId()}.part`);
    await writeFile(unfinished, bytes, { mode: 0o600, flush: true });
    await rename(unfinished, this.pathOf(sha256, kind));
    return sha256;
  }

  async has(sha256: string, kind: ImageKind): Promise<boolean> {
    return access(this.pathOf(sha256, kind)).then(
      () => true,
      () => false,
    );
  }

  async read(sha256: string, kind: ImageKind): Promise<Buffer> {
    return readFile(this.pathOf(sha256, kind));
  }

  async remove(sha256: string, kind: ImageKind): Promise<void> {
    await rm(this.pathOf(sha256, kind), { force: true });
  }
}
