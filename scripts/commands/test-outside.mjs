import { spawnSync } from 'node:child_process';
import { allParts } from '../set-up/build.mjs';
import { runJest } from '../set-up/jest.mjs';
import { prepare } from '../set-up/prepare.mjs';
import { Trouble, say } from '../set-up/say.mjs';

const tools = [
  'qpdf',
  'fix-qdf',
  'pdfinfo',
  'pdffonts',
  'pdfimages',
  'pdftotext',
  'pdftoppm',
  'zbarimg',
  'gs',
  'mutool',
];

/** `npm run test:outside [-- path]`: print files judged by programs that are not ours. */
export async function main(parameters) {
  const missing = tools.filter((tool) => spawnSync(tool, ['-h']).error);
  if (missing.length > 0) {
    throw new Trouble(
      `Mangler ${missing.join(', ')}.`,
      'Installer dem: `apt-get install qpdf poppler-utils zbar-tools ghostscript mupdf-tools`.',
    );
  }
  await prepare(allParts);
  say('Lar andre programmer se på trykkfilene.');
  const outside = ['--selectProjects', 'server', '--testMatch', '**/server/test/outside/*.outside.ts'];
  return runJest([...parameters, ...outside], { TEST_MODE: 'sqlite' });
}
