import { prepare } from '../set-up/prepare.mjs';
import { inRoot } from '../set-up/paths.mjs';
import { runNode } from '../set-up/processes.mjs';

/** `npm run bench -- NAME …`: measurements beside a named baseline. */
export async function main(parameters) {
  await prepare(['contract', 'server']);
  const program = ['--enable-source-maps', inRoot('server', 'dist', 'bench.js')];
  const { code } = await runNode([...program, ...parameters], { env: { LOG_LEVEL: 'warn', ...process.env } });
  return code;
}
