import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Contention } from '../../src/platform/database/contention.js';
import type { Database } from '../../src/platform/database/database.js';
import { openTestDatabase } from '../open-test-database.js';
import { makeTestPlace } from '../test-database.js';
import { aNote, NoteRow, Notes1700000000000 } from './note.js';

/** What the database seam has promised on both databases. */
export function databaseContract(mode: 'sqlite' | 'postgres'): void {
  describe(`the database seam on ${mode}`, () => {
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

    const insert = (id: string) => database.writer.insert(NoteRow, aNote(id));
    const idsSeen = async () => {
      const rows = await database.select<{ id: string }>('SELECT id FROM note');
      return rows.map(({ id }) => id).sort();
    };

    it('stores everything it has acknowledged and nothing else, for fifty callers at once', async () => {
      const acknowledged: string[] = [];
      const callers = Array.from({ length: 50 }, (_, caller) => caller);
      const outcomes = await Promise.allSettled(
        callers.flatMap((caller) =>
          [0, 1, 2, 3].map(async (turn) => {
            const fate = fates[(caller + turn) % fates.length];
            const id = fate === 'meets a taken id' ? 'taken' : `${caller}-${turn}`;
            await database.transaction(async () => {
              await insert(`${caller}-${turn}-first`);
              await nextTurn();
              await insert(id);
              if (fate === 'fails afterwards') throw new Error('the caller changed its mind');
              await nextTurn();
            });
            acknowledged.push(`${caller}-${turn}-first`, id);
          }),
        ),
      );
      expect(await idsSeen()).toEqual(acknowledged.toSorted());
      expect(acknowledged.filter((id) => id === 'taken')).toHaveLength(1);
      const fulfilled = outcomes.filter(({ status }) => status === 'fulfilled');
      expect(fulfilled).toHaveLength(acknowledged.length / 2);
    });

    it('undoes everything when a part fails', async () => {
      const change = database.transaction(async () => {
        await insert('a');
        throw new Error('no');
      });
      await expect(change).rejects.toThrow('no');
      expect(await idsSeen()).toEqual([]);
    });

    it('lets a nested piece join: it is stored or undone with the whole', async () => {
      const undone = database.transaction(async () => {
        await database.transaction(() => insert('a'));
        throw new Error('no');
      });
      await expect(undone).rejects.toThrow('no');
      await database.transaction(async () => {
        await insert('b');
        await database.transaction(() => insert('c'));
      });
      expect(await idsSeen()).toEqual(['b', 'c']);
    });

    it('stores nothing when a joined piece failed, even if its error was swallowed', async () => {
      const change = database.transaction(async () => {
        await insert('a');
        const piece = database.transaction(async () => {
          await insert('b');
          throw new Error('half a piece');
        });
        await piece.catch(() => {});
      });
      await expect(change).rejects.toThrow('nothing is stored');
      expect(await idsSeen()).toEqual([]);
    });

    it('never acknowledges what a swallowed database error has undone', async () => {
      await database.transaction(() => insert('taken'));
      // Many times: the driver may or may not have read the server's last word when the error is told.
      for (let round = 1; round <= 50; round += 1) {
        const outcome = await database
          .transaction(async () => {
            await insert(`a${round}`);
            await insert('taken').catch(() => {});
          })
          .then(
            () => true,
            () => false,
          );
        expect((await idsSeen()).includes(`a${round}`)).toBe(outcome);
      }
    });

    it('refuses to store outside a transaction', () => {
      expect(() => database.writer).toThrow('outside database.transaction');
      expect(() => database.afterCommit(() => {})).toThrow('outside database.transaction');
    });

    it('refuses to store in a transaction that is over, when somebody did not wait for its end', async () => {
      let late: Promise<unknown> = Promise.resolve();
      await database.transaction(async () => {
        await insert('a');
        late = (async () => {
          for (let turn = 0; turn < 20; turn += 1) await nextTurn();
          await insert('late');
        })();
        late.catch(() => {});
      });
      await database.transaction(() => insert('b'));
      await expect(late).rejects.toThrow('outside database.transaction');
      expect(await idsSeen()).toEqual(['a', 'b']);
    });

    it('shows what is not committed to the transaction itself and to nobody else', async () => {
      const seen: string[][] = [];
      let look = (): void => {};
      const mayLook = new Promise<void>((resolve) => {
        look = resolve;
      });
      const onlooker = mayLook.then(async () => {
        seen.push(await idsSeen());
      });
      await database.transaction(async () => {
        await insert('a');
        expect(await idsSeen()).toEqual(['a']);
        look();
        await onlooker;
      });
      expect(seen).toEqual([[]]);
      expect(await idsSeen()).toEqual(['a']);
    });

    it('acts after the commit, in order, when others can see what was stored', async () => {
      const acted: string[] = [];
      const seen: Promise<string[]>[] = [];
      await database.transaction(async () => {
        database.afterCommit(() => {
          acted.push('first');
          seen.push(idsSeen());
        });
        await database.transaction(async () => {
          database.afterCommit(() => acted.push('second'));
          await insert('a');
        });
        expect(acted).toEqual([]);
      });
      expect(acted).toEqual(['first', 'second']);
      expect(await Promise.all(seen)).toEqual([['a']]);
    });

    it('never acts after a rollback', async () => {
      const acted: string[] = [];
      const change = database.transaction(async () => {
        database.afterCommit(() => acted.push('acted'));
        throw new Error('no');
      });
      await expect(change).rejects.toThrow('no');
      expect(acted).toEqual([]);
    });

    it('has stored what it stored, even when an action after the commit fails', async () => {
      const acted: string[] = [];
      const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
      await database.transaction(async () => {
        await insert('a');
        database.afterCommit(() => {
          throw new Error('the carrier is broken');
        });
        database.afterCommit(() => acted.push('second'));
      });
      expect(await idsSeen()).toEqual(['a']);
      expect(acted).toEqual(['second']);
      expect(warned.mock.calls).toEqual([['An action after a commit failed', expect.anything()]]);
      expect(JSON.stringify(warned.mock.calls)).not.toContain('the carrier is broken');
      warned.mockRestore();
    });

    it('runs a transaction again that lost a race, and acts once after its commit', async () => {
      const acted: string[] = [];
      let runs = 0;
      await database.transaction(async () => {
        database.afterCommit(() => acted.push('acted'));
        runs += 1;
        await database.transaction(async () => {
          await insert('a');
          if (runs < 3) throw new Contention('somebody was quicker');
        });
      });
      expect([runs, acted, await idsSeen()]).toEqual([3, ['acted'], ['a']]);
      const never = database.transaction(() => Promise.reject(new Contention('again and again')));
      await expect(never).rejects.toThrow('again and again');
    });

    it('lets both have their way who take the same two rows in opposite order', async () => {
      await database.transaction(async () => {
        await insert('a');
        await insert('b');
      });
      const weigh = async (first: string, second: string) =>
        database.transaction(async () => {
          const more = 'UPDATE note SET weight = weight + 1 WHERE id = ? RETURNING id';
          await database.returning(more, [first]);
          await pause(50);
          await database.returning(more, [second]);
        });
      await Promise.all([weigh('a', 'b'), weigh('b', 'a')]);
      expect(await database.select('SELECT weight FROM note')).toEqual([{ weight: 3 }, { weight: 3 }]);
    });

    it('gives the rows of a changing statement in one form', async () => {
      await database.transaction(async () => {
        const insertOnce = 'INSERT INTO note (id, written_at, tags, weight, is_read) VALUES (?, ?, ?, ?, ?)';
        const values = ['a', '2026-02-03T17:00:00.000Z', '[]', 1, false];
        const unlessKnown = `${insertOnce} ON CONFLICT DO NOTHING RETURNING id`;
        expect(await database.returning(unlessKnown, values)).toEqual([{ id: 'a' }]);
        expect(await database.returning(unlessKnown, values)).toEqual([]);
        const weigh = 'UPDATE note SET weight = ? WHERE id = ? RETURNING id, weight';
        expect(await database.returning(weigh, [2.5, 'a'])).toEqual([{ id: 'a', weight: 2.5 }]);
        expect(await database.returning(weigh, [2.5, 'b'])).toEqual([]);
        expect(await database.returning('DELETE FROM note WHERE id = ? RETURNING id', ['a'])).toEqual([
          { id: 'a' },
        ]);
      });
    });

    it('keeps every kind of value as it was', async () => {
      const note = { ...aNote('a'), tags: ['Røros', 'Åarjelsaemien'], weight: 0.1, isRead: true };
      await database.transaction(() => database.writer.insert(NoteRow, note));
      expect(await database.reader.findOneByOrFail(NoteRow, { id: 'a' })).toEqual(note);
    });
  });
}

const fates = ['is stored', 'fails afterwards', 'meets a taken id'] as const;
