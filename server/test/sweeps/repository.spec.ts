import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { environmentSchema, rootDirectory } from '../../src/config/config.js';

const text = (path: string) => readFileSync(join(rootDirectory, path), 'utf8');

const notOurs = /^(node_modules|dist|data|data-.*|coverage|screenshots|\.build|\.git)$/;

function filesUnder(folder: string): string[] {
  return readdirSync(join(rootDirectory, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (notOurs.test(entry.name)) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const ourFiles = filesUnder('');
const code = ourFiles.filter((file) => /\.(tsx?|mjs|cjs)$/.test(file));

const keys = Object.keys(environmentSchema.shape);

describe('the settings of an installation', () => {
  it('stand in .env.example, each with its explanation, and no others', () => {
    const lines = text('.env.example').split('\n');
    const explained = lines.flatMap((line, index) => {
      const key = /^#?([A-Z_]+)=/.exec(line)?.[1];
      return key && lines[index - 1]?.startsWith('# ') ? [key] : [];
    });
    expect(explained).toEqual(keys);
  });

  it('are all switched off in .env.example, so that a copy changes nothing', () => {
    const active = text('.env.example')
      .split('\n')
      .filter((line) => /^[A-Z_]+=/.test(line));
    expect(active).toEqual([]);
  });

  it('stand in the README, and no others', () => {
    const listed = [...text('README.md').matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((match) => match[1]);
    expect(listed).toEqual(keys);
  });
});

describe('the tree', () => {
  it('was read', () => {
    expect(code.length).toBeGreaterThan(60);
  });

  it('names its files in kebab-case, after what they hold', () => {
    const ill = code
      .map((file) => basename(file))
      .filter((name) => !/^\.?\d*-?[a-z0-9]+([-.][a-z0-9]+)*\.(tsx?|mjs|cjs)$/.test(name));
    expect(ill).toEqual([]);
  });

  it('has no drawers for odds and ends', () => {
    expect(code.filter((file) => /(^|\/)(utils?|helpers?|misc)\.(tsx?|mjs)$/.test(file))).toEqual([]);
  });

  it('keeps every text file readable everywhere: UTF-8 without a mark, lines that end in a newline', () => {
    const written = ourFiles.filter((file) => /\.(tsx?|mjs|md|json|css|html)$/.test(file));
    const ill = written.filter((file) => {
      const content = text(file);
      return content.startsWith('\uFEFF') || content.includes('\r') || content.includes('\uFFFD');
    });
    expect(ill).toEqual([]);
  });

  it('asks npm to run the install script of the database and of nothing else', () => {
    const { allowScripts } = JSON.parse(text('package.json')) as { allowScripts: Record<string, boolean> };
    const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
    expect(allowed).toEqual(['better-sqlite3']);
  });

  it('locks the packages of every platform, so that a clone installs anywhere', () => {
    const lock = JSON.parse(text('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const locked = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));
    const missing = Object.values(lock.packages)
      .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
      .filter((name) => !locked.has(name));
    expect(missing).toEqual([]);
  });
});
