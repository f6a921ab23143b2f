import { allParts } from '../set-up/build.mjs';
import { runJest } from '../set-up/jest.mjs';
import { prepare } from '../set-up/prepare.mjs';
import { say } from '../set-up/say.mjs';
import { assertServices } from '../set-up/services.mjs';

/** `npm run test:postgres [-- path]`: the same suite on PostgreSQL and Redis. */
export async function main(parameters) {
  await assertServices();
  await prepare(allParts);
  say('Kjører testene på PostgreSQL og Redis.');
  return runJest(parameters, { TEST_MODE: 'postgres' });
}
