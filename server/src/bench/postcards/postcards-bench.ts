import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootDirectory } from '../../config/config.js';
import { asTable, benchJob, benchRows } from './bench-cards.js';
import { type Engine, type EngineFigures, engines, preparePicture } from './engines.js';
import { runMeasured } from './run-measured.js';

/** Sizes at which the others are measured as well; a hundred thousand cards take them minutes or all memory. */
const mostForOthers = 10_000;

/**
 * `npm run bench -- postcards [SIZE…] [--install]`: renders two-sided cards with QR codes as the command line does, and
 * the same cards by plain pdfkit and other engines, and prints seconds, cards per second, peak memory and bytes per card.
 */
export async function benchPostcards(
  sizes: readonly number[],
  seed: number,
  install: boolean,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'savner-bench-'));
  try {
    const others = await engines(folder, install);
    for (const size of sizes) await benchSize(size, seed, folder, others);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchSize(
  size: number,
  seed: number,
  folder: string,
  others: readonly Engine[],
): Promise<void> {
  const rows = benchRows(size, seed);
  const table = join(folder, 'cards.csv');
  await writeFile(table, asTable(rows));
  const ours = await runOurs(table, folder, size);
  print(size, 'Savner du noen', ours);
  if (size > mostForOthers) return;
  const job = join(folder, 'job.json');
  const picture = await preparePicture(ours.file, folder);
  await writeFile(job, JSON.stringify({ ...benchJob(rows, picture.file), ...picture.pixels }));
  let fastest = Infinity;
  for (const engine of others) {
    const out = join(folder, 'other.pdf');
    const run = await engine.run(job, out);
    const figures = { ...run, bytes: (await stat(out)).size };
    print(size, engine.name, figures, ours);
    if (engine.name !== plainName) fastest = Math.min(fastest, figures.busy);
  }
  if (Number.isFinite(fastest))
    say(
      `${size}: ${(fastest / ours.busy).toFixed(1)} times as fast as the fastest other engine, by processor time`,
    );
}

const plainName = 'pdfkit, plain';

interface Figures extends EngineFigures {
  readonly bytes: number;
}

async function runOurs(
  table: string,
  folder: string,
  size: number,
): Promise<Figures & { readonly file: string }> {
  const file = join(folder, 'ours.pdf');
  const program = join(rootDirectory, 'server', 'dist', 'bench', 'postcards', 'our-cards.js');
  const { output, kilobytes } = await runMeasured(program, [table, file]);
  const { cards, ...told } = JSON.parse(output) as EngineFigures & { readonly cards: number };
  if (cards !== size) throw new Error(`Only ${cards} of ${size} cards were printed`);
  return { ...told, kilobytes, bytes: (await stat(file)).size, file };
}

function print(size: number, name: string, figures: Figures, ours?: Figures): void {
  const memory = figures.kilobytes === null ? '–' : `${(figures.kilobytes / 1024).toFixed(0)} MB`;
  const rate = (size / figures.seconds).toFixed(0);
  const times = ours
    ? `   ours: ${(figures.seconds / ours.seconds).toFixed(1)} times as fast, ${(figures.busy / ours.busy).toFixed(1)} by processor`
    : '';
  const each = (figures.bytes / size).toFixed(0);
  say(
    `${String(size).padStart(7)}  ${name.padEnd(16)} ${figures.seconds.toFixed(2).padStart(8)} s (processor ${figures.busy.toFixed(2)}) ${rate.padStart(7)} cards/s ${memory.padStart(8)} ${each.padStart(7)} bytes/card${times}`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
