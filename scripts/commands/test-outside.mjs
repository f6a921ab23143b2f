import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../set-up/paths.mjs';
import { prepare } from '../set-up/prepare.mjs';
import { Trouble, say } from '../set-up/say.mjs';

const cards = 24;
const site = 'https://savner.example.no';
const tools = ['qpdf', 'pdfinfo', 'pdffonts', 'pdftotext', 'pdftoppm', 'zbarimg'];

/**
 * `npm run test:outside [-- COUNTS]`: a print file made by the command line, judged by programs that are not ours.
 * Writes «passed failed» to COUNTS when it is given.
 */
export async function main([countsFile]) {
  const missing = tools.filter((tool) => spawnSync(tool, ['-h']).error);
  if (missing.length > 0) {
    throw new Trouble(
      `Mangler ${missing.join(', ')}.`,
      'Installer dem: `apt-get install qpdf poppler-utils zbar-tools`.',
    );
  }
  await prepare(['contract', 'server']);
  const folder = mkdtempSync(join(tmpdir(), 'savner-outside-'));
  try {
    const failed = judge(folder);
    const passed = checks.length * templates().length - failed;
    if (countsFile) writeFileSync(countsFile, `${passed} ${failed}\n`);
    say(`${passed} prøver gikk bra, ${failed} ikke.`);
    return failed === 0 && passed > 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge(folder) {
  let failed = 0;
  for (const template of templates()) {
    const file = join(folder, `${template}.pdf`);
    render(template, file, join(folder, 'data'));
    for (const [what, check] of checks) {
      const complaint = complaintOf(() => check(file));
      say(`${complaint ? 'FEIL' : 'ok'}  ${template}: ${what}${complaint ? `\n${complaint}` : ''}`);
      if (complaint) failed += 1;
    }
  }
  return failed;
}

/** Each check throws when something is wrong, or answers false. */
const checks = [
  ['qpdf finds nothing to remark on', (file) => tool('qpdf', '--check', file) !== ''],
  ['every card has a front and a back', (file) => pagesIn(file) === cards * 2],
  ['every page says where it is trimmed and where it bleeds', hasBoxes],
  ['every font is embedded', hasItsFonts],
  [
    'Norwegian and South Sámi letters are there',
    (file) => [/[æøå]/, /[ïöä]/].every((letters) => letters.test(textOf(file))),
  ],
  ["every QR code decodes to its own card's address, printed beside it", hasRightCodes],
];

function hasBoxes(file) {
  const told = tool('pdfinfo', '-box', '-l', String(pagesIn(file)), file);
  return ['TrimBox', 'BleedBox'].every((box) => told.match(new RegExp(box, 'g'))?.length === pagesIn(file));
}

function hasItsFonts(file) {
  const rows = tool('pdffonts', file).trim().split('\n').slice(2);
  return rows.length > 0 && rows.every((row) => /\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.test(row));
}

function hasRightCodes(file) {
  const pictures = mkdtempSync(`${file}-`);
  tool('pdftoppm', '-r', '300', '-gray', '-png', file, join(pictures, 'page'));
  const read = readdirSync(pictures)
    .sort()
    .map((name, index) => ({ page: index + 1, address: decode(join(pictures, name)) }))
    .filter(({ address }) => address !== '');
  const different = new Set(read.map(({ address }) => address));
  if (read.length !== cards || different.size !== cards) {
    throw new Error(`${read.length} codes were read, ${different.size} of them different; expected ${cards}`);
  }
  for (const { page, address } of read) {
    const code = address.slice(address.lastIndexOf('/') + 1);
    if (address.toLowerCase() !== `${site}/k/${code}`.toLowerCase())
      throw new Error(`page ${page} leads to ${address}`);
    const printed = tool('pdftotext', '-f', String(page), '-l', String(page), file, '-').replace(
      /[^\p{L}\p{N}]/gu,
      '',
    );
    if (!printed.toLowerCase().includes(code.toLowerCase()))
      throw new Error(`page ${page} does not print ${code}`);
  }
  return true;
}

function decode(picture) {
  const run = spawnSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', picture], {
    encoding: 'utf8',
  });
  return run.stdout.trim();
}

function render(template, file, data) {
  const parameters = [
    'postcards',
    'render',
    '--sample',
    String(cards),
    '--template',
    template,
    '--out',
    file,
  ];
  execFileSync(process.execPath, [inRoot('server', 'dist', 'cli.js'), ...parameters], {
    env: {
      ...process.env,
      SAVNER_MODE: 'test',
      DATA_DIR: data,
      PUBLIC_URL: site,
      DATABASE_URL: '',
      REDIS_URL: '',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function templates() {
  return readdirSync(inRoot('templates', 'postcards'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

const pagesIn = (file) => Number(/^Pages:\s+(\d+)/m.exec(tool('pdfinfo', file))?.[1]);
const textOf = (file) => tool('pdftotext', file, '-');

function tool(name, ...parameters) {
  return execFileSync(name, parameters, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function complaintOf(check) {
  try {
    return check() === false ? 'it is not so' : '';
  } catch (error) {
    return `${error.stdout ?? ''}${error.stderr ?? ''}${error.message}`;
  }
}
