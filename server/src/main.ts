import { createHttpApp } from './app.js';
import { readConfig } from './config/config.js';
import { explainStart } from './explain-start.js';
import { LinksService } from './features/accounts/index.js';

/** The HTTP process; in embedded mode the job runner lives in it too. */
async function main(): Promise<void> {
  process.umask(0o077);
  const config = readConfig();
  const app = await createHttpApp(config);
  await app.listen(config.port, config.host);
  const link = await app.get(LinksService).firstAdminLink();
  process.stdout.write(`\nSavner du noen er i gang: ${config.publicUrl}\n`);
  if (link)
    process.stdout.write(
      `Gjør deg til administrator med denne lenken (virker én gang, i ett døgn):\n  ${link}\n`,
    );
  process.stdout.write('Stopp med Ctrl-C.\n\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
