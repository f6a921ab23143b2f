import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes the database's file and folder for their owner alone, before SQLite would make the file for everybody; its
 * companions (-wal, -shm) get the permissions of the file. What is there already is closed to strangers, and keeps the
 * group an operator may have chosen.
 */
export function keepPrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  for (const path of [file, `${file}-wal`, `${file}-shm`]) closeToStrangers(path);
}

function closeToStrangers(path: string): void {
  try {
    const { mode } = statSync(path);
    if ((mode & 0o007) !== 0) chmodSync(path, mode & 0o770);
  } catch {
    // It is not there, or another user owns it: then the folder has to protect it.
  }
}
