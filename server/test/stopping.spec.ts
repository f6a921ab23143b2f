import { existsSync, statSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { createHttpApp } from '../src/app.js';
import { makeTestPlace } from './test-database.js';

it('leaves everything in the one database file when it stops, for whoever copies it', async () => {
  const place = await makeTestPlace('sqlite');
  const app = await createHttpApp(place.config);
  const { database } = place.config;
  const file = database.kind === 'sqlite' ? database.file : '';
  expect(existsSync(`${file}-wal`)).toBe(true);
  await app.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
  expect(statSync(file).size).toBeGreaterThan(50_000);
  await place.remove();
});
