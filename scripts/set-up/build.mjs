import { existsSync, rmSync } from 'node:fs';
import { forgetNote, hashOf, readNote, sourceFiles, writeNote } from './fingerprint.mjs';
import { npm } from './install.mjs';
import { inRoot } from './paths.mjs';
import { runStep } from './processes.mjs';
import { Trouble, say, sinceText } from './say.mjs';

const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
const shared = ['package-lock.json', 'tsconfig.base.json'];

/** What can be built, in the order in which one needs the other. */
const parts = {
  contract: {
    says: 'kontrakten mellom klient og tjener',
    sources: ['contract'],
    results: ['contract/dist'],
    proof: 'contract/dist/endpoint.js',
    command: () => [process.execPath, [tsc, '-b', 'contract']],
  },
  server: {
    says: 'tjeneren',
    sources: ['server', 'contract'],
    results: ['server/dist'],
    proof: 'server/dist/main.js',
    command: () => [process.execPath, [tsc, '-b', 'server']],
  },
  client: {
    says: 'nettsidene',
    sources: ['client', 'contract', 'templates/texts'],
    results: ['client/dist'],
    proof: 'client/dist',
    command: () => npm(['run', 'build', '--silent', '--workspace', 'client']),
  },
};

export const allParts = Object.keys(parts);

/** Builds those of the named parts whose sources have changed since the last time. */
export async function build(names) {
  for (const name of allParts.filter((part) => names.includes(part))) await buildPart(name, parts[name]);
}

async function buildPart(name, part) {
  const files = sourceFiles([...part.sources, ...shared]);
  const hash = hashOf(files, process.versions.modules);
  const last = readNote(name);
  if (last?.hash === hash && existsSync(inRoot(part.proof))) return;

  const start = Date.now();
  say(`Bygger ${part.says}.`);
  forgetNote(name);
  // What was built from a file that is gone must not live on.
  if (last?.files?.some((file) => !files.includes(file))) {
    for (const result of part.results) rmSync(inRoot(result), { recursive: true, force: true });
  }
  let output = '';
  const code = await runStep(...part.command(), { quiet: true, onOutput: (chunk) => (output += chunk) });
  if (code !== 0 || !existsSync(inRoot(part.proof))) {
    process.stderr.write(output);
    throw new Trouble(
      `Klarte ikke å bygge ${part.says}; grunnen står over.`,
      'Har du endret kildekoden, rett feilen og prøv igjen. Ellers: hent en ren kopi av prosjektet.',
    );
  }
  writeNote(name, { hash, files });
  say(`Ferdig bygd: ${part.says} (${sinceText(start)}).`);
}
