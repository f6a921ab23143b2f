import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { withLock } from './lock.mjs';
import { notes, root } from './paths.mjs';
import { Trouble } from './say.mjs';

/**
 * Makes the house ready: packages installed and the named parts built, each only if something has changed.
 * Safe to interrupt, and safe to run twice at once.
 */
export async function prepare(parts) {
  assertWritable(notes, { named: root });
  await withLock(async () => {
    await install();
    await build(parts);
  });
}

/** The folder of an installation's data, made for its owner alone. @throws Trouble when nothing can be written there */
export function assertDataFolder(folder) {
  assertWritable(folder, { mode: 0o700 });
}

/** @throws Trouble when nothing can be written in `folder`; `named` is what the person knows it as */
function assertWritable(folder, { named = folder, mode = 0o777 } = {}) {
  const probe = join(folder, `.kan-skrive-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const why =
      { ENOSPC: 'disken er full', ENOTDIR: 'der ligger det en fil', EEXIST: 'der ligger det en fil' }[
        error.code
      ] ?? 'mappen kan ikke skrives i';
    throw new Trouble(
      `Kan ikke skrive i ${named}: ${why} (${error.code}).`,
      'Flytt prosjektet til en mappe du eier, eller gi deg selv skriverett: `chmod -R u+w` på mappen.',
      'Er det datamappen, kan du velge en annen: `DATA_DIR=/et/annet/sted npm start`.',
    );
  }
}
