import { type FileHandle, open, stat } from 'node:fs/promises';
import { AppError } from '../platform/errors.js';
import { systemError } from '../platform/system-error.js';

const megabyte = 1024 * 1024;

/**
 * Assures that a file somebody named can be read. Devices and pipes may never end.
 * @throws AppError not_found, validation_failed for what is no ordinary file
 */
export async function assertGivenFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (!found.isFile()) {
    throw new AppError(
      'validation_failed',
      `${path} er ikke en vanlig fil. Lagre lista i en fil, og oppgi den.`,
    );
  }
}

/**
 * The contents of a file somebody named. Looked at before it is read: devices and pipes may never end.
 * @throws AppError not_found, validation_failed for what is no ordinary file, too_large
 */
export async function readGivenFile(path: string, { mostBytes }: { mostBytes: number }): Promise<Buffer> {
  await assertGivenFile(path);
  const file = await open(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  try {
    return await readAtMost(file, path, mostBytes);
  } finally {
    await file.close();
  }
}

async function readAtMost(file: FileHandle, path: string, mostBytes: number): Promise<Buffer> {
  const { size } = await file.stat();
  if (size > mostBytes) {
    throw new AppError(
      'too_large',
      `${path} er for stor: høyst ${Math.floor(mostBytes / megabyte)} MB. Del den i flere filer.`,
    );
  }
  return file.readFile();
}

function unreadable(path: string, error: unknown): AppError {
  const reason = systemError(error)?.code ?? 'ukjent grunn';
  return new AppError('not_found', `Kan ikke lese ${path} (${reason}). Finnes fila, og har du tilgang?`);
}
