import { basename } from 'node:path';
import { type ImportCounts, importLimits, type RowProblem } from '@savner/contract/tips';
import type { Command } from 'commander';
import { z } from 'zod';
import { CampaignsService } from '../features/campaigns/index.js';
import { TipImports } from '../features/tips/index.js';
import type { Calendar } from '../platform/calendar.js';
import { CALENDAR } from '../platform/tokens.js';
import { readGivenFile } from './given-file.js';
import type { OpenApp } from './open-app.js';
import { parseOptions } from './parse-options.js';

const options = z.object({
  campaign: z
    .uuid('Gi kampanjens id (36 tegn), eller utelat valget: da brukes den åpne kampanjen.')
    .optional(),
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
      const list = {
        fileName: basename(file),
        bytes: await readGivenFile(file, { mostBytes: importLimits.bytes }),
      };
      const report = await openApp(async (app) => {
        const campaigns = app.get(CampaignsService);
        const { id: campaignId } = await (campaign ? campaigns.get(campaign) : campaigns.getDefault());
        const imports = app.get(TipImports);
        if (dryRun) {
          const { counts, problems } = await imports.preview(campaignId, list);
          return { problems, summary: summary(counts, 'ville blitt tatt inn') };
        }
        const { counts, refusedRows, wasTakenBefore, importedAt } = await imports.take(
          campaignId,
          list,
          null,
          null,
        );
        const { date: day } = app.get<Calendar>(CALENDAR).toLocal(importedAt);
        const before = `Fila ble tatt inn ${day}. Ingenting er lagret på nytt.`;
        return { problems: refusedRows, summary: wasTakenBefore ? before : summary(counts, 'tatt inn') };
      });
      const lines = [...report.problems.map(problemLine), report.summary];
      process.stdout.write(`${lines.join('\n')}\n`);
    });
}

function summary({ rows, good, bad, repeated }: ImportCounts, verb: string): string {
  const counted = rows === 1 ? '1 rad' : `${rows} rader`;
  return `${counted}: ${good - repeated} ${verb}, ${repeated} fantes fra før, ${bad} avvist.`;
}

function problemLine({ row, header, message }: RowProblem): string {
  const isNamed = header === null || message.toLowerCase().startsWith(header.toLowerCase());
  return isNamed ? `Rad ${row}: ${message}` : `Rad ${row}, ${header}: ${message}`;
}
