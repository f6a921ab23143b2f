import type { Command } from 'commander';
import { z } from 'zod';
import type { DivisionPlan } from '@savner/contract/call-board';
import { DivisionsService } from '../features/calls/index.js';
import { CampaignsService, isKnownMunicipality } from '../features/campaigns/index.js';
import type { OpenApp } from './open-app.js';
import { parseOptions } from './parse-options.js';

const options = z.object({
  campaign: z.uuid('Gi kampanjens id, eller utelat valget for den åpne kampanjen.').optional(),
  municipality: z.string().refine(isKnownMunicipality, 'Ukjent kommunenummer. Tynset er for eksempel 3427.'),
  everything: z.boolean().default(false),
  apply: z.boolean().default(false),
});

/** Divides a municipality's list among its team; without `--apply` it only shows who would get what. */
export function registerCallsDivide(program: Command, openApp: OpenApp): void {
  program
    .command('divide')
    .description(
      'divide a municipality’s call list among its team; shows the plan, and applies it with --apply',
    )
    .requiredOption('--municipality <number>', 'four-digit number, for example 3427')
    .option('--campaign <id>', 'the campaign (else the open one)')
    .option('--everything', 'also divide what already stands on somebody’s list')
    .option('--apply', 'store the division')
    .action(async (given: unknown) => {
      const { campaign, municipality, everything, apply } = parseOptions(options, given);
      const text = await openApp(async (app) => {
        const campaigns = app.get(CampaignsService);
        const { id: campaignId } = campaign ? await campaigns.get(campaign) : await campaigns.getDefault();
        const divisions = app.get(DivisionsService);
        const place = { campaignId, municipality };
        const choice = {
          mayorsOwn: [],
          scope: everything ? ('everything' as const) : ('open_queue' as const),
        };
        const { plan } = await divisions.plan(place, choice);
        if (apply) await divisions.applyUnchecked(place, { ...choice, fingerprint: plan.fingerprint }, null);
        return `${describePlan(plan)}\n${apply ? 'Listen er delt.' : 'Ingenting er endret. Legg til --apply for å dele listen slik.'}\n`;
      });
      process.stdout.write(text);
    });
}

function describePlan(plan: DivisionPlan): string {
  const rows = plan.members.map((member) => {
    const off = member.keptOff > 0 ? `, holdt unna ${member.keptOff}` : '';
    return `  ${member.name}: ${member.before} → ${member.after} (kapasitet ${member.capacity}${off})`;
  });
  const left = plan.unassigned > 0 ? [`  Blir i den åpne køen: ${plan.unassigned}`] : [];
  return [`${plan.households} husstander fordeles:`, ...rows, ...left].join('\n');
}
