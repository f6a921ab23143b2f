import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Client } from 'pg';
import { systemError } from '../system-error.js';
import { isContention } from './contention.js';
import { IdleCheckpoint } from './idle-checkpoint.js';
import { Rows } from './rows.js';
import { WriteGate } from './write-gate.js';

interface OpenTransaction {
  readonly manager: EntityManager;
  readonly afterCommit: (() => void)[];
  /** `doomed`: a piece of it failed, so that all of it must be undone. `ended`: nothing can be added any more. */
  state: 'open' | 'doomed' | 'ended';
}

/** How often a transaction is tried that others keep getting in the way of. */
const tries = 4;

/**
 * The only way to the database.
 *
 * SQLite has one writing connection that every caller would share, so outermost transactions pass a
 * first-in-first-out gate there; PostgreSQL gives each its own connection. Nested calls join the open
 * transaction on both. Reads outside a transaction use a second, read-only connection on SQLite, so that
 * nobody sees what another request has not committed.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly #open = new AsyncLocalStorage<OpenTransaction>();
  readonly #gate = new WriteGate();
  readonly #checkpoint = new IdleCheckpoint(() => this.#foldLog());

  /** A transaction failed for want of a place to write (a full disk, a file that has become read-only), and none has
   * been seen to succeed since. */
  #isWriteRefused = false;
  #trial: Promise<void> | null = null;

  /** Rows of an entity by plain statements; looks as `reader` does, and stores as `writer`. */
  readonly rows: Rows;

  /** @param readSource the read-only twin on SQLite; the same source on PostgreSQL */
  constructor(
    private readonly writeSource: DataSource,
    private readonly readSource: DataSource,
  ) {
    this.rows = new Rows(
      writeSource,
      (sql, parameters) => this.select(sql, parameters),
      (sql, parameters) => this.store(sql, parameters),
    );
  }

  get kind(): 'sqlite' | 'postgres' {
    return this.writeSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
  }

  /**
   * Runs `work` in a transaction: all of it is stored, or nothing. Joins the caller's transaction if there is one;
   * a joined piece that fails takes the whole with it, even if the caller swallows its error.
   * No network, file or other slow work belongs inside. When it lost a race (a deadlock, a {@link Contention}), the
   * whole of it runs again, and reads what the winner stored: what it changes outside the database must bear that.
   */
  async transaction<Result>(work: () => Promise<Result>): Promise<Result> {
    const open = this.#current();
    if (open) return this.#join(open, work);
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (this.kind === 'postgres') return await this.#run(work);
        const result = await this.#gate.pass(() => this.#run(work));
        this.#checkpoint.postpone();
        return result;
      } catch (error) {
        this.#isWriteRefused ||= isRefusedWrite(error);
        if (attempt === tries || !isContention(error)) throw error;
      }
    }
  }

  /** For storing. @throws Error outside a transaction */
  get writer(): EntityManager {
    const open = this.#current();
    if (!open) throw new Error('database.writer was used outside database.transaction(…)');
    return open.manager;
  }

  /** For looking: inside a transaction what it has stored so far, outside only what is committed. */
  get reader(): EntityManager {
    return this.#current()?.manager ?? this.readSource.manager;
  }

  /**
   * Runs `action` once the surrounding transaction is committed, never after a rollback. It can no longer undo
   * anything: what it throws becomes a warning of the process. @throws Error outside a transaction
   */
  afterCommit(action: () => void): void {
    const open = this.#current();
    if (!open) throw new Error('database.afterCommit was used outside database.transaction(…)');
    open.afterCommit.push(action);
  }

  /**
   * Runs one UPDATE or DELETE … RETURNING and gives its rows, the same on both databases
   * (better-sqlite3 answers with rows, pg with [rows, count]). Placeholders are written `?`.
   */
  async returning<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const answer: unknown = await this.writer.query(this.#placeholders(sql), [...parameters]);
    const rows: unknown =
      this.kind === 'postgres' && Array.isArray(answer) && Array.isArray(answer[0]) ? answer[0] : answer;
    return rows as Row[];
  }

  /** Runs one raw statement that writes, with `?` placeholders. */
  async store(sql: string, parameters: readonly unknown[]): Promise<void> {
    await this.writer.query(this.#placeholders(sql), [...parameters]);
  }

  /** Runs one raw SELECT with `?` placeholders on the reader. */
  async select<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.reader.query(this.#placeholders(sql), [...parameters]);
  }

  /** Answers when the database does. After a write that the disk refused, only when one succeeds again. @throws Error */
  async ping(): Promise<void> {
    await this.readSource.query('SELECT 1');
    if (!this.#isWriteRefused) return;
    this.#trial ??= this.#tryToWrite().finally(() => (this.#trial = null));
    await this.#trial;
  }

  /** Not earlier: requests and jobs under way still read while the application stops. */
  async onApplicationShutdown(): Promise<void> {
    this.#checkpoint.stop();
    if (this.readSource !== this.writeSource && this.readSource.isInitialized)
      await this.readSource.destroy();
    // The last connection to close folds the log into the one file, for whoever copies it; a read-only one cannot.
    if (this.kind !== 'sqlite' || this.writeSource.isInitialized) return;
    await this.writeSource.initialize();
    await this.writeSource.destroy();
  }

  /** What a caller's transaction left running after its end must not write into somebody else's. */
  #current(): OpenTransaction | undefined {
    const open = this.#open.getStore();
    return open?.state === 'ended' ? undefined : open;
  }

  /** What cannot be folded now is safe in the log, and folded another time. */
  async #foldLog(): Promise<void> {
    await this.#gate
      .pass(() => this.writeSource.query('PRAGMA wal_checkpoint(PASSIVE)'))
      .catch(() => undefined);
  }

  /** Stores what is there already. */
  async #tryToWrite(): Promise<void> {
    await this.transaction(() => this.writer.query('UPDATE migrations SET name = name'));
    this.#isWriteRefused = false;
  }

  async #join<Result>(open: OpenTransaction, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      open.state = 'doomed';
      throw error;
    }
  }

  async #run<Result>(work: () => Promise<Result>): Promise<Result> {
    const afterCommit: (() => void)[] = [];
    const result = await this.writeSource.transaction(async (manager) => {
      const open: OpenTransaction = { manager, afterCommit, state: 'open' };
      try {
        const answer = await this.#open.run(open, work);
        if (open.state === 'doomed' || (await hasFailed(manager))) {
          throw new Error('A part of the transaction failed, and its error was swallowed: nothing is stored');
        }
        return answer;
      } finally {
        open.state = 'ended';
      }
    });
    for (const action of afterCommit) runOrWarn(action);
    return result;
  }

  #placeholders(sql: string): string {
    if (this.kind === 'sqlite') return sql;
    let count = 0;
    return sql.replace(/\?/g, () => `$${(count += 1)}`);
  }
}

