import { rmSync } from 'node:fs';
import { allParts } from '../set-up/build.mjs';
import { listenAddress } from '../set-up/environment.mjs';
import { inRoot } from '../set-up/paths.mjs';
import { assertPortFree } from '../set-up/port.mjs';
import { assertDataFolder, prepare } from '../set-up/prepare.mjs';
import { say } from '../set-up/say.mjs';
import { serve } from '../set-up/serve.mjs';

/** Settings of a real installation, which a demo must never touch. */
const realOnes = ['DATABASE_URL', 'REDIS_URL', 'SECRET_KEY', 'PUBLIC_URL', 'DATA_DIR'];

/** `npm run demo [-- --keep]`: an invented campaign in a folder of its own, made anew each time unless it is kept. */
export async function main(parameters) {
  const { host, port } = listenAddress(process.env);
  await assertPortFree(host, port, 'run demo');
  const folder = inRoot('data-demo');
  assertDataFolder(folder);
  await prepare(allParts);
  if (!parameters.includes('--keep')) {
    say('Lager demokampanjen på nytt i ./data-demo (behold den forrige med `npm run demo -- --keep`).');
    rmSync(folder, { recursive: true, force: true });
  }
  const kept = Object.entries(process.env).filter(([key]) => !realOnes.includes(key));
  const env = { LOG_LEVEL: 'warn', ...Object.fromEntries(kept), SAVNER_MODE: 'demo', DATA_DIR: folder };
  return serve('Starter demoen.', inRoot('server', 'dist', 'demo.js'), env, parameters);
}
