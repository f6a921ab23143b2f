import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `server`, `client` and `templates`. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const inRoot = (...parts) => join(root, ...parts);

/** Where the scripts remember what is built; never part of the project. */
export const notes = inRoot('.build');
