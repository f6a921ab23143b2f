import { existsSync } from 'node:fs';
import { inRoot } from '../set-up/paths.mjs';
import { prepare } from '../set-up/prepare.mjs';
import { runNode } from '../set-up/processes.mjs';
import { say, sinceText } from '../set-up/say.mjs';

const projects = ['server/tsconfig.test.json', 'client/tsconfig.json', 'client/e2e/tsconfig.json'];

/** `npm run types`: every file against the compiler, tests included; each project is judged, whatever the others say. */
export async function main() {
  await prepare(['contract', 'server']);
  let worst = 0;
  for (const project of projects) {
    const start = Date.now();
    if (!existsSync(inRoot(project))) continue;
    const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
    const { code } = await runNode([tsc, '--project', inRoot(project), '--noEmit']);
    say(`${project}: ${code === 0 ? 'i orden' : 'feil'} (${sinceText(start)})`);
    worst = Math.max(worst, code);
  }
  return worst;
}
