import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openTestDatabase } from '../../../test/open-test-database.js';
import { readConfig } from '../../config/config.js';
import { keepPrivate } from './private-file.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-private-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const modeOf = (path: string) => statSync(path).mode & 0o777;

it('a new database, its companions and its folder are for their owner alone', async () => {
  const inside = join(folder, 'data');
  const file = join(inside, 'savner.sqlite');
  const { database, close } = await openTestDatabase(readConfig({ DATA_DIR: inside }), {
    migrations: [],
    entities: [],
  });
  try {
    await database.transaction(async () => {
      await database.writer.query('CREATE TABLE invented (id integer)');
    });
    expect([inside, file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual([0o700, 0o600, 0o600, 0o600]);
  } finally {
    await close();
  }
});

it('a database that is there already is closed to strangers, and keeps its group', () => {
  const file = join(folder, 'savner.sqlite');
  writeFileSync(file, '');
  chmodSync(file, 0o664);
  keepPrivate(file);
  expect(modeOf(file)).toBe(0o660);
});
