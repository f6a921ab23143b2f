import { allParts } from '../set-up/build.mjs';
import { prepare } from '../set-up/prepare.mjs';
import { say } from '../set-up/say.mjs';

/** `npm run build`: everything that `npm start` needs. */
export async function main() {
  await prepare(allParts);
  say('Alt er bygd.');
}
