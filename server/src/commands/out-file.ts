import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '../platform/errors.js';
import { systemError } from '../platform/system-error.js';

/** A file that a command writes: what was in it stays until there is something to write. */
export class OutFile {
  #file: FileHandle | null = null;

  private constructor(private readonly path: string) {}

  /** @throws AppError not_found when it cannot be written */
  static async at(path: string): Promise<OutFile> {
    const trial = await open(path, 'a').catch((error: unknown) => {
      throw unwritable(path, error);
    });
    await trial.close();
    return new OutFile(path);
  }

  async write(piece: string | Uint8Array): Promise<void> {
    try {
      this.#file ??= await open(this.path, 'w');
      await this.#file.writeFile(piece);
    } catch (error) {
      throw unwritable(this.path, error);
    }
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}

function unwritable(path: string, error: unknown): AppError {
  const reason = systemError(error)?.code ?? 'ukjent grunn';
  return new AppError(
    'not_found',
    `Kan ikke skrive til ${path} (${reason}). Finnes mappa, og har du tilgang?`,
  );
}
