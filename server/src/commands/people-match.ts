import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { type FileFault, type MatchedFile, matchFile, shippedModel } from '../features/people/index.js';
import { AppError } from '../platform/errors.js';
import { crowdedLines } from './crowded-words.js';
import { assertGivenFile } from './given-file.js';
import { OutFile } from './out-file.js';
import { parseOptions } from './parse-options.js';

const options = z.object({
  out: z.string().min(1),
  clusters: z.string().min(1).optional(),
  explain: z.boolean().default(false),
  from: z
    .string()
    .default('0.95')
    .transform((text) => Number(text.replace(',', '.')))
    .pipe(
      z
        .number('Gi et tall mellom 0,9 og 0,999.')
        .min(0.9, 'Grensen kan ikke være under 0,9.')
        .max(0.999, 'Grensen kan ikke være over 0,999.'),
    ),
});

const mostFaultsShown = 20;

/** Matches a file by itself: the database is not opened. */
export function registerPeopleMatch(program: Command): void {
  program
    .command('match')
    .description('find duplicates and households in a CSV file of tips, without touching the database')
    .argument('<file>', 'CSV with the columns of the tips import, Norwegian or English headers')
    .requiredOption(
      '--out <file>',
      'where to write the pairs: tip_id_a;tip_id_b;probability;decision;explanation',
    )
    .option('--clusters <file>', 'where to write who is who: tip_id;person_id;household_id')
    .option('--explain', 'every field in the explanation, not only the three that weigh most')
    .option('--from <probability>', 'join without asking from this probability (0.9-0.999)')
    .action(async (file: string, given: unknown) => {
      const { out, clusters, explain, from } = parseOptions(options, given);
      const started = performance.now();
      await assertGivenFile(file);
      await assertApart([file, out, ...(clusters === undefined ? [] : [clusters])]);
      const pairFile = await OutFile.at(out);
      const files = [pairFile];
      const settings = {
        model: shippedModel,
        automaticFrom: from,
        explanation: explain ? 'full' : 'short',
      } as const;
      let matched: MatchedFile;
      try {
        const clusterFile = clusters === undefined ? null : await OutFile.at(clusters);
        if (clusterFile) files.push(clusterFile);
        matched = await matchFile({ path: file }, settings, {
          pairs: (piece) => pairFile.write(piece),
          ...(clusterFile === null ? {} : { clusters: (piece) => clusterFile.write(piece) }),
        });
      } catch (error) {
        for (const each of files) await each.discard();
        throw error;
      }
      for (const each of files) await each.keep();
      process.stderr.write(summary(matched, (performance.now() - started) / 1000));
    });
}

/** @throws AppError validation_failed for two names of one file, links followed */
async function assertApart(files: readonly string[]): Promise<void> {
  const real = await Promise.all(files.map((file) => realpath(file).catch(() => resolve(file))));
  if (new Set(real).size < files.length)
    throw new AppError('validation_failed', 'Lista, --out og --clusters må være tre forskjellige filer.');
}

function summary(
  { tips, persons, households, automatic, review, ...read }: MatchedFile,
  seconds: number,
): string {
  const shown = read.faults
    .slice(0, mostFaultsShown)
    .map(({ row, problem }) => `  rad ${row}: ${problemTexts[problem]}`);
  const more = read.faultCount - shown.length;
  return [
    `${tips} tips om ${persons} personer i ${households} husstander, på ${seconds.toFixed(1).replace('.', ',')} s.`,
    `${automatic} par slått sammen uten spørsmål, ${review} par bør et menneske se på.`,
    ...crowdedLines(read.crowded),
    ...(read.blankRows > 0 ? [`${read.blankRows} tomme rader er hoppet over.`] : []),
    ...(read.faultCount > 0
      ? [`Merknader til ${read.faultCount === 1 ? '1 rad' : `${read.faultCount} rader`}:`, ...shown]
      : []),
    ...(more > 0 ? [`  … og ${more} til`] : []),
    '',
  ].join('\n');
}

const problemTexts = {
  endless:
    'ikke med. Raden er altfor lang, eller et anførselstegn i den blir aldri lukket. Rett den; lesingen går videre fra neste linje.',
  not_text: 'ikke med. Det står tegn i raden som ikke er tekst. Skriv den inn på nytt.',
  width:
    'ikke med. Raden har ikke like mange felter som overskriften. Et skilletegn inne i en tekst? Slike tekster må stå i anførselstegn.',
  no_name: 'ikke med. Verken navn, telefon eller e-post.',
  no_id: 'ikke med. Tips-id mangler.',
  repeated_id: 'ikke med. Tips-id-en er brukt på en rad lenger oppe; bare den første er med.',
  other_encoding: 'med, men skrevet i et annet tegnsett enn resten. Se etter at æ, ø og å er riktige.',
} as const satisfies Record<FileFault['problem'], string>;
