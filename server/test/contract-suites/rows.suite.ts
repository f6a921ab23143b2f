import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/platform/database/database.js';
import { openTestDatabase } from '../open-test-database.js';
import { makeTestPlace } from '../test-database.js';
import { aNote, NoteRow, Notes1700000000000 } from './note.js';

/** What rows by plain statements promise on both databases: the same as the builders. */
export function rowsContract(mode: 'sqlite' | 'postgres'): void {
  describe(`rows by plain statements on ${mode}`, () => {
    let database: Database;
    let remove: () => Promise<void>;

    beforeEach(async () => {
      const place = await makeTestPlace(mode);
      const opened = await openTestDatabase(place.config, {
        migrations: [Notes1700000000000],
        entities: [NoteRow],
      });
      database = opened.database;
      remove = async () => {
        await opened.close();
        await place.remove();
      };
    });
    afterEach(async () => {
      await remove();
    });

    const rows = () => database.rows;
    const many = Array.from({ length: 2_500 }, (_, index) => ({ ...aNote(`n${index}`), weight: index }));
    const found = async (ids: readonly string[], and?: string) =>
      (await rows().find(NoteRow, 'id', ids, and)).sort((one, other) => one.weight - other.weight);
    const ids = (notes: readonly NoteRow[]) => notes.map(({ id }) => id);

    it('keep every kind of value as the builders do, both ways', async () => {
      const note = { ...aNote('a'), tags: ['Røros', "O'Hara; --"], weight: 0.1, isRead: true };
      await database.transaction(async () => {
        await rows().insert(NoteRow, [note]);
        await database.writer.insert(NoteRow, aNote('b'));
      });
      expect(await database.reader.findOneByOrFail(NoteRow, { id: 'a' })).toEqual(note);
      expect(await found(['a', 'b'])).toEqual([note, aNote('b')]);
    });

    it('are found however many are asked for, each once, and none that was not', async () => {
      await database.transaction(() => rows().insert(NoteRow, many));
      const asked = many.slice(3);
      expect(await found([...ids(asked), ...ids(asked), 'nobody'])).toEqual(asked);
      expect(await found([])).toEqual([]);
      expect(ids(await found(['n1', 'n2', 'n3', 'n4', 'n5'], 'weight > 3'))).toEqual(['n4', 'n5']);
    });

    it('are stored over those with the same key, and deleted by any property', async () => {
      await database.transaction(async () => {
        await rows().insert(NoteRow, many);
        await rows().upsert(NoteRow, [{ ...aNote('n1'), isRead: true }, aNote('new')]);
        await rows().delete(NoteRow, 'id', [...ids(many.slice(2)), 'nobody']);
        await rows().delete(NoteRow, 'id', []);
      });
      expect(await database.reader.find(NoteRow, { order: { id: 'ASC' } })).toEqual([
        many[0],
        { ...aNote('n1'), isRead: true },
        aNote('new'),
      ]);
    });

    it('are seen before the commit within the transaction, and are gone when it is undone', async () => {
      const change = database.transaction(async () => {
        await rows().insert(NoteRow, [aNote('a')]);
        expect(ids(await found(['a']))).toEqual(['a']);
        throw new Error('no');
      });
      await expect(change).rejects.toThrow('no');
      expect(await found(['a'])).toEqual([]);
    });

    it('refuse a key that is taken, and storing outside a transaction', async () => {
      await database.transaction(() => rows().insert(NoteRow, [aNote('a')]));
      await expect(
        database.transaction(() => rows().insert(NoteRow, [aNote('b'), aNote('a')])),
      ).rejects.toThrow(/unique/i);
      await expect(rows().insert(NoteRow, [aNote('c')])).rejects.toThrow();
      expect(ids(await found(['a', 'b', 'c']))).toEqual(['a']);
    });
  });
}
