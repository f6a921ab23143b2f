import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { rootDirectory } from '../../config/config.js';
import type { PairFigures } from './cluster-figures.js';
import { baselines } from './baselines.js';
import { type JudgedList, writeList } from './list-files.js';
import { type MatchRun, runMatch } from './match-run.js';
import { generateTips, type GeneratedTip } from './tips-generator.js';

/**
 * `npm run bench -- matching [SIZE…] [--seed N]`: matches the sample and generated lists with the command line, and
 * prints how right it was, beside what a spreadsheet would find, with time, memory and pairs per second.
 */
export async function benchMatching(sizes: readonly number[], seed: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'savner-bench-'));
  try {
    print('tips-sample.csv', await runSample(folder));
    for (const size of sizes) {
      const file = join(folder, `tips-${size}.csv`);
      const list = await writeList(file, generateTips(size, seed));
      print(`${size} generated tips, seed ${seed}`, await runMatch(file, folder, list));
      await rm(file);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runSample(folder: string): Promise<MatchRun> {
  const file = join(rootDirectory, 'sample-data', 'tips-sample.csv');
  const tips: Row[] = parse(await readFile(file), { columns: true, delimiter: ';' });
  const truth: Row[] = parse(await readFile(join(rootDirectory, 'sample-data', 'tips-sample-truth.csv')), {
    columns: true,
    delimiter: ';',
  });
  return runMatch(file, folder, judgedSample(tips, truth));
}

type Row = Readonly<Record<string, string>>;

/** Rows that ought not to be taken in are left out of the count. */
function judgedSample(tips: readonly Row[], truth: readonly Row[]): JudgedList {
  const truthOf = new Map(
    truth.filter(({ expect }) => expect === 'ok').map((row) => [row['tip_id'] ?? '', row]),
  );
  const counted = tips.filter((row) => truthOf.has(row['tip_id'] ?? ''));
  return {
    ids: counted.map((row) => row['tip_id'] ?? ''),
    truth: counted.map((row) => {
      const { person_id: persons = '', household_id: household = '' } =
        truthOf.get(row['tip_id'] ?? '') ?? {};
      return { persons: persons.split('+').filter((id) => id !== ''), household };
    }),
    baselineGroups: baselines.map(({ groupOf }) =>
      counted.map((row) => groupOf(row as GeneratedTip['values'])),
    ),
  };
}

function print(title: string, run: MatchRun): void {
  const pairsPerSecond = Math.round(run.pairs / run.seconds);
  const memory = run.megabytes === null ? '' : `, ${Math.round(run.megabytes)} MB`;
  const lines = [
    '',
    `${title}: ${run.seconds.toFixed(1)} s${memory}, ${pairsPerSecond} pairs per second, ${run.reviewPerTip.toFixed(3)} review pairs a tip`,
    line('automatic pairs', run.automatic),
    line('automatic + review pairs', run.automaticAndReview),
    line('persons, final clusters', run.persons),
    line('households, final clusters', run.households),
    ...run.baselines.flatMap(({ name, persons, households }) => [
      line(`baseline persons: ${name}`, persons),
      line(`baseline households: ${name}`, households),
      `  ratio to ${name}: persons F1 × ${ratio(run.persons, persons)}, households F1 × ${ratio(run.households, households)}`,
    ]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function line(name: string, { precision, recall, f1 }: PairFigures): string {
  return `  ${name.padEnd(64)} precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}`;
}

function ratio(own: PairFigures, base: PairFigures): string {
  return base.f1 === 0 ? '∞' : (own.f1 / base.f1).toFixed(2);
}
