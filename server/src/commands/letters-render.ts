import { language } from '@savner/contract/common';
import { templateName } from '@savner/contract/postcards';
import type { Command } from 'commander';
import { z } from 'zod';
import { knownMunicipalities, Postcodes } from '../features/campaigns/index.js';
import {
  inventedLetters,
  openLetterTemplate,
  readLetterRows,
  renderLetters,
} from '../features/postcards/index.js';
import { inUtf8 } from '../platform/csv-text.js';
import { NorwegianCalendar } from '../platform/calendar.js';
import { AppError } from '../platform/errors.js';
import { readGivenFile } from './given-file.js';
import { outProblem } from './out-problem.js';
import { parseOptions } from './parse-options.js';

const options = z
  .object({
    letters: z.string().optional(),
    sample: z.coerce
      .number('Skriv hvor mange brev, for eksempel --sample 8.')
      .int()
      .min(1)
      .max(10_000)
      .optional(),
    template: templateName.default('velkommen-a4'),
    language: language.default('nb'),
    region: z.string().min(1).default('Fjellregionen'),
    url: z
      .url('Skriv adressen til nettstedet, for eksempel https://savner.example.no.')
      .default('https://savner.example.no'),
    date: z.iso.date('Skriv datoen som 2026-01-12.').optional(),
    out: z.string().min(1),
    title: z.string().trim().min(1).default('Velkomstbrev'),
  })
  .refine((given) => (given.letters === undefined) !== (given.sample === undefined), {
    path: ['letters'],
    message: 'Gi enten en tabell (--letters FIL) eller et antall oppdiktede brev (--sample N).',
  });

const mostBytes = 20 * 1024 * 1024;

/** `letters render`: needs neither database nor configuration. */
export function registerLettersRender(program: Command): void {
  program
    .command('render')
    .description('make letters to print from a table, or invented ones; needs no database')
    .option(
      '--letters <file>',
      'CSV: names;street;postcode;place;country;municipality;mayor;host;host_phone;host_email;wishes;own_words;language',
    )
    .option('--sample <number>', 'that many invented letters')
    .option('--template <name>', 'folder of templates/letters', 'velkommen-a4')
    .option('--language <language>', 'nb or nn, for rows that do not say', 'nb')
    .option('--region <name>', 'as it stands in the letter', 'Fjellregionen')
    .option('--url <address>', 'the site with the privacy notice', 'https://savner.example.no')
    .option('--date <date>', 'the letters’ date, as 2026-01-12; today when left out')
    .option('--title <title>', 'as it stands in the file’s information', 'Velkomstbrev')
    .requiredOption('--out <file>', 'the PDF to write')
    .action(async (given: unknown) => {
      const { letters, sample, url, template: name, ...wanted } = parseOptions(options, given);
      const template = openLetterTemplate(name);
      const rows =
        letters === undefined
          ? invented(sample ?? 1, { sample: template.sample, language: wanted.language })
          : await tableOf(letters);
      const startedAt = performance.now();
      const report = await renderLetters(
        {
          ...wanted,
          template,
          rows,
          publicUrl: url.replace(/\/+$/, ''),
          date: wanted.date ?? new NorwegianCalendar().toLocal(new Date()).date,
        },
        { postcodes: new Postcodes() },
      ).catch((error: unknown) => {
        throw outProblem(error, wanted.out) ?? error;
      });
      for (const { row, remedy } of report.problems) process.stderr.write(`Rad ${row}: ${remedy}\n`);
      if (report.letters === 0)
        throw new AppError('validation_failed', 'Ingen brev ble laget. Rett radene, og prøv igjen.');
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      process.stdout.write(
        `${report.letters} brev, ${report.pages} ${report.pages === 1 ? 'side' : 'sider'}, ${report.bytes} byte, ${seconds} s: ${wanted.out}\n`,
      );
    });
}

function invented(count: number, like: Parameters<typeof inventedLetters>[2]) {
  const numbers = knownMunicipalities.map(({ number }) => number);
  const letters = inventedLetters(count, numbers, like);
  return { count, at: (index: number) => ({ row: index + 1, letter: letters.at(index) }) };
}

async function tableOf(file: string) {
  const text = inUtf8(await readGivenFile(file, { mostBytes }));
  if (text === null)
    throw new AppError(
      'validation_failed',
      `${file} er ikke tekst i UTF-8. Lagre tabellen som «CSV UTF-8 (semikolondelt)» i regnearket.`,
    );
  const given = readLetterRows(text);
  return {
    count: given.length,
    at: (index: number) => {
      const row = given[index];
      if (row === undefined) throw new RangeError(`The table has ${given.length} letters`);
      return row;
    },
  };
}
