import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from './configuration-error.js';

/** Characters of a root secret, whether it is given or kept. */
export const shortestSecret = 32;

/** Makes the data folder, for its owner alone, unless it is there, and tells why nothing can be stored in it. */
export function folderProblems(folder: string, databaseFile: string | null): string[] {
  const probe = join(folder, `.can-write-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(probe, '', { mode: 0o600 });
    rmSync(probe);
  } catch (error) {
    return [cannotWrite(folder, error)];
  }
  try {
    if (databaseFile !== null && existsSync(databaseFile)) accessSync(databaseFile, constants.R_OK | constants.W_OK);
    return [];
  } catch (error) {
    return [
      `DATA_DIR: cannot write to ${databaseFile} (${reasonOf(error)}). Make the user that runs the server its owner (chown).`,
    ];
  }
}

/**
 * The secret kept in the data folder; the first start makes it.
 * @throws ConfigurationError when it is lost or spoilt: another one would make what is stored under it worthless
 */
export function keptSecret(folder: string): string {
  const file = join(folder, 'secret.key');
  if (existsSync(file)) return readSecret(file);
  if (isInUse(folder)) throw new ConfigurationError([`SECRET_KEY: ${file} is gone. ${remedy}`]);
  const secret = randomBytes(48).toString('base64url');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new ConfigurationError([cannotWrite(folder, error)]);
  }
  return secret;
}

const remedy =
  'Put the copy back from your back-up, or set SECRET_KEY to the same secret. A new one would not fit the data: ' +
  'sign-ins, codes on posted cards and the list of those who asked never to be contacted.';

function readSecret(file: string): string {
  const secret = readText(file).trim();
  if (secret.length >= shortestSecret) return secret;
  const fault = secret === '' ? 'is empty' : `has fewer than ${shortestSecret} characters`;
  throw new ConfigurationError([
    `SECRET_KEY: ${file} ${fault}. ${remedy} Only if nothing was ever stored here, remove the file and start again.`,
  ]);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationError([
      `SECRET_KEY: cannot read ${file} (${reasonOf(error)}). Make the user that runs the server its owner (chown).`,
    ]);
  }
}

/** A database or print files lie here, so there has been a secret. */
function isInUse(folder: string): boolean {
  return ['savner.sqlite', 'print'].some((name) => existsSync(join(folder, name)));
}

function cannotWrite(folder: string, error: unknown): string {
  return `DATA_DIR: cannot write to ${folder} (${reasonOf(error)}). Choose a folder you may write to, or make the user that runs the server its owner (chown).`;
}

function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown reason';
}
