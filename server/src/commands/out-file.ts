import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { AppError } from '../platform/errors.js';
import { systemError } from '../platform/system-error.js';

/**
 * A file that a command writes: it is there as a whole or not at all. What was there before stays until then; where a
 * link stands, it is what it stands for that is written. A device or a pipe takes the pieces as they come.
 */
export class OutFile {
  private constructor(
    private readonly path: string,
    /** Where it is written until it is whole. */
    private readonly written: string,
    private readonly file: FileHandle,
  ) {}

  /** @throws AppError not_found when it cannot be written */
  static async at(path: string): Promise<OutFile> {
    try {
      const target = await realpath(path).catch(() => path);
      const written = (await isStream(target)) ? target : `${target}.part`;
      return new OutFile(target, written, await open(written, 'w'));
    } catch (error) {
      throw unwritable(path, error);
    }
  }

  async write(piece: string | Uint8Array): Promise<void> {
    try {
      await this.file.writeFile(piece);
    } catch (error) {
      throw unwritable(this.path, error);
    }
  }

  /** Now it is whole. */
  async keep(): Promise<void> {
    try {
      if (this.written !== this.path) await this.file.sync();
      await this.file.close();
      if (this.written !== this.path) await rename(this.written, this.path);
    } catch (error) {
      throw unwritable(this.path, error);
    }
  }

  async discard(): Promise<void> {
    await this.file.close().catch(() => undefined);
    if (this.written !== this.path) await rm(this.written, { force: true });
  }
}

async function isStream(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw Object.assign(new Error('It is a folder'), { code: 'EISDIR' });
  return found !== null && !found.isFile();
}

function unwritable(path: string, error: unknown): AppError {
  const code = systemError(error)?.code ?? 'ukjent grunn';
  return new AppError('not_found', `Kan ikke skrive til ${path}: ${reasons[code] ?? code}`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'mappa finnes ikke. Lag den først.',
  ENOTDIR: 'mappa er en fil. Oppgi en mappe som finnes.',
  EISDIR: 'det er en mappe. Oppgi et filnavn.',
  EACCES: 'du har ikke lov til å skrive der.',
  EROFS: 'disken kan bare leses.',
  ENOSPC: 'disken er full. Rydd plass, og prøv igjen.',
};
