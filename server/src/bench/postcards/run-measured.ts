import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { rootDirectory } from '../../config/config.js';

export interface Measured {
  readonly output: string;
  /** The largest the process became; null where the system does not tell. */
  readonly kilobytes: number | null;
  readonly wallSeconds: number;
}

/** Runs one of our built programs in a process of its own. @throws Error with what it said when it fails */
export async function runMeasured(program: string, parameters: readonly string[]): Promise<Measured> {
  const measured = join(rootDirectory, 'server', 'dist', 'bench', 'measured.js');
  const begun = performance.now();
  const { output, complaint } = await runProgram(process.execPath, [measured, program, ...parameters]);
  const told = /^most memory: (\d+) kB$/m.exec(complaint)?.[1];
  return {
    output,
    kilobytes: told === undefined ? null : Number(told),
    wallSeconds: (performance.now() - begun) / 1000,
  };
}

/** @throws Error with what it said when it fails */
export async function runProgram(
  program: string,
  parameters: readonly string[],
): Promise<{ readonly output: string; readonly complaint: string }> {
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, complaint] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}: ${complaint}`);
  return { output, complaint };
}
