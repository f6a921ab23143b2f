import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rootDirectory } from '../../config/config.js';
import { runMeasured, runProgram } from './run-measured.js';

export interface Engine {
  readonly name: string;
  /** @param job file of a bench job */
  readonly run: (job: string, out: string) => Promise<EngineFigures>;
}

/** Without starting up and reading the job. */
export interface EngineFigures {
  readonly seconds: number;
  /** Seconds the processors worked, which other work on the machine disturbs less. */
  readonly busy: number;
  /** The largest the process became; null where the system does not tell. */
  readonly kilobytes: number | null;
}

const scripts = join(rootDirectory, 'scripts', 'bench');
const python = '/usr/bin/python3';
const packages = [
  'poppler-utils',
  'python3-reportlab',
  'python3-cairo',
  'python3-segno',
  'fonts-liberation2',
  'fonts-dejavu-core',
];
const typst = '@myriaddreamin/typst-ts-node-compiler@0.7.0';

/** The engines that are there, after putting the missing ones in place when that was asked for. */
export async function engines(folder: string, install: boolean): Promise<Engine[]> {
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  if (install) {
    await runProgram('apt-get', ['install', '-yq', '--no-install-recommends', ...packages]);
    await runProgram('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', typst]);
  }
  const found: Engine[] = [{ name: 'pdfkit, plain', run: runPlain }];
  for (const { name, has, run } of others(folder)) {
    const isThere = await has().then(
      () => true,
      () => false,
    );
    if (isThere) found.push({ name, run });
    else process.stdout.write(`${name} is not here; --install puts it in place\n`);
  }
  return found;
}

/** The picture side of our first card as a JPEG of 300 dpi: the others show it as a picture. */
export async function preparePicture(file: string, folder: string) {
  const stem = join(folder, 'picture');
  await runProgram('pdftoppm', ['-r', '300', '-f', '1', '-l', '1', '-singlefile', '-jpeg', file, stem]);
  const picture = `${stem}.jpg`;
  return { file: picture, pixels: pixelsOf(readFileSync(picture)) };
}

async function runPlain(job: string, out: string): Promise<EngineFigures> {
  const program = join(rootDirectory, 'server', 'dist', 'bench', 'postcards', 'plain-pdfkit.js');
  const { output, kilobytes } = await runMeasured(program, [job, out]);
  return { ...(JSON.parse(output) as EngineFigures), kilobytes };
}

function others(folder: string): (Engine & { readonly has: () => Promise<unknown> })[] {
  const byPython = (name: string, module: string, script: string) => ({
    name,
    has: () => runProgram(python, ['-c', `import ${module}`]),
    run: async (job: string, out: string) =>
      told(await runProgram(python, [join(scripts, script), job, out])),
  });
  const require = `require('node:module').createRequire('${folder}/')`;
  return [
    byPython('ReportLab', 'reportlab, segno', 'reportlab_cards.py'),
    byPython('cairo', 'cairo, segno', 'cairo_cards.py'),
    {
      name: 'Typst',
      has: () => runProgram(process.execPath, ['-e', `${require}('@myriaddreamin/typst-ts-node-compiler')`]),
      run: async (job, out) =>
        told(await runProgram(process.execPath, [join(scripts, 'typst-cards.mjs'), job, out, folder])),
    },
  ];
}

function told({ output }: { readonly output: string }): EngineFigures {
  return JSON.parse(output) as EngineFigures;
}

/** From the JPEG's frame header. */
function pixelsOf(jpeg: Buffer) {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xc2;
    if (isFrame) return { pictureWidth: jpeg.readUInt16BE(at + 7), pictureHeight: jpeg.readUInt16BE(at + 5) };
  }
  throw new Error('The picture has no frame header');
}
