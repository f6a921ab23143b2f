import { AppError } from '../platform/errors.js';
import { systemError } from '../platform/system-error.js';

/** Why the PDF named by `--out` cannot be made; null for errors that have nothing to do with it. */
export function outProblem(error: unknown, out: string): AppError | null {
  const said = systemError(error);
  const reason = said ? outReasons[said.code] : undefined;
  if (!said || reason === undefined || (said.path !== null && !said.path.startsWith(out))) return null;
  return new AppError('validation_failed', `--out: Kan ikke lage ${out}: ${reason}`);
}

const noAccess = 'du har ikke lov til å skrive der. Velg en annen mappe, eller gi deg selv skriverett.';
const isFolder = 'det er en mappe. Oppgi et filnavn, for eksempel kort.pdf inne i den.';
const outReasons: Readonly<Record<string, string>> = {
  ENOENT: 'mappa finnes ikke. Lag den først, eller velg en annen.',
  ENOTDIR: 'det som står foran filnavnet, er ikke en mappe. Velg en annen plass.',
  EISDIR: isFolder,
  ERR_FS_EISDIR: isFolder,
  EACCES: noAccess,
  EPERM: noAccess,
  EROFS: noAccess,
  ENOSPC: 'disken er full. Rydd plass, og prøv igjen.',
};
