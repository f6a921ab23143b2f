import { type ChildProcess, spawn } from 'node:child_process';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/config.js';
import { type NightTime, timeToAddress } from './night-time.js';

const patienceMs = 60_000;
const stopPatienceMs = 20_000;
const keptOutput = 20_000;
/** Of a start; the one-time link has come before. */
const lastWords = 'Stopp med Ctrl-C.\n\n';

interface Program {
  readonly name: 'main.js' | 'worker.js';
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
  /** Whether it has told all that it tells at a start. */
  readonly hasSpoken: () => boolean;
}

/** The built server as a child of ours, on loopback, in a time of its own; with its worker where jobs go by Redis. */
export class ServerLife {
  readonly origin: string;
  #programs: readonly Program[] = [];
  #output = '';

  private constructor(
    private readonly config: Config,
    private readonly port: number,
    /** Called when a program ends that nobody ended. */
    private readonly onLost: (error: Error) => void,
  ) {
    this.origin = `http://127.0.0.1:${port}`;
  }

  static async prepare(config: Config, onLost: (error: Error) => void): Promise<ServerLife> {
    return new ServerLife(config, await freePort(), onLost);
  }

  /** The end of what the programs have written. */
  get output(): string {
    return this.#output;
  }

  /** The one-time link of the first start. */
  get adminToken(): string {
    return /^ +http\S+#(\S+)$/m.exec(this.#output)?.[1] ?? '';
  }

  /** Starts it, and waits until it is ready. */
  async open(time: NightTime): Promise<void> {
    const server = this.#start('main.js', time);
    this.#programs = [server];
    await this.#isReady(server);
    if (this.config.jobs.kind === 'bullmq') this.#programs = [server, this.#start('worker.js', time)];
  }

  /** Ends the server, and now and then its worker, without a word of warning. */
  async kill(who: 'server' | 'everybody'): Promise<void> {
    const killed = this.#programs.filter(({ name }) => who === 'everybody' || name === 'main.js');
    this.#programs = this.#programs.filter((program) => !killed.includes(program));
    for (const { child } of killed) child.kill('SIGKILL');
    await Promise.all(killed.map(({ ended }) => ended));
  }

  /** Starts what is not there. */
  async revive(time: NightTime): Promise<void> {
    const server = this.#start('main.js', time);
    this.#programs = [server, ...this.#programs];
    const needsWorker = this.config.jobs.kind === 'bullmq' && this.#programs.length === 1;
    if (needsWorker) this.#programs = [server, this.#start('worker.js', time)];
    await this.#isReady(server);
  }

  /** Asks all to stop, and kills who does not. */
  async close(): Promise<void> {
    const programs = this.#programs;
    this.#programs = [];
    await Promise.all(programs.map(stop));
  }

  #start(name: Program['name'], time: NightTime): Program {
    const clock = timeToAddress(time, new URL('./fast-clock.js', import.meta.url));
    const program = fileURLToPath(new URL(`../${name}`, import.meta.url));
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', clock.href, program], {
      env: this.#settings(),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C reaches us alone, and we end it in our own time.
      detached: true,
    });
    let hasSpoken = false;
    const keep = (chunk: Buffer) => {
      this.#output = `${this.#output}${chunk.toString('utf8')}`.slice(-keptOutput);
      hasSpoken ||= this.#output.endsWith(lastWords);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const ended = new Promise<void>((done) => {
      child.once('exit', (code, signal) => {
        done();
        const isOurs = !this.#programs.some((each) => each.child === child);
        if (!isOurs) this.onLost(new Error(`${name} ended by itself (${signal ?? code}):\n${this.#output}`));
      });
    });
    return { name, child, ended, hasSpoken: () => hasSpoken };
  }

  #settings(): Record<string, string> {
    const { database, jobs, dataDirectory, secretKey } = this.config;
    return {
      SAVNER_MODE: 'live',
      HOST: '127.0.0.1',
      PORT: String(this.port),
      PUBLIC_URL: this.origin,
      DATA_DIR: dataDirectory,
      SECRET_KEY: secretKey,
      // Every caller has an address of her own, as behind a proxy.
      TRUST_PROXY: 'true',
      LOG_LEVEL: 'warn',
      ...(database.kind === 'postgres' ? { DATABASE_URL: database.url } : {}),
      ...(jobs.kind === 'bullmq' ? { REDIS_URL: jobs.redisUrl, REDIS_PREFIX: jobs.prefix } : {}),
    };
  }

  async #isReady({ child, name, hasSpoken }: Program): Promise<void> {
    const end = Date.now() + patienceMs;
    while (Date.now() < end && child.exitCode === null && child.signalCode === null) {
      if (hasSpoken() && (await statusOf(`${this.origin}/api/ready`)) === 200) return;
      await pause(50);
    }
    throw new Error(`${name} did not start:\n${this.#output}`);
  }
}

async function stop({ child, ended }: Program): Promise<void> {
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs);
  await ended;
  clearTimeout(killer);
}

/** Null when nobody answers. */
function statusOf(address: string): Promise<number | null> {
  return new Promise((done) => {
    get(address, (answer) => {
      answer.resume();
      done(answer.statusCode ?? null);
    }).once('error', () => done(null));
  });
}

function freePort(): Promise<number> {
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
