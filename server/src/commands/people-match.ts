import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { type MatchedFile, matchFile } from '../features/people/index.js';
import { AppError } from '../platform/errors.js';
import { readGivenFile } from './given-file.js';
import { parseOptions } from './parse-options.js';

const options = z.object({
  out: z.string().min(1),
  clusters: z.string().min(1).optional(),
  explain: z.boolean().default(false),
  from: z.coerce
    .number('Gi et tall mellom 0.9 og 0.999.')
    .min(0.9, 'Grensen kan ikke være under 0.9.')
    .max(0.999, 'Grensen kan ikke være over 0.999.')
    .default(0.95),
});

const mostFaultsShown = 20;
const mostBytes = 100 * 1024 * 1024;

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
      const matched = await matchFile(await readGivenFile(file, { mostBytes }), {
        automaticFrom: from,
        explanation: explain ? 'full' : 'short',
      });
      await write(out, ['tip_id_a', 'tip_id_b', 'probability', 'decision', 'explanation'], pairRows(matched));
      if (clusters) await write(clusters, ['tip_id', 'person_id', 'household_id'], clusterRows(matched));
      process.stderr.write(summary(matched, (performance.now() - started) / 1000));
    });
}

function pairRows({ pairs }: MatchedFile): string[][] {
  return pairs.map(({ a, b, probability, decision, explanation }) => [
    a,
    b,
    probability.toFixed(4),
    decision,
    explanation,
  ]);
}

function clusterRows({ clusters }: MatchedFile): string[][] {
  return clusters.map(({ tipId, personId, householdId }) => [tipId, personId ?? '', householdId]);
}

function summary({ tipCount, pairs, clusters, faults }: MatchedFile, seconds: number): string {
  const automatic = pairs.filter(({ decision }) => decision === 'auto').length;
  const persons = new Set(clusters.map(({ personId }) => personId).filter((id) => id !== null)).size;
  const households = new Set(clusters.map(({ householdId }) => householdId)).size;
  const shown = faults.slice(0, mostFaultsShown).map(({ row, message }) => `  rad ${row}: ${message}`);
  const more = faults.length > shown.length ? [`  … og ${faults.length - shown.length} til`] : [];
  return [
    `${tipCount} tips om ${persons} personer i ${households} husstander, på ${seconds.toFixed(1).replace('.', ',')} s.`,
    `${automatic} par slått sammen uten spørsmål, ${pairs.length - automatic} par bør et menneske se på.`,
    ...(faults.length > 0
      ? [`${faults.length === 1 ? '1 rad' : `${faults.length} rader`} er ikke med:`, ...shown, ...more]
      : []),
    '',
  ].join('\n');
}

async function write(file: string, header: string[], rows: string[][]): Promise<void> {
  try {
    await writeFile(file, stringify([header, ...rows], { delimiter: ';', escape_formulas: true }));
  } catch {
    throw new AppError('not_found', `Kan ikke skrive til ${file}. Finnes mappa, og har du tilgang?`);
  }
}
