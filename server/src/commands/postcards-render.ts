import { language } from '@savner/contract/common';
import { templateName } from '@savner/contract/postcards';
import type { Command } from 'commander';
import { z } from 'zod';
import { knownMunicipalities, Postcodes } from '../features/campaigns/index.js';
import { CardTemplates, inventedCards, readCardRows, renderCards } from '../features/postcards/index.js';
import { AppError } from '../platform/errors.js';
import { systemError } from '../platform/system-error.js';
import { readGivenFile } from './given-file.js';
import { parseOptions } from './parse-options.js';

const options = z
  .object({
    cards: z.string().optional(),
    sample: z.coerce
      .number('Skriv hvor mange kort, for eksempel --sample 600.')
      .int()
      .min(1)
      .max(100_000)
      .optional(),
    template: templateName.default('fjell-a6'),
    language: language.default('nb'),
    region: z.string().min(1).default('Fjellregionen'),
    url: z
      .url('Skriv adressen kortene skal vise til, for eksempel https://savner.example.no.')
      .default('https://savner.example.no'),
    out: z.string().min(1),
  })
  .refine((given) => (given.cards === undefined) !== (given.sample === undefined), {
    path: ['cards'],
    message: 'Gi enten en tabell (--cards FIL) eller et antall oppdiktede kort (--sample N).',
  });

const mostBytes = 100 * 1024 * 1024;

/** `postcards render`: needs neither database nor configuration. */
export function registerPostcardsRender(program: Command): void {
  program
    .command('render')
    .description('make a print file from a table of cards, or of invented cards; needs no database')
    .option('--cards <file>', 'CSV: names;street;postcode;place;country;municipality;mayor;calling_from')
    .option('--sample <number>', 'that many invented cards')
    .option('--template <name>', 'folder of templates/postcards', 'fjell-a6')
    .option('--language <language>', 'nb or nn', 'nb')
    .option('--region <name>', 'as it stands on the card', 'Fjellregionen')
    .option('--url <address>', 'the site the cards point to', 'https://savner.example.no')
    .requiredOption('--out <file>', 'the PDF to write')
    .action(async (given: unknown) => {
      const { cards, sample, url, ...wanted } = parseOptions(options, given);
      const rows =
        cards === undefined
          ? invented(sample ?? 1)
          : readCardRows((await readGivenFile(cards, { mostBytes })).toString('utf8'));
      const startedAt = performance.now();
      const report = await renderCards(
        { ...wanted, rows, publicUrl: url.replace(/\/+$/, ''), createdAt: new Date() },
        { templates: new CardTemplates(), postcodes: new Postcodes() },
      ).catch((error: unknown) => {
        throw outProblem(error, wanted.out) ?? error;
      });
      for (const { row, remedy } of report.problems) process.stderr.write(`Kort ${row}: ${remedy}\n`);
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      process.stdout.write(`${report.cards} kort, ${report.bytes} byte, ${seconds} s: ${wanted.out}\n`);
    });
}

function invented(count: number) {
  return inventedCards(
    count,
    knownMunicipalities.map(({ number }) => number),
  );
}

/** Why the file cannot be made; null for errors that have nothing to do with it. */
function outProblem(error: unknown, out: string): AppError | null {
  const said = systemError(error);
  const reason = said ? outReasons[said.code] : undefined;
  if (!said || reason === undefined || (said.path !== null && !said.path.startsWith(out))) return null;
  return new AppError('validation_failed', `--out: Kan ikke lage ${out}: ${reason}`);
}

const noAccess = 'du har ikke lov til å skrive der. Velg en annen mappe, eller gi deg selv skriverett.';
const isFolder = 'det er en mappe. Oppgi et filnavn, for eksempel kort.pdf inne i den.';
const outReasons: Readonly<Record<string, string>> = {
  ENOENT: 'mappa finnes ikke. Lag den først, eller velg en annen.',
  ENOTDIR: 'det som står foran filnavnet, er ikke en mappe. Velg en annen plass.',
  EISDIR: isFolder,
  ERR_FS_EISDIR: isFolder,
  EACCES: noAccess,
  EPERM: noAccess,
  EROFS: noAccess,
  ENOSPC: 'disken er full. Rydd plass, og prøv igjen.',
};
