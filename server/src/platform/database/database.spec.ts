import { copyFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import SqliteDatabase from 'better-sqlite3';
import { databaseContract } from '../../../test/contract-suites/database.suite.js';
import { aNote, NoteRow, Notes1700000000000 } from '../../../test/contract-suites/note.js';
import { openTestDatabase } from '../../../test/open-test-database.js';
import { makeTestPlace, type TestPlace, testMode } from '../../../test/test-database.js';
import { dataSourceOptions, openWriteSource } from './data-source.js';
import type { Database } from './database.js';

databaseContract('sqlite');
if (testMode === 'postgres') {
  databaseContract('postgres');
  severalStarts();
}

describe('SQLite', () => {
  let place: TestPlace;
  let database: Database;
  let close: () => Promise<void>;

  beforeEach(async () => {
    place = await makeTestPlace('sqlite');
    const opened = await openTestDatabase(place.config, {
      migrations: [Notes1700000000000],
      entities: [NoteRow],
    });
    ({ database, close } = opened);
  });
  afterEach(async () => {
    await close();
    await place.remove();
  });

  it('serves those who want to store in the order they came', async () => {
    const started: number[] = [];
    const callers = Array.from({ length: 20 }, (_, caller) => caller);
    await Promise.all(
      callers.map((caller) =>
        database.transaction(async () => {
          started.push(caller);
          await pause(caller % 3);
        }),
      ),
    );
    expect(started).toEqual(callers);
  });

  it('survives a power cut after the answer: every commit is on the disk, in write-ahead mode', async () => {
    await database.transaction(async () => {
      expect(await database.select('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
      expect(await database.select('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    });
  });

  it('takes the write lock at once, so that the command line waits instead of failing half-way', async () => {
    const other = openAsAnotherProcess();
    await database.transaction(async () => {
      expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('database is locked');
    });
    other.exec('BEGIN IMMEDIATE');
    other.exec('ROLLBACK');
    other.close();
  });

  it('has everything in the one file when nothing has been stored for a moment', async () => {
    jest.useFakeTimers();
    try {
      await database.transaction(() => database.writer.insert(NoteRow, aNote('a')));
      await jest.advanceTimersByTimeAsync(400);
      await database.transaction(() => database.writer.insert(NoteRow, aNote('b')));
      await jest.advanceTimersByTimeAsync(400);
      expect(notesInTheFileAlone()).not.toBe(2);
      await jest.advanceTimersByTimeAsync(200);
      expect(notesInTheFileAlone()).toBe(2);
    } finally {
      jest.useRealTimers();
    }
  });

  it('cannot be written to by those who only look', async () => {
    await expect(database.reader.query('DELETE FROM note')).rejects.toThrow('readonly');
  });

  /** As whoever copies the file without its log. Null where not even the table is there. */
  function notesInTheFileAlone(): number | null {
    if (place.config.database.kind !== 'sqlite') throw new Error('SQLite was asked for');
    const { file } = place.config.database;
    copyFileSync(file, `${file}.copy`);
    const copy = new SqliteDatabase(`${file}.copy`);
    const tables = copy.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'note'").pluck().get();
    const notes = tables === 1 ? copy.prepare('SELECT count(*) FROM note').pluck().get() : null;
    copy.close();
    return typeof notes === 'number' ? notes : null;
  }

  function openAsAnotherProcess(): SqliteDatabase.Database {
    if (place.config.database.kind !== 'sqlite') throw new Error('SQLite was asked for');
    return new SqliteDatabase(place.config.database.file, { timeout: 0 });
  }
});

function severalStarts(): void {
  describe('PostgreSQL', () => {
    it('is brought up to date once when several processes start at the same time', async () => {
      const place = await makeTestPlace('postgres');
      const options = { ...dataSourceOptions(place.config, [Notes1700000000000]), entities: [NoteRow] };
      const sources = await Promise.all([1, 2, 3].map(() => openWriteSource(options)));
      for (const source of sources) {
        expect(await source.query('SELECT name FROM migrations')).toEqual([{ name: 'Notes1700000000000' }]);
        await source.destroy();
      }
      await place.remove();
    });
  });
}
