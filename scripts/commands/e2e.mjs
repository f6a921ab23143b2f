import { allParts } from '../set-up/build.mjs';
import { runJest } from '../set-up/jest.mjs';
import { inRoot } from '../set-up/paths.mjs';
import { prepare } from '../set-up/prepare.mjs';
import { say } from '../set-up/say.mjs';
import { assertServices } from '../set-up/services.mjs';

/** `npm run e2e [-- --postgres] [path]`: the journeys, in a real browser against the built server. */
export async function main(parameters) {
  const mode = parameters.includes('--postgres') ? 'postgres' : 'sqlite';
  if (mode === 'postgres') await assertServices();
  await prepare(allParts);
  say(
    mode === 'postgres'
      ? 'Reiser i nettleseren (PostgreSQL, Redis, egen arbeider).'
      : 'Reiser i nettleseren (SQLite).',
  );
  const rest = parameters.filter((parameter) => parameter !== '--postgres');
  return runJest(['--config', inRoot('client', 'e2e', 'jest.config.mjs'), '--runInBand', ...rest], {
    TEST_MODE: mode,
  });
}
