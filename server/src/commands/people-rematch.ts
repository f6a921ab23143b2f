import type { Command } from 'commander';
import type { RematchRun } from '@savner/contract/people';
import { CampaignsService } from '../features/campaigns/index.js';
import { MatchRuns } from '../features/people/index.js';
import { crowdedLines } from './crowded-words.js';
import type { OpenApp } from './open-app.js';
import { Jobs } from '../platform/jobs/jobs.js';

/** Every tip of the campaign anew, as the job a coordinator could start from the screen. */
export function registerPeopleRematch(program: Command, openApp: OpenApp): void {
  program
    .command('rematch')
    .description('match every tip of the open campaign anew; answers given by people stand')
    .action(async () => {
      const run = await openApp(async (app) => {
        const campaign = await app.get(CampaignsService).getDefault();
        const runs = app.get(MatchRuns);
        await runs.start(campaign.id, null);
        await app.get(Jobs).drain();
        return runs.newest(campaign.id);
      });
      process.stdout.write(`${resultLine(run)}\n`);
    });
}

function resultLine(run: RematchRun | null): string {
  if (!run?.result) return run?.job.problem ?? 'Arbeidet er lagt i kø.';
  const { tips, merged, parted, newQuestions, crowded } = run.result;
  return [
    `${tips} tips er sammenlignet på nytt. Slått sammen: ${merged}. Skilt: ${parted}. Nye spørsmål: ${newQuestions}.`,
    ...crowdedLines(crowded),
  ].join('\n');
}
