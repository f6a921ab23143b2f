import { readDotEnv } from '../set-up/environment.mjs';
import { inRoot } from '../set-up/paths.mjs';
import { prepare } from '../set-up/prepare.mjs';
import { runNode } from '../set-up/processes.mjs';

/** `npm run cli -- …`: the command line, on the installation that `npm start` uses. */
export async function main(parameters) {
  readDotEnv();
  await prepare(['contract', 'server']);
  const env = { LOG_LEVEL: 'warn', ...process.env };
  const program = ['--enable-source-maps', inRoot('server', 'dist', 'cli.js')];
  const { code } = await runNode([...program, ...parameters], { env });
  return code;
}
