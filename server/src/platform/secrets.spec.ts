import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readConfig } from '../config/config.js';
import { Secrets } from './secrets.js';

const config = readConfig({
  DATA_DIR: tmpdir(),
  SECRET_KEY: 'a root secret of the tests, long enough to be one',
});
const secretsWith = (secretKey: string) => new Secrets({ ...config, secretKey });
const secrets = new Secrets(config);

const numbers = fc.array(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), { maxLength: 50 });

describe('numbers hidden under a key', () => {
  it('are the same for the same number, whatever stands around it', () => {
    fc.assert(
      fc.property(numbers, (some) => {
        const hidden = secrets.keyedNumbers('a purpose', some);
        expect(hidden).toEqual(some.flatMap((number) => secrets.keyedNumbers('a purpose', [number])));
      }),
    );
  });

  it('are never the same for two numbers', () => {
    const some = [0, 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 2 ** 52, 2 ** 53 - 1];
    expect(new Set(secrets.keyedNumbers('a purpose', some)).size).toBe(some.length);
  });

  it('are texts of 21 letters that tell nothing of the number', () => {
    const [one = '', next = ''] = secrets.keyedNumbers('a purpose', [1000, 1001]);
    expect(one).toMatch(/^[\w-]{21}$/);
    const alike = [...one].filter((letter, index) => letter === next[index]);
    expect(alike.length).toBeLessThan(6);
  });

  it('never meet under another purpose or another root secret', () => {
    const [own] = secrets.keyedNumbers('a purpose', [7]);
    expect(secrets.keyedNumbers('another purpose', [7])).not.toContain(own);
    const others = secretsWith('another root secret of the tests, as long as that');
    expect(others.keyedNumbers('a purpose', [7])).not.toContain(own);
  });
});

describe('a token', () => {
  it('is new every time, and stored as something it cannot be made from', () => {
    const [one, other] = [secrets.newToken(), secrets.newToken()];
    expect(one).toMatch(/^[\w-]{43}$/);
    expect(other).not.toBe(one);
    expect(secrets.tokenHash(one)).not.toContain(one);
    expect(secrets.tokenHash(one)).toBe(secrets.tokenHash(one));
  });
});
