import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../../config/config.js';
import { openRaw } from './raw-connection.js';

export interface BenchPlace {
  readonly config: Config;
  /** Removes the database and the folder. */
  remove(): Promise<void>;
}

/** An empty database that is thrown away: a file of its own, or a database of its own beside the configured PostgreSQL one. */
export async function makeBenchPlace(): Promise<BenchPlace> {
  const configured = readConfig();
  const folder = await mkdtemp(join(tmpdir(), 'savner-bench-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  const own = { ...configured, dataDirectory: folder, secretKey: randomBytes(32).toString('hex') };
  const { database, jobs } = configured;
  if (database.kind === 'sqlite' || jobs.kind === 'embedded') {
    const file = join(folder, 'savner.sqlite');
    return { config: { ...own, database: { kind: 'sqlite', file } }, remove: removeFolder };
  }
  const name = `savner_bench_${randomBytes(6).toString('hex')}`;
  await administer(database.url, `CREATE DATABASE ${name}`);
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  return {
    config: { ...own, database: { ...database, url: url.href }, jobs: { ...jobs, prefix: name } },
    remove: async () => {
      await administer(database.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await removeFolder();
    },
  };
}

async function administer(url: string, sql: string): Promise<void> {
  const raw = await openRaw({ kind: 'postgres', url });
  try {
    await raw.run(sql);
  } finally {
    await raw.close();
  }
}
