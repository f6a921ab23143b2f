import SqliteDatabase from 'better-sqlite3';
import { Client } from 'pg';
import type { Config } from '../../config/config.js';
import { mostLogPages } from '../../platform/database/data-source.js';

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** One connection past the seam: for filling a database that is thrown away, and for what the product is measured beside. */
export interface RawConnection {
  readonly kind: 'sqlite' | 'postgres';
  run(sql: string): Promise<void>;
  /** Many rows in one statement or one transaction; columns left out become null. */
  insert(table: string, rows: readonly Row[]): Promise<void>;
  /** A statement that is prepared once; placeholders are `?`. */
  prepare(sql: string): (parameters: readonly Value[]) => Promise<Row[]>;
  close(): Promise<void>;
}

export async function openRaw(database: Config['database']): Promise<RawConnection> {
  if (database.kind === 'sqlite') return new RawSqlite(database.file);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return new RawPostgres(client);
}

class RawSqlite implements RawConnection {
  readonly kind = 'sqlite';
  readonly #database: SqliteDatabase.Database;

  constructor(file: string) {
    this.#database = new SqliteDatabase(file);
    this.#database.pragma('synchronous = FULL');
    this.#database.pragma(`wal_autocheckpoint = ${mostLogPages}`);
  }

  run(sql: string): Promise<void> {
    this.#database.exec(sql);
    return Promise.resolve();
  }

  insert(table: string, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {});
    const values = columns.map(() => '?').join(', ');
    const one = this.#database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`);
    this.#database.transaction(() => {
      for (const row of rows) one.run(columns.map((column) => plain(row[column] ?? null)));
    })();
    return Promise.resolve();
  }

  prepare(sql: string) {
    const statement = this.#database.prepare<unknown[], Row>(sql);
    return (parameters: readonly Value[]) => {
      if (statement.reader) return Promise.resolve(statement.all(...parameters.map(plain)));
      statement.run(...parameters.map(plain));
      return Promise.resolve([]);
    };
  }

  close(): Promise<void> {
    this.#database.close();
    return Promise.resolve();
  }
}

/** SQLite knows no yes and no. */
function plain(value: Value): string | number | null {
  return typeof value === 'boolean' ? Number(value) : value;
}

class RawPostgres implements RawConnection {
  readonly kind = 'postgres';
  #prepared = 0;

  constructor(private readonly client: Client) {}

  async run(sql: string): Promise<void> {
    await this.client.query(sql);
  }

  async insert(table: string, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    const sql = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`;
    await this.client.query(sql, [JSON.stringify(rows)]);
  }

  prepare(sql: string) {
    let count = 0;
    const text = sql.replace(/\?/g, () => `$${(count += 1)}`);
    const name = `raw_${(this.#prepared += 1)}`;
    return async (parameters: readonly Value[]) =>
      (await this.client.query<Row>({ name, text, values: [...parameters] })).rows;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
