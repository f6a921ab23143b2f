import type { Command } from 'commander';
import { z } from 'zod';
import { type Funnel, funnelSteps } from '@savner/contract/insight';
import { CampaignsService } from '../features/campaigns/index.js';
import { FiguresService } from '../features/insight/index.js';
import type { OpenApp } from './open-app.js';
import { parseOptions } from './parse-options.js';

const options = z.object({
  campaign: z.uuid('Gi kampanjens id, eller utelat valget for den åpne kampanjen.').optional(),
});

const words = ['Tips', 'Husst.', 'Inform.', 'Ringt', 'Nådd', 'Inter.', 'Vert', 'Flyttet'];

export function registerCampaignFigures(program: Command, openApp: OpenApp): void {
  program
    .command('figures')
    .description('the funnel from tip to moved, per municipality')
    .option('--campaign <id>', 'the campaign (else the open one)')
    .action(async (given: unknown) => {
      const { campaign } = parseOptions(options, given);
      const figures = await openApp(async (app) => {
        const { id } = campaign ? { id: campaign } : await app.get(CampaignsService).getDefault();
        return app.get(FiguresService).exact(id);
      });
      const rows = figures.municipalities.map(({ name, funnel }) => line(name, funnel));
      const table = [header(), ...rows, line('Hele regionen', figures.region)];
      process.stdout.write(`${table.join('\n')}\n`);
    });
}

function header(): string {
  return ['Kommune'.padEnd(16), ...words.map((word) => word.padStart(8))].join('');
}

function line(name: string, funnel: Funnel): string {
  const cells = funnelSteps.map((step) => String(funnel[step] ?? '<5').padStart(8));
  return [name.padEnd(16), ...cells].join('');
}