/** SQLite's names; PostgreSQL's numbers for read-only, a full disk and input or output that fails. */
function isRefusedWrite(error: unknown): boolean {
  const code = systemError(error)?.code ?? '';
  return (
    /^SQLITE_(READONLY|FULL|IOERR|CANTOPEN|CORRUPT|NOTADB)/.test(code) || /^(25006|53100|58030)$/.test(code)
  );
}

/**
 * PostgreSQL answers COMMIT of a failed transaction with a silent rollback; nobody may take that for stored. The driver
 * tells of an error before it has read what became of the transaction, so that a query goes after it where the state
 * may still be on its way.
 */
async function hasFailed(manager: EntityManager): Promise<boolean> {
  const connection: unknown = await manager.queryRunner?.connect();
  if (!(connection instanceof Client)) return false;
  if (!('readyForQuery' in connection && connection.readyForQuery === true)) {
    await manager.query('SELECT 1').catch(() => {});
  }
  return connection.getTransactionStatus() === 'E';
}

/** The place is told, not the message: that may hold personal data. */
function runOrWarn(action: () => void): void {
  try {
    action();
  } catch (error) {
    const frames =
      error instanceof Error ? error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) : [];
    process.emitWarning('An action after a commit failed', { detail: frames?.join('\n') ?? '' });
  }
}
