import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  readdirSync,
  lstatSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { startTestApp } from '../../test/app-harness.js';
import { asNobody } from '../../test/as-nobody.js';
import { registerLettersRender } from './letters-render.js';
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
  registerLettersRender(program.command('letters'));
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

describe('the files that people match writes', () => {
  const header = 'tip_id;municipality;first_names;last_name;place';
  const list = `${header}\na;3427;Cathrine;Brendryen;Hamar\nb;3427;Katrine;Brendryen;Hamar\n`;
  const match = (tips: string, out: string, clusters: string) =>
    run('people', 'match', tips, '--out', out, '--clusters', clusters);

  it('are whole or as they were, and leave nothing behind when the list cannot be used', async () => {
    const [tips, out, clusters] = ['tips.csv', 'pairs.csv', 'clusters.csv'].map((name) => join(folder, name));
    if (!tips || !out || !clusters) throw new Error('No names');
    writeFileSync(out, 'what was there before');
    writeFileSync(tips, 'no;such;columns\n1;2;3\n');
    await expect(match(tips, out, clusters)).rejects.toThrow();
    expect(readFileSync(out, 'utf8')).toBe('what was there before');
    expect(readdirSync(folder).sort()).toEqual(['pairs.csv', 'tips.csv']);
    writeFileSync(tips, list);
    await match(tips, out, clusters);
    expect(readFileSync(out, 'utf8')).toContain('a;b;');
    expect(readdirSync(folder).sort()).toEqual(['clusters.csv', 'pairs.csv', 'tips.csv']);
  });

  it('never take the place of the list, also when --out is a link to it', async () => {
    const [tips, link] = [join(folder, 'tips.csv'), join(folder, 'link.csv')];
    writeFileSync(tips, list);
    symlinkSync(tips, link);
    await expect(match(tips, link, join(folder, 'clusters.csv'))).rejects.toThrow(/tre forskjellige filer/);
    expect(readFileSync(tips, 'utf8')).toBe(list);
  });

  it('are written where a link leads, which stays a link', async () => {
    const [tips, out, link] = ['tips.csv', 'pairs.csv', 'link.csv'].map((name) => join(folder, name));
    writeFileSync(tips ?? '', list);
    writeFileSync(out ?? '', '');
    symlinkSync(out ?? '', link ?? '');
    await match(tips ?? '', link ?? '', join(folder, 'clusters.csv'));
    expect(readFileSync(out ?? '', 'utf8')).toContain('a;b;');
    expect(lstatSync(link ?? '').isSymbolicLink()).toBe(true);
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

  it('is not made of a table without a row that can be a card', async () => {
    const [table, out] = [join(folder, 'cards.csv'), join(folder, 'cards.pdf')];
    writeFileSync(table, 'navn;adresse;postnummer;poststed;kommune\nKari;Gata 1;7030;Trondheim;Tynset\n');
    await expect(run('postcards', 'render', '--cards', table, '--out', out)).rejects.toThrow(/ingen rader/);
    expect(readdirSync(folder)).toEqual(['cards.csv']);
  });

  it('in a folder nobody may write in is refused with what to do', async () => {
    chmodSync(folder, 0o555);
    await asNobody(() =>
      expect(render(join(folder, 'cards.pdf'))).rejects.toThrow(/ikke lov til å skrive der/),
    );
  });
});

describe('the letters of letters render', () => {
  const render = (...given: readonly string[]) =>
    run('letters', 'render', '--out', join(folder, 'letters.pdf'), ...given);
  const header = 'navn;adresse;postnummer;poststed;kommune;vert;vert_telefon';
  const tableOf = (...rows: readonly string[]) => {
    writeFileSync(join(folder, 'letters.csv'), [header, ...rows, ''].join('\n'));
    return join(folder, 'letters.csv');
  };

  it('are made from a table; a row that makes none is named with its number and what to do', async () => {
    const good = 'Kari Test;Prøvegata 1;7030;Trondheim;Tynset;Ingrid Vertestad;00 00 00 00';
    await render('--letters', tableOf(good, 'Kari;Prøvegata 1', good.replace('7030', '')));
    expect(told).toMatch(/^Rad 3: Raden har 2 felt/);
    expect(told).toMatch(/Rad 4: Adressen er ikke hel/);
    expect(told).toMatch(/1 brev, 1 side, \d+ byte, [\d.]+ s: .*letters\.pdf\n$/);
    expect(readFileSync(join(folder, 'letters.pdf')).subarray(0, 8).toString()).toBe('%PDF-1.7');
  });

  it('are not made when no row is good, and nothing is left behind', async () => {
    await expect(render('--letters', tableOf(';;;;;;x'))).rejects.toThrow(/Ingen brev ble laget/);
    expect(told).toContain('Rad 2: Navnet mangler');
    expect(readdirSync(folder)).toEqual(['letters.csv']);
  });

  it.each([
    [/Gi enten en tabell/, () => render()],
    [/--date: /, () => render('--sample', '1', '--date', '2. mars')],
    [
      /Brevmalen «finnes-ikke» finnes ikke\. Velg blant velkommen-a4/,
      () => render('--sample', '1', '--template', 'finnes-ikke'),
    ],
    [/det er en mappe\. Oppgi et filnavn/, () => render('--sample', '1', '--out', folder)],
  ])('are refused with %s', async (refusal, command) => {
    await expect(command()).rejects.toThrow(refusal);
  });

  it('are refused for a table in another encoding, with how to save it', async () => {
    const file = join(folder, 'letters.csv');
    writeFileSync(file, Buffer.from(`${header}\nKåre;;;;;;`, 'latin1'));
    await expect(render('--letters', file)).rejects.toThrow(/Lagre tabellen som «CSV UTF-8/);
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
