import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfig } from './config.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig({ DATA_DIR: folder, ...environment });
    return [];
  } catch (error) {
    return error instanceof ConfigurationError ? error.problems : [String(error)];
  }
}

describe('the configuration', () => {
  it('needs nothing: SQLite and a secret of its own in the data folder, readable by the owner alone', () => {
    const config = readConfig({ DATA_DIR: folder });
    expect(config.database).toEqual({ kind: 'sqlite', file: join(folder, 'savner.sqlite') });
    expect(config.jobs).toEqual({ kind: 'embedded' });
    expect(config.publicUrl).toBe('http://localhost:3000');
    const secretFile = join(folder, 'secret.key');
    expect(statSync(secretFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(secretFile, 'utf8').trim()).toBe(config.secretKey);
    expect(readConfig({ DATA_DIR: folder }).secretKey).toBe(config.secretKey);
  });

  it('lists every problem at once, each with the name of its key', () => {
    const problems = problemsOf({ PORT: 'three', LOG_LEVEL: 'chatty', PUBLIC_URL: 'not an address' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'PUBLIC_URL', 'LOG_LEVEL']);
  });

  it('wants PostgreSQL and Redis together or not at all', () => {
    expect(problemsOf({ DATABASE_URL: 'postgres://localhost/savner' })).toEqual([
      expect.stringContaining('REDIS_URL'),
    ]);
    expect(
      problemsOf({ DATABASE_URL: 'postgres://localhost/savner', REDIS_URL: 'redis://localhost' }),
    ).toEqual([]);
  });

  it('refuses to send sign-in cookies in the open', () => {
    expect(problemsOf({ PUBLIC_URL: 'http://savner.example.no' })).toEqual([
      expect.stringContaining('https://'),
    ]);
    expect(problemsOf({ PUBLIC_URL: 'https://savner.example.no' })).toEqual([]);
  });

  it('refuses a secret that is an example or too short', () => {
    expect(problemsOf({ SECRET_KEY: 'short' })).toEqual([expect.stringContaining('SECRET_KEY')]);
    expect(problemsOf({ SECRET_KEY: 'change-me-change-me-change-me-change-me' })).toEqual([
      expect.stringContaining('looks like an example'),
    ]);
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({ DATA_DIR: folder }))).toBe(true);
  });
});
