import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { asNobody } from '../../test/as-nobody.js';
import { ConfigurationError, readConfig } from './config.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

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

  it('lets installations that share a Redis keep apart by a prefix of their own', () => {
    const services = { DATABASE_URL: 'postgres://localhost/savner', REDIS_URL: 'redis://localhost' };
    const jobsOf = (more: Record<string, string>) =>
      readConfig({ DATA_DIR: folder, ...services, ...more }).jobs;
    expect(jobsOf({})).toMatchObject({ prefix: 'savner' });
    expect(jobsOf({ REDIS_PREFIX: 'savner_nord' })).toMatchObject({ prefix: 'savner_nord' });
    expect(problemsOf({ ...services, REDIS_PREFIX: 'a:b' })).toEqual([
      expect.stringContaining('REDIS_PREFIX'),
    ]);
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

  it('wants an address alone: a path, a question or a name before it would break every comparison of origins', () => {
    for (const url of [
      'https://savner.example.no/kampanje',
      'https://savner.example.no/?a=b',
      'https://a:b@c.no',
    ]) {
      expect(problemsOf({ PUBLIC_URL: url })).toEqual([expect.stringMatching(/^PUBLIC_URL: .* host name/)]);
    }
    expect(readConfig({ DATA_DIR: folder, PUBLIC_URL: 'https://Savner.example.no:443/' }).publicUrl).toBe(
      'https://savner.example.no',
    );
  });

  it('counts the proxies in front: none, one, or as many as are named', () => {
    const trusted = (text: string) => readConfig({ DATA_DIR: folder, TRUST_PROXY: text }).trustProxy;
    expect(['', 'false', 'true', '2'].map(trusted)).toEqual([0, 0, 1, 2]);
    expect(problemsOf({ TRUST_PROXY: 'yes' })).toEqual([expect.stringContaining('number of proxies')]);
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({ DATA_DIR: folder }))).toBe(true);
  });
});

describe('the data folder', () => {
  it('is made for its owner alone', () => {
    const inside = join(folder, 'data');
    readConfig({ DATA_DIR: inside });
    expect(statSync(inside).mode & 0o777).toBe(0o700);
  });

  it('whose secret is lost beside a database stops the start, and no other is made', () => {
    writeFileSync(join(folder, 'savner.sqlite'), '');
    const file = join(folder, 'secret.key');
    expect(problemsOf({})).toEqual([expect.stringMatching(/secret\.key is gone\. Put the copy back/)]);
    expect(() => statSync(file)).toThrow();
    expect(problemsOf({ SECRET_KEY: 'one-that-is-long-enough-one-that-is-long' })).toEqual([]);
  });

  it.each([
    ['', /secret\.key is empty.*SECRET_KEY/],
    ['\n', /secret\.key is empty/],
    ['short\n', /secret\.key has fewer than 32 characters/],
  ])('with %j as its secret stops the start', (text, message) => {
    writeFileSync(join(folder, 'savner.sqlite'), '');
    writeFileSync(join(folder, 'secret.key'), text);
    expect(problemsOf({})).toEqual([expect.stringMatching(message)]);
    expect(readFileSync(join(folder, 'secret.key'), 'utf8')).toBe(text);
  });

  it('that cannot be written in stops the start', async () => {
    const secret = { SECRET_KEY: 'one-that-is-long-enough-one-that-is-long' };
    chmodSync(folder, 0o555);
    expect(await asNobody(() => problemsOf(secret))).toEqual([
      expect.stringMatching(/^DATA_DIR: cannot write to .* \(EACCES\)\. Choose a folder/),
    ]);
  });
});
