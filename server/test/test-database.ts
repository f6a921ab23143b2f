import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { type Config, readConfig } from '../src/config/config.js';

export const testMode: 'sqlite' | 'postgres' =
  process.env['TEST_MODE'] === 'postgres' ? 'postgres' : 'sqlite';

const postgresUrl = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const redisUrl = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379/0';

export interface TestPlace {
  readonly config: Config;
  /** Removes the database and the folder. */
  remove(): Promise<void>;
}

/** A fresh data folder and an empty database of the mode under test, for one spec file. */
export async function makeTestPlace(mode = testMode): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'savner-test-'));
  const base = {
    SAVNER_MODE: 'test',
    PORT: '0',
    PUBLIC_URL: 'https://savner.example.no',
    DATA_DIR: folder,
    SECRET_KEY: 'only-for-tests-only-for-tests-only-for-tests',
    LOG_LEVEL: 'silent',
  };
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  if (mode === 'sqlite') {
    return { config: readConfig(base), remove: async () => removeFolder() };
  }
  const name = `savner_test_${randomBytes(6).toString('hex')}`;
  await administer(`CREATE DATABASE ${name}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  const config = readConfig({ ...base, DATABASE_URL: url.href, REDIS_URL: redisUrl });
  return {
    config: { ...config, jobs: { kind: 'bullmq', redisUrl, prefix: name } },
    remove: async () => {
      await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await forgetQueue(name);
      removeFolder();
    },
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

async function forgetQueue(prefix: string): Promise<void> {
  const redis = new Redis(redisUrl);
  const keys = await redis.keys(`${prefix}:*`);
  if (keys.length > 0) await redis.del(...keys);
  await redis.quit();
}
