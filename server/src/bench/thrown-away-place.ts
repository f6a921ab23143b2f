import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { forgetQueue } from '../platform/jobs/bullmq/forget-queue.js';
import { openRaw } from './new-tip/raw-connection.js';

export interface ThrownAwayPlace {
  readonly config: Config;
  /** Removes the database, what lies in Redis, and the folder. */
  remove(): Promise<void>;
}

/**
 * An empty database that is thrown away: a file of its own, or a database and a prefix of its own beside the configured
 * PostgreSQL and Redis.
 * @param purpose a word in the names of what is made, e.g. `bench`
 */
export async function makeThrownAwayPlace(configured: Config, purpose: string): Promise<ThrownAwayPlace> {
  const folder = await mkdtemp(join(tmpdir(), `savner-${purpose}-`));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  const own = { ...configured, dataDirectory: folder, secretKey: randomBytes(32).toString('hex') };
  const { database, jobs } = configured;
  if (database.kind === 'sqlite' || jobs.kind === 'embedded') {
    const file = join(folder, 'savner.sqlite');
    return { config: { ...own, database: { kind: 'sqlite', file } }, remove: removeFolder };
  }
  const name = `savner_${purpose}_${randomBytes(6).toString('hex')}`;
  try {
    await administer(database.url, `CREATE DATABASE ${name}`);
  } catch (error) {
    await removeFolder();
    throw error;
  }
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  return {
    config: { ...own, database: { ...database, url: url.href }, jobs: { ...jobs, prefix: name } },
    remove: async () => {
      await administer(database.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await forgetQueue(jobs.redisUrl, name);
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
