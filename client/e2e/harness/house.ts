import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort, runProgram, startProgram } from './processes.js';

const isDistributed = process.env['TEST_MODE'] === 'postgres';
const postgresUrl = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const redisUrl = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';

/** A whole installation of its own, as a municipality would run it: built programs, real database, real port. */
export interface House {
  /** Where people go, for instance `http://localhost:43121`. */
  readonly origin: string;
  /** The one-time link that the first start prints. */
  readonly adminLink: string;
  /** Runs the command line on the same installation. @returns what it printed */
  cli(...parameters: string[]): Promise<string>;
  /** What the server and the worker have written so far. */
  log(): string;
  /** Sets the time everywhere in the house, e.g. `2026-02-10T17:05:00+01:00`; only in one that was opened `at` a time. */
  setTime(instant: string): Promise<void>;
  /** Stops what was started and removes its data. */
  close(): Promise<void>;
}

interface HouseOptions {
  /** The instant the house opens; from then on its clock runs at the ordinary pace. Without: the machine's time. */
  readonly at?: string;
}

/** SQLite in one process, or with TEST_MODE=postgres PostgreSQL, Redis and a worker of its own. */
export async function openHouse({ at }: HouseOptions = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'savner-journey-'));
  const port = await freePort();
  const database = isDistributed ? await makeDatabase() : undefined;
  const origin = `http://localhost:${port}`;
  const settings = {
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: origin,
    DATA_DIR: folder,
    SECRET_KEY: 'only-for-journeys-only-for-journeys-only',
    LOG_LEVEL: 'warn',
    ...database?.settings,
  };
  let clock = at === undefined ? {} : clockAt(at);
  const server = startProgram('main.js', [], { ...settings, ...clock });
  const programs = [server];
  const close = async () => {
    await Promise.all(programs.map((program) => program.stop()));
    await database?.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const adminLink = (await server.says(/^ +(http\S+#\S+)$/m))[1] ?? '';
    if (database) {
      const worker = startProgram('worker.js', [], { ...settings, ...clock });
      programs.push(worker);
      await worker.says(/i gang/);
    }
    return {
      origin,
      adminLink,
      cli: (...parameters) => runProgram('cli.js', parameters, { ...settings, ...clock }),
      setTime: async (instant) => {
        const set = clockAt(instant);
        clock = set;
        await Promise.all(programs.map((program) => program.shiftClock(Number(set.CLOCK_SHIFT))));
      },
      log: () => programs.map((program) => program.output()).join('\n'),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The setting for `set-clock.mjs`. */
function clockAt(instant: string): { readonly CLOCK_SHIFT: string } {
  return { CLOCK_SHIFT: String(Date.parse(instant) - Date.now()) };
}

async function makeDatabase() {
  const name = `savner_journey_${randomBytes(6).toString('hex')}`;
  await administer(`CREATE DATABASE ${name}`);
  const database = new URL(postgresUrl);
  database.pathname = `/${name}`;
  const redis = new URL(redisUrl);
  // Redis has sixteen numbered rooms; 0 is left to whoever lives there.
  redis.pathname = `/${randomInt(1, 16)}`;
  return {
    settings: { DATABASE_URL: database.href, REDIS_URL: redis.href },
    remove: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
