import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { asNobody } from '../test/as-nobody.js';
import { createAppContext } from './app.js';
import { readConfig } from './config/config.js';
import { explainStart } from './explain-start.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function explained(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    return explainStart(error);
  }
  return 'nothing went wrong';
}

async function listen(port: number, host: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  server.close();
}

describe('a start that fails', () => {
  it('because the machine has no such address says so', async () => {
    expect(await explained(() => listen(0, '192.0.2.1'))).toMatch(/ikke adressen i HOST \(EADDRNOTAVAIL\)/);
  });

  it('because of a port others must not use says so, and a file that may not be read is named', async () => {
    const port = Object.assign(new Error('listen EACCES'), { code: 'EACCES', syscall: 'listen', port: 80 });
    expect(explainStart(port)).toMatch(/^Porten krever rettigheter/);
    const file = join(folder, 'template.json');
    writeFileSync(file, '', { mode: 0o600 });
    chmodSync(folder, 0o755);
    chmodSync(file, 0o000);
    expect(await asNobody(() => explained(() => readFileSync(file)))).toContain(
      `Filen ${file} kan ikke åpnes`,
    );
  });

  it('because the database is something else names the file and the back-up', async () => {
    const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' });
    const file = join(folder, 'savner.sqlite');
    writeFileSync(file, 'This is no database, but a text that somebody put here. '.repeat(100));
    const text = await explained(() => createAppContext(config));
    expect(text).toContain(`Databasen ${file} er ødelagt`);
    expect(text).toContain('legg tilbake sikkerhetskopien');
  });
});
