import type { Command } from 'commander';
import { CampaignsService } from '../features/campaigns/index.js';
import { MatchJobs } from '../features/people/index.js';
import type { OpenApp } from './open-app.js';
import { Jobs } from '../platform/jobs/jobs.js';

/** Every tip of the campaign anew, as the job a coordinator could start from the screen. */
export function registerPeopleRematch(program: Command, openApp: OpenApp): void {
  program
    .command('rematch')
    .description('match every tip of the open campaign anew; answers given by people stand')
    .action(async () => {
      const progress = await openApp(async (app) => {
        const campaign = await app.get(CampaignsService).getDefault();
        const jobId = await app.get(MatchJobs).rematch(campaign.id);
        const jobs: Jobs = app.get(Jobs);
        await jobs.drain();
        return jobs.find(jobId);
      });
      process.stdout.write(
        progress?.state === 'succeeded'
          ? `${progress.total} tips er sammenlignet på nytt.\n`
          : `${progress?.problem ?? 'Arbeidet er lagt i kø.'}\n`,
      );
    });
}
