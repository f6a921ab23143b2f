import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const patienceMs = 30_000;

export interface RunningProcess {
  /** All it has said so far, on both streams. */
  output(): string;
  /** Waits until it has said something that matches. @throws Error with the output when it ends or 30 seconds pass */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Moves its clock this many milliseconds from the machine's; only for one that was started with `CLOCK_SHIFT`. */
  shiftClock(milliseconds: number): Promise<void>;
  /** Asks it to stop, and waits until it has. @throws Error when it had to be killed */
  stop(): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

/** Starts one of the built programs of the server (`main.js`, `worker.js`, `cli.js`). */
export function startProgram(
  program: string,
  parameters: readonly string[],
  settings: Settings,
): RunningProcess {
  const child = launch(program, parameters, settings);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return {
    output: () => said,
    says: (pattern) =>
      waitFor(
        child,
        () => pattern.exec(said),
        () => `${program} never said ${pattern}:\n${said}`,
      ),
    shiftClock: (milliseconds) => shiftClock(child, milliseconds),
    stop: () => stop(child, () => `${program} did not stop by itself:\n${said}`),
  };
}

/** Runs one of the built programs to its end and gives its output. @throws Error with the output when it fails */
export async function runProgram(
  program: string,
  parameters: readonly string[],
  settings: Settings,
): Promise<string> {
  const child = launch(program, parameters, settings);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const code = await new Promise<number | null>((done) => {
    child.once('close', done);
  });
  if (code !== 0) throw new Error(`${program} ${parameters.join(' ')} ended with ${code}:\n${said}`);
  return said;
}

/** A port on this machine that nobody uses right now. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') failed(new Error('no port was given'));
        else found(address.port);
      });
    });
  });
}

/** With `CLOCK_SHIFT` among the settings the program gets the clock of `set-clock.mjs`, and a channel to set it. */
function launch(program: string, parameters: readonly string[], settings: Settings): ChildProcess {
  const isShifted = settings['CLOCK_SHIFT'] !== undefined;
  const clock = isShifted ? ['--import', pathToFileURL(resolve(here, 'set-clock.mjs')).href] : [];
  return spawn(process.execPath, [...clock, resolve(root, 'server/dist', program), ...parameters], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe', ...(isShifted ? (['ipc'] as const) : [])],
  });
}

async function shiftClock(child: ChildProcess, milliseconds: number): Promise<void> {
  const isSet = new Promise((done) => {
    child.once('message', done);
  });
  child.send(milliseconds);
  await isSet;
}

async function waitFor<Found>(
  child: ChildProcess,
  look: () => Found | null,
  explain: () => string,
): Promise<Found> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const found = look();
    if (found !== null) return found;
    if (hasEnded(child)) break;
    await pause(50);
  }
  throw new Error(explain());
}

async function stop(child: ChildProcess, explain: () => string): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((done) => {
    child.once('close', done);
  });
  child.kill('SIGTERM');
  const outcome = await Promise.race([
    ended.then(() => 'stopped' as const),
    pause(patienceMs, 'late' as const, { ref: false }),
  ]);
  if (outcome === 'stopped') return;
  child.kill('SIGKILL');
  throw new Error(explain());
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
