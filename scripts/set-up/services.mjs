import { answers } from './port.mjs';
import { Trouble } from './say.mjs';

/** Where tests and simulations look for them; both make databases of their own there. */
export const postgresUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
export const redisUrl = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379/0';

/** @throws Trouble unless PostgreSQL and Redis answer where the tests look for them */
export async function assertServices() {
  const postgres = new URL(postgresUrl);
  const redis = new URL(redisUrl);
  const missing = [];
  if (!(await answers(postgres.hostname, Number(postgres.port || 5432))))
    missing.push(`PostgreSQL på ${postgres.host}`);
  if (!(await answers(redis.hostname, Number(redis.port || 6379)))) missing.push(`Redis på ${redis.host}`);
  if (missing.length === 0) return;
  throw new Trouble(
    `Får ikke svar fra ${missing.join(' og ')}.`,
    'Start dem, for eksempel: `service postgresql start` og `redis-server --daemonize yes`.',
    'Kjører de et annet sted, sett TEST_DATABASE_URL og TEST_REDIS_URL. `npm test` trenger ingen av dem.',
  );
}
