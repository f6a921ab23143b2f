import { createAppContext } from './app.js';
import { ConfigurationError, readConfig } from './config/config.js';

/** The job runner alone; start as many as there is work for. Only with PostgreSQL and Redis. */
async function main(): Promise<void> {
  const config = readConfig();
  if (config.jobs.kind === 'embedded') {
    throw new ConfigurationError([
      'A worker of its own needs DATABASE_URL and REDIS_URL. Without them the server runs the jobs itself: npm start is enough.',
    ]);
  }
  const app = await createAppContext(config, undefined, { role: 'run' });
  app.enableShutdownHooks();
  process.stdout.write('Savner du noen: arbeideren er i gang. Stopp med Ctrl-C.\n');
}

main().catch((error: unknown) => {
  const problem = error instanceof ConfigurationError ? error.message : error;
  process.stderr.write(
    `${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`,
  );
  process.exit(1);
});
