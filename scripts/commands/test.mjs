import { allParts } from '../set-up/build.mjs';
import { runJest } from '../set-up/jest.mjs';
import { prepare } from '../set-up/prepare.mjs';
import { say } from '../set-up/say.mjs';

/** `npm test [-- path]`: from a fresh clone to the whole Jest suite on SQLite. */
export async function main(parameters) {
  await prepare(allParts);
  say('Kjører testene på SQLite.');
  return runJest(parameters, { TEST_MODE: 'sqlite' });
}
