import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
  copyFileSync,
  existsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import config from '../../.dependency-cruiser.mjs';
import { cruise } from './cruise.mjs';
import { right, wrong } from './examples.mjs';

const house = fileURLToPath(new URL('../..', import.meta.url));
const isFile = (target) => target.includes('/src/') || target.startsWith('server/test/');

/** Builds a tiny house of wrong and right imports, and tells which rules failed to notice or noticed too much. */
export function proveRules() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'savner-arrows-')));
  try {
    buildHouse(root);
    const { violations } = cruise(root, ['contract', 'server', 'client', 'scripts']);
    return [...unproven(), ...missed(violations), ...overeager(violations)];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function unproven() {
  const proven = new Set(wrong.map((example) => example.rule));
  return config.forbidden
    .filter((rule) => !proven.has(rule.name))
    .map((rule) => `${rule.name}: has no wrong example in scripts/arrows/examples.mjs`);
}

function missed(violations) {
  return wrong
    .filter(({ rule, from }) => !violations.some((found) => found.rule === rule && found.from === from))
    .map(({ rule, from, to }) => `${rule}: did not notice ${from} → ${to ?? 'nothing'}`);
}

function overeager(violations) {
  const allowed = new Set(right.map((example) => example.from));
  return violations
    .filter(({ from, rule }) => allowed.has(from) && rule !== 'no-orphans')
    .map(({ rule, from, to }) => `${rule}: forbids ${from} → ${to}, which is allowed`);
}

function buildHouse(root) {
  const packages = [...wrong, ...right]
    .map(({ to }) => to)
    .filter((to) => to && !isFile(to) && !/^(node:|\.)/.test(to));
  for (const name of packages) {
    write(
      root,
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    write(root, `node_modules/${name}/index.js`, 'exports.thing = 1;\n');
  }
  const declared = packages.filter((name) => name !== 'undeclared' && name !== 'fast-check');
  const dependencies = Object.fromEntries(declared.map((name) => [name, '1.0.0']));
  write(
    root,
    'package.json',
    JSON.stringify({ name: 'house', dependencies, devDependencies: { 'fast-check': '1.0.0' } }),
  );
  for (const file of ['tsconfig.base.json', 'tsconfig.arrows.json']) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    copyFileSync(join(house, file), join(root, file));
  }
  for (const example of [...wrong, ...right]) write(root, example.from, importing(example));
  for (const { to } of [...wrong, ...right]) {
    if (to && isFile(to) && !existsSync(join(root, to))) write(root, to, 'export const thing = 1;\n');
  }
}

function importing({ from, to, typeOnly }) {
  if (!to) return 'export const alone = 1;\n';
  const specifier = isFile(to) ? relativeImport(from, to) : to;
  return typeOnly
    ? `import type { thing } from '${specifier}';\nexport type Thing = typeof thing;\n`
    : `import { thing } from '${specifier}';\nexport const used = thing;\n`;
}

function relativeImport(from, to) {
  const path = relative(dirname(from), to).replaceAll('\\', '/').replace(/\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

function write(root, path, text) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
