import type { INestApplicationContext } from '@nestjs/common';
import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { createAppContext } from './app.js';
import { registerCampaignFigures } from './commands/campaign-figures.js';
import { registerCallsDivide } from './commands/calls-divide.js';
import { registerPeopleEstimate } from './commands/people-estimate.js';
import { registerPeopleMatch } from './commands/people-match.js';
import { registerPeopleRematch } from './commands/people-rematch.js';
import { registerPeopleUseModel } from './commands/people-use-model.js';
import { registerPostcardsRender } from './commands/postcards-render.js';
import { registerTipsImport } from './commands/tips-import.js';
import { registerUserInvite } from './commands/user-invite.js';
import { readConfig } from './config/config.js';
import { explainStart } from './explain-start.js';
import { AppError } from './platform/errors.js';

/** The command line, over the same services as the screens. */
async function main(): Promise<void> {
  z.config(z.locales.no());
  const program = new Command('npm run cli --')
    .description('Savner du noen: the same services as the screens, from the command line')
    .showHelpAfterError('(--help shows what can be given)')
    .exitOverride();
  registerUserInvite(program.command('user').description('people with access'), openApp);
  const people = program.command('people').description('duplicates and households');
  registerPeopleMatch(people);
  registerPeopleRematch(people, openApp);
  registerPeopleEstimate(people, openApp);
  registerPeopleUseModel(people, openApp);
  registerPostcardsRender(program.command('postcards').description('cards for print'));
  registerTipsImport(program.command('tips').description('what people have tipped'), openApp);
  registerCallsDivide(program.command('calls').description('call lists'), openApp);
  registerCampaignFigures(program.command('campaign').description('the campaign'), openApp);
  await program.parseAsync();
}

async function openApp<Result>(work: (app: INestApplicationContext) => Promise<Result>): Promise<Result> {
  process.umask(0o077);
  const app = await createAppContext(readConfig());
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  if (error instanceof CommanderError) process.exit(error.exitCode);
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});

function explain(error: unknown): string {
  return error instanceof AppError ? error.message : explainStart(error);
}
