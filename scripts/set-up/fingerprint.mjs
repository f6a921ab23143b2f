import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { notes, root } from './paths.mjs';

const neverSource = /(^|\/)(node_modules|dist|test|e2e)(\/|$)|\.spec\.tsx?$|\.tsbuildinfo$/;

/** Every source file under the given files and folders (from the root), sorted, without tests and what is built. */
export function sourceFiles(places) {
  return places.flatMap((place) => walk(join(root, place))).sort();
}

/** One hash over names and contents. */
export function hashOf(files, ...extra) {
  const hash = createHash('sha256');
  for (const text of extra) hash.update(`${text}\0`);
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** What was noted under this name; undefined when nothing readable is there. */
export function readNote(name) {
  try {
    return JSON.parse(readFileSync(join(notes, `${name}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}

export function writeNote(name, note) {
  mkdirSync(notes, { recursive: true });
  writeFileSync(join(notes, `${name}.json`), `${JSON.stringify(note)}\n`);
}

export function forgetNote(name) {
  rmSync(join(notes, `${name}.json`), { force: true });
}

function walk(path) {
  const name = relative(root, path).replaceAll('\\', '/');
  if (!existsSync(path) || neverSource.test(name)) return [];
  if (!statSync(path).isDirectory()) return [name];
  return readdirSync(path).flatMap((entry) => walk(join(path, entry)));
}
