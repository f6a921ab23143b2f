import { createHttpApp } from './app.js';
import { readConfig } from './config/config.js';
import { makeDemoCampaign, ringNight } from './demo/make-campaign.js';
import { offeredLinks } from './demo/sign-in-links.js';
import { LinksService } from './features/accounts/index.js';
import type { INestApplicationContext } from '@nestjs/common';
import { Database } from './platform/database/database.js';
import { ShiftedClock } from './platform/clock.js';
import { explainStart } from './explain-start.js';

/** The server on a data folder of its own, with an invented campaign in the middle of a ring night. */
async function main(): Promise<void> {
  process.umask(0o077);
  const config = readConfig();
  const clock = new ShiftedClock();
  clock.set(ringNight);
  const app = await createHttpApp(config, clock);
  const isNew = (await app.get(LinksService).firstAdminLink()) !== null;
  if (isNew) await makeDemoCampaign(app, clock, say);
  else await goOnWhereItWasLeft(app, clock);
  await app.listen(config.port, config.host);
  const links = await offeredLinks(app);
  const lines = links.map(({ title, url }) => `  ${title}:\n    ${url}`);
  process.stdout.write(
    `\nDemoen er i gang: ${config.publicUrl}\nLogg inn som (hver lenke virker én gang):\n${lines.join('\n')}\nStopp med Ctrl-C.\n\n`,
  );
}

/** A demo that was kept goes on where it was left: time never runs backwards past a call or a tip, and nobody waits for a job that was cut off. */
async function goOnWhereItWasLeft(app: INestApplicationContext, clock: ShiftedClock): Promise<void> {
  const seen = ['SELECT at FROM call_report', 'SELECT stored_at FROM tip', 'SELECT lease_until FROM job'];
  const [last] = await app
    .get(Database)
    .select<{ at: string | null }>(`SELECT MAX(at) AS "at" FROM (${seen.join(' UNION ALL ')}) AS seen`);
  const instant = new Date(last?.at ?? ringNight);
  if (instant > clock.now()) clock.set(instant);
}

function say(text: string): void {
  process.stdout.write(`  · ${text}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
