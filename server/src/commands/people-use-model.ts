import type { Command } from 'commander';
import { z } from 'zod';
import { CampaignsService } from '../features/campaigns/index.js';
import { ModelEstimation, readModelFile, shippedModel } from '../features/people/index.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { readGivenFile } from './given-file.js';
import { describeChange, sampleLines } from './model-words.js';
import type { OpenApp } from './open-app.js';
import { parseOptions } from './parse-options.js';

const options = z.object({ yes: z.boolean().default(false) });

const mostBytes = 1024 * 1024;

/** Takes other weights into use in the open campaign; without `--yes` it only tells what that would change. */
export function registerPeopleUseModel(program: Command, openApp: OpenApp): void {
  program
    .command('use-model')
    .description(
      'match the open campaign by the weights of a file from «people estimate», or by the shipped ones; answers given by people stand',
    )
    .argument('<model>', 'the file, or the word «shipped»')
    .option('--yes', 'do it; without it, only tell what would change')
    .action(async (given: string, rest: unknown) => {
      const { yes } = parseOptions(options, rest);
      const model =
        given === 'shipped'
          ? shippedModel
          : readModelFile((await readGivenFile(given, { mostBytes })).toString('utf8'));
      const text = await openApp(async (app) => {
        const campaign = await app.get(CampaignsService).getDefault();
        const models = app.get(ModelEstimation);
        const { change, tips, all } = await models.preview(campaign.id, model);
        const sample = sampleLines(tips, all).map((line) => `${tips} tips er regnet på. ${line}`);
        const lines = [
          `Med modellen ${model.version} i stedet for den som er i bruk:`,
          ...sample,
          describeChange(change),
        ];
        const head = `${lines.join('\n')}\n`;
        if (!yes) return `${head}\nIngenting er endret. Legg til --yes for å ta modellen i bruk.\n`;
        const jobId = await models.use(campaign.id, model);
        const jobs: Jobs = app.get(Jobs);
        await jobs.drain();
        const progress = await jobs.find(jobId);
        return progress?.state === 'succeeded'
          ? `${head}\nModellen er i bruk, og ${progress.total} tips er sammenlignet på nytt.\n`
          : `${head}\nModellen er i bruk. ${progress?.problem ?? 'Sammenligningen på nytt er lagt i kø.'}\n`;
      });
      process.stdout.write(text);
    });
}
