import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { startTestApp } from '../../test/app-harness.js';
import { asNobody } from '../../test/as-nobody.js';
import { registerPeopleMatch } from './people-match.js';
import { registerPostcardsRender } from './postcards-render.js';
import { registerTipsImport } from './tips-import.js';
import { registerUserInvite } from './user-invite.js';

let folder = '';
let told = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-commands-'));
  told = '';
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      told += String(text);
      return true;
    });
  }
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const noApp = () => Promise.reject(new Error('The application is not needed here'));

async function run(...given: readonly string[]): Promise<void> {
  const program = new Command().exitOverride();
  registerPeopleMatch(program.command('people'));
  registerTipsImport(program.command('tips'), noApp);
  registerPostcardsRender(program.command('postcards'));
  await program.parseAsync(given, { from: 'user' });
}

describe('the file given to a command', () => {
  it.each([
    ['tips import', /for stor: høyst \d+ MB/, (file: string) => run('tips', 'import', file)],
    [
      'people match',
      /ikke en tekstfil/,
      (file: string) => run('people', 'match', file, '--out', join(folder, 'out.csv')),
    ],
  ])(
    'of %s is looked at before it is read: devices, folders and what is no list are refused',
    async (_, refusal, command) => {
      const large = join(folder, 'large.csv');
      writeFileSync(large, '');
      truncateSync(large, 101 * 1024 * 1024);
      await expect(command('/dev/zero')).rejects.toThrow(/ikke en vanlig fil/);
      await expect(command(folder)).rejects.toThrow(/ikke en vanlig fil/);
      await expect(command(large)).rejects.toThrow(refusal);
      await expect(command(join(folder, 'nowhere.csv'))).rejects.toThrow(/nowhere\.csv \(ENOENT\)/);
    },
  );
});

describe('the tables of people match', () => {
  it('hold nothing a spreadsheet would take for a formula', async () => {
    const tips = join(folder, 'tips.csv');
    const header = 'tip_id;municipality;first_names;last_name;place';
    const names = 'Cathrine;Brendryen;Hamar';
    writeFileSync(tips, `${header}\n=cmd|calc;3427;${names}\n@b;3427;${names}\n;3427;${names}\n`);
    const [pairs, clusters] = [join(folder, 'pairs.csv'), join(folder, 'clusters.csv')];
    await run('people', 'match', tips, '--out', pairs, '--clusters', clusters);
    expect(readFileSync(pairs, 'utf8')).toMatch(/^'=cmd\|calc;'@b;/m);
    expect(readFileSync(clusters, 'utf8')).toMatch(/^'=cmd\|calc;'=cmd\|calc;'=cmd\|calc$/m);
    expect(told).toContain('rad 4: ikke med. Tips-id mangler.');
  });
});

describe('the print file of postcards render', () => {
  const render = (out: string) => run('postcards', 'render', '--sample', '1', '--out', out);

  it('in a folder that is not there, or instead of a folder, is refused with what to do', async () => {
    await expect(render(join(folder, 'nowhere', 'cards.pdf'))).rejects.toThrow(/mappa finnes ikke\. Lag den/);
    mkdirSync(join(folder, 'cards.pdf'));
    await expect(render(join(folder, 'cards.pdf'))).rejects.toThrow(/det er en mappe\. Oppgi et filnavn/);
    writeFileSync(join(folder, 'file'), '');
    await expect(render(join(folder, 'file', 'cards.pdf'))).rejects.toThrow(/ikke en mappe/);
  });

  it('in a folder nobody may write in is refused with what to do', async () => {
    chmodSync(folder, 0o555);
    await asNobody(() =>
      expect(render(join(folder, 'cards.pdf'))).rejects.toThrow(/ikke lov til å skrive der/),
    );
  });
});

describe('a day that a command tells', () => {
  it('is the one on Norwegian calendars, also just after midnight', async () => {
    const server = await startTestApp();
    const program = new Command();
    registerUserInvite(program, (work) => work(server.app));
    server.clock.set('2026-02-03T23:30:00Z');
    try {
      await program.parseAsync(['invite', '--name', 'Kari Prøvestad', '--role', 'admin'], { from: 'user' });
    } finally {
      await server.close();
    }
    expect(told).toMatch(/til 2026-02-18\.\n/);
  });
});
