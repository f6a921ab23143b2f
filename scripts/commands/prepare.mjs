import { prepare } from '../set-up/prepare.mjs';

/** What a check needs before it can run: the packages, and the named parts built. */
export async function main(parts) {
  await prepare(parts);
}
