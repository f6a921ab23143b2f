import { runNode } from './processes.mjs';
import { say } from './say.mjs';

/** Runs a server until somebody stops it; a stop that was asked for is a success however the process words it. */
export async function serve(announcement, script, env, parameters = []) {
  say(announcement);
  const { code, stopped } = await runNode(['--enable-source-maps', script, ...parameters], { env });
  if (!stopped) return code;
  say(code === 137 ? 'Tjeneren måtte avbrytes.' : 'Stoppet.');
  return 0;
}
