import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { CampaignsService } from '../features/campaigns/index.js';
import { estimateFiles, type Estimate, ModelEstimation, modelFileText } from '../features/people/index.js';
import { NorwegianCalendar } from '../platform/calendar.js';
import { AppError } from '../platform/errors.js';
import { assertGivenFile } from './given-file.js';
import { describeChange, describeWeights, sampleLines } from './model-words.js';
import type { OpenApp } from './open-app.js';
import { parseOptions } from './parse-options.js';

const options = z.object({
  out: z.string().min(1).optional(),
  seed: z.coerce.number('Gi et helt tall.').int('Gi et helt tall.').default(1),
  from: z.coerce
    .number('Gi et tall mellom 0.9 og 0.999.')
    .min(0.9, 'Grensen kan ikke være under 0.9.')
    .max(0.999, 'Grensen kan ikke være over 0.999.')
    .default(0.95),
});

/** Learns weights, and tells what they would change before anybody uses them. Nothing is stored but the file. */
export function registerPeopleEstimate(program: Command, openApp: OpenApp): void {
  program
    .command('estimate')
    .description(
      'learn the weights of matching from the open campaign’s tips and answers, or from lists of tips without touching the database; tells what would change, and changes nothing',
    )
    .argument('[files...]', 'CSV with the columns of the tips import; left out: the open campaign')
    .option('--out <file>', 'where to write the model, for «people use-model»')
    .option('--seed <number>', 'another seed picks other random pairs (1)')
    .option(
      '--from <probability>',
      'with files: join without asking from this probability (0.9-0.999); a campaign has its own',
    )
    .action(async (files: string[], given: unknown) => {
      const { out, seed, from } = parseOptions(options, given);
      const found =
        files.length > 0
          ? await fromFiles(files, seed, from)
          : await openApp(async (app) => {
              const campaign = await app.get(CampaignsService).getDefault();
              return app.get(ModelEstimation).estimate(campaign.id, seed);
            });
      if (out) await write(out, modelFileText(found.model, found.learntFrom));
      process.stdout.write(`${describe(found, out)}\n`);
    });
}

async function fromFiles(files: readonly string[], seed: number, automaticFrom: number): Promise<Estimate> {
  for (const file of files) await assertGivenFile(file);
  const day = new NorwegianCalendar().toLocal(new Date()).date;
  const found = estimateFiles(
    files.map((path) => ({ path })),
    { automaticFrom, seed, day },
  );
  if (found.faults > 0)
    process.stderr.write(
      `${found.faults === 1 ? '1 rad' : `${found.faults} rader`} er ikke med. «people match» sier hvilke.\n`,
    );
  return found;
}

function describe(
  { model, learntFrom, all, evidence, prior, change }: Estimate,
  out: string | undefined,
): string {
  const { tips, pairs, answers, randomPairs, seed } = learntFrom;
  const answered = answers === 1 ? '1 svar fra mennesker' : `${answers} svar fra mennesker`;
  return [
    `Lært av ${tips} tips: ${pairs} par som tas for samme person, ${answered}, og ${randomPairs} tilfeldige par (frø ${seed}).`,
    ...sampleLines(tips, all),
    'Jo færre par et nivå hviler på, jo nærmere blir det vekten som følger med.',
    '',
    describeWeights(evidence, prior),
    '',
    'Med disse vektene i stedet for dem som er i bruk:',
    describeChange(change),
    '',
    out
      ? `Modellen ${model.version} er skrevet til ${out}. Ingenting annet er endret. Ta den i bruk med: people use-model ${out}`
      : 'Ingenting er endret. Legg til --out MODELL.json for å ta vare på modellen.',
  ].join('\n');
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch {
    throw new AppError('not_found', `Kan ikke skrive til ${file}. Finnes mappa, og har du tilgang?`);
  }
}
