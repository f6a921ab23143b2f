import { createAppContext } from './app.js';
import { ConfigurationError, readConfig } from './config/config.js';
import { folderProblems } from './config/data-folder.js';
import { explainStart } from './explain-start.js';

/** The job runner alone; start as many as there is work for. Only with PostgreSQL and Redis. */
async function main(): Promise<void> {
  process.umask(0o077);
  const config = readConfig();
  if (config.jobs.kind === 'embedded') {
    throw new ConfigurationError([
      'A worker of its own needs DATABASE_URL and REDIS_URL. Without them the server runs the jobs itself: npm start is enough.',
    ]);
  }
  const problems = folderProblems(config.dataDirectory, null);
  if (problems.length > 0) throw new ConfigurationError(problems);
  const app = await createAppContext(config, undefined, { role: 'run' });
  app.enableShutdownHooks();
  process.stdout.write('Savner du noen: arbeideren er i gang. Stopp med Ctrl-C.\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
