/** What the operating system or the database driver said about a failure, of itself or of what it wraps. */
export interface SystemError {
  /** For example `EACCES` or `SQLITE_FULL`. */
  readonly code: string;
  /** The file it is about, where there is one. */
  readonly path: string | null;
}

/** @returns null for errors that carry no code */
export function systemError(error: unknown): SystemError | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('driverError' in error && error.driverError !== error) {
    const inner = systemError(error.driverError);
    if (inner) return inner;
  }
  if (!('code' in error) || typeof error.code !== 'string') return null;
  return { code: error.code, path: 'path' in error && typeof error.path === 'string' ? error.path : null };
}
