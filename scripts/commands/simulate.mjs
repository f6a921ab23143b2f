import { prepare } from '../set-up/prepare.mjs';
import { inRoot } from '../set-up/paths.mjs';
import { runNode } from '../set-up/processes.mjs';
import { postgresUrl, redisUrl } from '../set-up/services.mjs';

/** `npm run simulate -- …`: plays a ring night against a server of its own, and checks it from outside. */
export async function main(parameters) {
  await prepare(['contract', 'server']);
  const program = ['--enable-source-maps', inRoot('server', 'dist', 'simulate.js')];
  const services = { DATABASE_URL: postgresUrl, REDIS_URL: redisUrl };
  const { code } = await runNode([...program, ...parameters], { env: { ...services, ...process.env } });
  return code;
}
