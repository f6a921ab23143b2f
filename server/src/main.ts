import { ConfigurationError, readConfig } from './config/config.js';
import { createHttpApp } from './app.js';
import { LinksService } from './features/accounts/index.js';

/** The HTTP process; in embedded mode the job runner lives in it too. */
async function main(): Promise<void> {
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
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});

function explain(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'Porten er opptatt. Velg en annen, for eksempel: PORT=3001 npm start';
  if (code === 'EACCES')
    return 'Porten krever rettigheter du ikke har. Velg en over 1024, for eksempel: PORT=3000 npm start';
  if (code === 'SQLITE_READONLY' || code === 'SQLITE_CANTOPEN') {
    return 'Databasen kan ikke skrives. Sjekk rettighetene til datamappen, eller velg en annen med DATA_DIR.';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
