import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { language } from '@savner/contract/common';
import { templateName } from '@savner/contract/postcards';
import type { Command } from 'commander';
import { z } from 'zod';
import { ConfigurationError } from '../config/config.js';
import { knownMunicipalities, Postcodes } from '../features/campaigns/index.js';
import {
  type CardRows,
  CardTemplates,
  inventedCards,
  readCardRows,
  renderCards,
  SheetTooSmall,
} from '../features/postcards/index.js';
import { AppError } from '../platform/errors.js';
import { keepMemorySmall } from '../platform/small-memory.js';
import { assertGivenFile } from './given-file.js';
import { outProblem } from './out-problem.js';
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
    title: z.string().trim().min(1).default('Savner du noen'),
    impose: z.enum(['a4', 'sra3'], 'Velg arket: --impose a4 eller --impose sra3.').optional(),
    flip: z
      .enum(['long-edge', 'short-edge'], 'Skriv --flip long-edge eller --flip short-edge.')
      .default('long-edge'),
    marks: z.boolean().default(false),
    archive: z.boolean().default(false),
    postcodes: z.string().optional(),
    split: z.coerce
      .number('Skriv hvor mange kort en fil skal ha, for eksempel --split 5000.')
      .int()
      .min(1)
      .optional(),
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
    .option('--title <title>', 'as it stands in the file’s information', 'Savner du noen')
    .option('--impose <paper>', 'as many cards as there is room for on sheets: a4 or sra3')
    .option('--flip <edge>', 'the edge the sheet is turned over: long-edge or short-edge', 'long-edge')
    .option('--marks', 'cut marks outside the bleed (sheets always have them)')
    .option('--archive', 'PDF/A-2b to keep, instead of PDF/X-4 to print')
    .option(
      '--postcodes <file>',
      'the post’s register of postcodes, so that no card goes to a service postcode',
    )
    .option('--split <number>', 'most cards in a file; makes FILE-1.pdf, FILE-2.pdf …')
    .requiredOption('--out <file>', 'the PDF to write')
    .action(async (given: unknown) => {
      const { cards, sample, url, impose, flip, marks, archive, split, postcodes, ...wanted } = parseOptions(
        options,
        given,
      );
      keepMemorySmall();
      const rows = cards === undefined ? invented(sample ?? 1) : await readTable(cards);
      const startedAt = performance.now();
      const report = await renderCards(
        {
          ...wanted,
          rows,
          publicUrl: url.replace(/\/+$/, ''),
          createdAt: new Date(),
          standard: archive ? 'pdfa-2b' : 'pdfx-4',
          imposition: impose ? { paper: impose, flip } : null,
          marks: marks ? 'marks' : 'no-marks',
          split: split ?? null,
        },
        { templates: new CardTemplates(), postcodes: await openPostcodes(postcodes) },
      ).catch((error: unknown) => {
        throw refusal(error, wanted.out) ?? error;
      });
      for (const { row, remedy } of report.problems) process.stderr.write(`Kort ${row}: ${remedy}\n`);
      if (report.cards === 0)
        throw new AppError(
          'validation_failed',
          'Tabellen har ingen rader som kan bli kort, så det er ikke laget noen fil.',
        );
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      process.stdout.write(
        `${report.cards} kort, ${report.bytes} byte, ${seconds} s: ${report.files.join(', ')}\n`,
      );
    });
}

async function readTable(file: string): Promise<CardRows> {
  await assertGivenFile(file);
  const { size } = await stat(file);
  if (size <= mostBytes) return readCardRows(createReadStream(file));
  throw new AppError('too_large', `${file} er for stor: høyst 100 MB. Del den i flere filer.`);
}

async function openPostcodes(file: string | undefined): Promise<Postcodes> {
  if (file === undefined) return new Postcodes();
  await assertGivenFile(file);
  try {
    return new Postcodes(file);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new AppError(
      'validation_failed',
      `--postcodes: ${file} er ikke Postens register. Det har fem kolonner med tabulator mellom, og B, F, G, P eller S i den siste. Last det ned på nytt.`,
    );
  }
}

function invented(count: number) {
  return inventedCards(
    count,
    knownMunicipalities.map(({ number }) => number),
  );
}

/** Why the file cannot be made; null for errors that have nothing to do with it. */
function refusal(error: unknown, out: string): AppError | null {
  if (!(error instanceof SheetTooSmall)) return outProblem(error, out);
  return new AppError(
    'validation_failed',
    '--impose: Kortet har ikke plass på arket. Velg et større ark: sra3.',
  );
}
