import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './set-up/paths.mjs';

/**
 * Adds to package-lock.json the packages for other platforms that npm left out because the registry it asked did not
 * carry them. Without them `npm ci` refuses the lock file, and nobody on such a platform could install from it.
 * Run it after `npm install`; it changes nothing when nothing is missing.
 */
const file = inRoot('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['darwin', 'win32', 'android', 'freebsd', 'openharmony', 'linux'];
const processors = ['wasm32', 'arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64'];
const libraries = { gnu: 'glibc', musl: 'musl' };

const added = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name, version]) => /^\d/.test(version) && !isLocked(path, name))
    .map(([name, version]) => [`node_modules/${name}`, describe(name, version, entry)]),
);

for (const [path, entry] of added) lock.packages[path] = entry;
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} packages for other platforms were added to package-lock.json.`);

function isLocked(path, name) {
  const nested = `${path}/node_modules/${name}`;
  return nested in lock.packages || `node_modules/${name}` in lock.packages;
}

/** As npm writes it, except for the checksum, which only a registry that has the package can tell. */
function describe(name, version, parent) {
  const words = name.split(/[-/]/);
  const system = systems.find((word) => words.includes(word));
  const processor = processors.find((word) => words.includes(word));
  const library = Object.keys(libraries).find((word) => words.includes(word));
  return {
    version,
    ...(processor ? { cpu: [processor] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    ...(library ? { libc: [libraries[library]] } : {}),
    optional: true,
    ...(system ? { os: [system] } : {}),
  };
}
