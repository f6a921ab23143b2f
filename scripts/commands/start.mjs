import { resolve } from 'node:path';
import { allParts } from '../set-up/build.mjs';
import { listenAddress, readDotEnv } from '../set-up/environment.mjs';
import { inRoot } from '../set-up/paths.mjs';
import { assertPortFree } from '../set-up/port.mjs';
import { assertDataFolder, prepare } from '../set-up/prepare.mjs';
import { serve } from '../set-up/serve.mjs';

/** `npm start`: from a fresh clone to a running server. What can be refused is refused before the long work starts. */
export async function main() {
  readDotEnv();
  const { host, port } = listenAddress(process.env);
  await assertPortFree(host, port, 'start');
  assertDataFolder(resolve(process.env.DATA_DIR || inRoot('data')));
  await prepare(allParts);
  return serve('Starter tjeneren.', inRoot('server', 'dist', 'main.js'), {
    LOG_LEVEL: 'warn',
    ...process.env,
  });
}
