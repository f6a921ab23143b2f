import type { INestApplicationContext } from '@nestjs/common';
import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { usageProblem } from './commands/usage-problem.js';
import { readConfig } from './config/config.js';
import { explainStart } from './explain-start.js';
import { AppError } from './platform/errors.js';

/** The command line, over the same services as the screens. */
async function main(): Promise<void> {
  z.config(z.locales.no());
  const program = new Command('npm run cli --')
    .description('Savner du noen: the same services as the screens, from the command line')
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  // «people match», and «help people».
  const asked = process.argv.slice(2, 4);
  for (const [name, { description, register }] of Object.entries(groups)) {
    const group = program.command(name).description(description);
    if (asked.includes(name)) await register(group);
  }
  await program.parseAsync();
}

interface CommandGroup {
  readonly description: string;
  readonly register: (group: Command) => Promise<void>;
}

/** Loaded when asked for: a command that works on a file alone need not wait for the whole house. */
const groups: Readonly<Record<string, CommandGroup>> = {
  user: {
    description: 'people with access',
    register: async (group) => {
      const { registerUserInvite } = await import('./commands/user-invite.js');
      registerUserInvite(group, openApp);
    },
  },
  people: {
    description: 'duplicates and households',
    register: async (group) => {
      const { registerPeopleMatch } = await import('./commands/people-match.js');
      const { registerPeopleRematch } = await import('./commands/people-rematch.js');
      const { registerPeopleEstimate } = await import('./commands/people-estimate.js');
      const { registerPeopleUseModel } = await import('./commands/people-use-model.js');
      registerPeopleMatch(group);
      registerPeopleRematch(group, openApp);
      registerPeopleEstimate(group, openApp);
      registerPeopleUseModel(group, openApp);
    },
  },
  postcards: {
    description: 'cards for print',
    register: async (group) => {
      const { registerPostcardsRender } = await import('./commands/postcards-render.js');
      registerPostcardsRender(group);
    },
  },
  letters: {
    description: 'letters from the hosts',
    register: async (group) => {
      const { registerLettersRender } = await import('./commands/letters-render.js');
      registerLettersRender(group);
    },
  },
  tips: {
    description: 'what people have tipped',
    register: async (group) => {
      const { registerTipsImport } = await import('./commands/tips-import.js');
      registerTipsImport(group, openApp);
    },
  },
  calls: {
    description: 'call lists',
    register: async (group) => {
      const { registerCallsDivide } = await import('./commands/calls-divide.js');
      registerCallsDivide(group, openApp);
    },
  },
  campaign: {
    description: 'the campaign',
    register: async (group) => {
      const { registerCampaignFigures } = await import('./commands/campaign-figures.js');
      registerCampaignFigures(group, openApp);
    },
  },
};

async function openApp<Result>(work: (app: INestApplicationContext) => Promise<Result>): Promise<Result> {
  process.umask(0o077);
  const { createAppContext } = await import('./app.js');
  const app = await createAppContext(readConfig());
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    const problem = usageProblem(error);
    if (problem !== null) process.stderr.write(`${problem}\n`);
    process.exit(error.exitCode);
  }
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});

function explain(error: unknown): string {
  return error instanceof AppError ? error.message : explainStart(error);
}
