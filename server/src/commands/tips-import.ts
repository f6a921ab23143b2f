import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { id } from '@savner/contract/common';
import type { RowProblem } from '@savner/contract/tips';
import type { Command } from 'commander';
import { z } from 'zod';
import { CampaignsService } from '../features/campaigns/index.js';
import { TipImports } from '../features/tips/index.js';
import { AppError } from '../platform/errors.js';
import type { OpenApp } from './open-app.js';
import { parseOptions } from './parse-options.js';

const options = z.object({
  campaign: id.optional(),
  dryRun: z.boolean().default(false),
});

export function registerTipsImport(program: Command, openApp: OpenApp): void {
  program
    .command('import')
    .description('take in a list of tips: good rows are stored in one go, bad rows are named and left out')
    .argument('<file>', 'CSV, UTF-8 or Windows-1252, with Norwegian or English headers')
    .option('--campaign <id>', 'the campaign (else the open one)')
    .option('--dry-run', 'only tell what would be taken in')
    .action(async (file: string, given: unknown) => {
      const { campaign, dryRun } = parseOptions(options, given);
      const list = { fileName: basename(file), bytes: await readGiven(file) };
      const report = await openApp(async (app) => {
        const campaigns = app.get(CampaignsService);
        const { id: campaignId } = await (campaign ? campaigns.get(campaign) : campaigns.getDefault());
        const imports = app.get(TipImports);
        if (dryRun) return imports.preview(campaignId, list);
        const { counts, refusedRows } = await imports.take(campaignId, list, null, null);
        return { counts, problems: refusedRows };
      });
      for (const problem of report.problems) process.stdout.write(`${problemLine(problem)}\n`);
      const { rows, good, bad, repeated } = report.counts;
      const verb = dryRun ? 'ville blitt tatt inn' : 'tatt inn';
      process.stdout.write(
        `${rows} rader: ${good - repeated} ${verb}, ${repeated} fantes fra før, ${bad} avvist.\n`,
      );
    });
}

function problemLine({ row, header, message }: RowProblem): string {
  return header === null ? `Rad ${row}: ${message}` : `Rad ${row}, ${header}: ${message}`;
}

async function readGiven(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'ukjent grunn';
    throw new AppError('not_found', `Kan ikke lese ${file} (${reason}). Se etter at stien stemmer.`);
  }
}
