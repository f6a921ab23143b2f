import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runStep } from './processes.mjs';
import { Trouble, say, sinceText } from './say.mjs';

const mark = inRoot('node_modules', '.savner-installed');

/** Installs the locked packages unless exactly they are there already, compiled for this Node. */
export async function install() {
  const wanted = wantedMark();
  if (stands(wanted)) return;
  if (isInstalled()) {
    writeMark(wanted);
    return;
  }
  const start = Date.now();
  say(`Installerer pakkene (npm ci) for Node ${process.versions.node}.`);
  say('Databasen better-sqlite3 må kanskje kompileres; da tar dette halvannet til to minutter.');
  rmSync(mark, { force: true });
  const output = await npmCi(start);
  if (output.code !== 0) throw explain(output.text);
  if (!databaseLoads()) throw databaseTrouble();
  writeMark(wanted);
  say(`Pakkene er på plass (${sinceText(start)}).`);
}

/** Whether npm, and not we, has put the right packages there: then there is no need to do it again. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(inRoot('node_modules', '.package-lock.json'), 'utf8')).packages;
    const isThere = ([path, entry]) =>
      path === '' ||
      !path.includes('node_modules/') ||
      entry.optional ||
      (present[path]?.version === entry.version && existsSync(inRoot(path)));
    return Object.entries(wanted).every(isThere) && databaseLoads();
  } catch {
    return false;
  }
}

async function npmCi(start) {
  let text = '';
  const lifeSign = setInterval(() => say(`… installerer fortsatt (${sinceText(start)})`), 20_000);
  try {
    const code = await runStep(
      ...npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=warn']),
      {
        onOutput: (chunk) => (text = (text + chunk).slice(-16_000)),
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    return { code, text };
  } finally {
    clearInterval(lifeSign);
  }
}

/** The npm that runs us when there is one, so that one version does all of it. */
export function npm(parameters) {
  const path = process.env.npm_execpath;
  if (path && /\.[cm]?js$/.test(path) && existsSync(path)) return [process.execPath, [path, ...parameters]];
  return process.platform === 'win32' ? ['cmd', ['/c', 'npm', ...parameters]] : ['npm', parameters];
}

function explain(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    return new Trouble(
      'Pakkene kunne ikke hentes fra nettet.',
      'Sjekk at maskinen er på nett, og prøv igjen. Bak en proxy: `npm config set proxy http://…`.',
    );
  }
  if (/ENOSPC/.test(output))
    return new Trouble('Disken er full.', 'Rydd plass (omtrent 600 MB), og prøv igjen.');
  if (/gyp ERR/.test(output)) {
    return new Trouble(
      'Databasen better-sqlite3 lot seg ikke kompilere.',
      'Installer kompilatoren: `sudo apt-get install build-essential python3` (Debian, Ubuntu), ' +
        '`xcode-select --install` (macOS), og prøv igjen.',
      'Eller bruk Node 24 LTS, som det oftest finnes en ferdig utgave for.',
    );
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return new Trouble(
      'npm fikk ikke skrive.',
      'Sjekk at du eier mappen og npm-lageret: `npm config get cache`.',
    );
  }
  return new Trouble(
    'npm ci mislyktes; grunnen står over.',
    'Rett det som står der, og kjør kommandoen en gang til.',
  );
}

function databaseTrouble() {
  return new Trouble(
    'Pakkene ble installert, men databasen better-sqlite3 lar seg ikke laste.',
    'Fjern mappen node_modules, og prøv igjen med den Node-utgaven du skal bruke.',
    'Er `ignore-scripts` slått på i npm? Slå det av: `npm config delete ignore-scripts`.',
  );
}

function databaseLoads() {
  const code = "const D = require('better-sqlite3'); new D(':memory:').close();";
  return spawnSync(process.execPath, ['-e', code], { cwd: inRoot('server'), stdio: 'ignore' }).status === 0;
}

/** Tells one set of packages on one kind of machine from another. */
function wantedMark() {
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  return `${lock} abi${process.versions.modules} ${process.platform}-${process.arch}`;
}

/** Packages that lie in a workspace's own folder, as far as npm has put them there; the mark lies among all the others. */
function workspacePackages() {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  return Object.keys(packages).filter(
    (path) => /^(?!node_modules\/).*node_modules\//.test(path) && existsSync(inRoot(path)),
  );
}

function writeMark(wanted) {
  writeFileSync(mark, `${JSON.stringify({ wanted, beside: workspacePackages() })}\n`);
}

/** Whether these packages were put there, and those in the workspaces are there still. */
function stands(wanted) {
  try {
    const made = JSON.parse(readFileSync(mark, 'utf8'));
    return made.wanted === wanted && made.beside.every((path) => existsSync(inRoot(path)));
  } catch {
    return false;
  }
}
