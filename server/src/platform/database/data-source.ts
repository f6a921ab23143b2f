import type SqliteDatabase from 'better-sqlite3';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import type { Config } from '../../config/config.js';
import { systemError } from '../system-error.js';
import { keepPrivate } from './private-file.js';

type Migrations = MixedList<string | (new () => object)>;

/** TypeORM's options for the configured database. Migrations run at start; the schema is never synchronised. */
export function dataSourceOptions(config: Config, migrations: Migrations): DataSourceOptions {
  const shared = {
    synchronize: false,
    migrationsRun: false,
    migrations,
    migrationsTransactionMode: 'each',
    logging: false,
  } as const;
  if (config.database.kind === 'postgres') {
    return { ...shared, type: 'postgres', url: config.database.url, extra: { max: 15 } };
  }
  keepPrivate(config.database.file);
  return {
    ...shared,
    type: 'better-sqlite3',
    database: config.database.file,
    enableWAL: true,
    timeout: 5_000,
    statementCacheSize: 300,
    prepareDatabase: prepareWriter,
  };
}

/** Opens the database and brings it up to date; several processes may start at once. */
export async function openWriteSource(options: DataSourceOptions): Promise<DataSource> {
  if (options.type !== 'postgres') return openFile(options);
  const source = await new DataSource(options).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock(771177)');
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await lock.query('SELECT pg_advisory_unlock(771177)');
    await lock.release();
  }
  return source;
}

/** A file that is no database opens without complaint, and fails at the first look: then it is let go of again. */
async function openFile(options: DataSourceOptions): Promise<DataSource> {
  const source = new DataSource(options);
  try {
    await source.initialize();
    await source.runMigrations({ transaction: 'each' });
    return source;
  } catch (error) {
    if (source.isInitialized) await source.destroy();
    const code = systemError(error)?.code;
    if (code === undefined) throw error;
    throw new DatabaseFileError(code, String(options.database), error);
  }
}

/** The database's file cannot be used; carries the driver's code and the file's path. */
class DatabaseFileError extends Error {
  constructor(
    readonly code: string,
    readonly path: string,
    cause: unknown,
  ) {
    super(`${path} cannot be used (${code})`, { cause });
  }
}

/** The read-only twin of a SQLite source; PostgreSQL needs none. */
export async function openReadSource(writeSource: DataSource): Promise<DataSource> {
  if (writeSource.options.type !== 'better-sqlite3') return writeSource;
  const { prepareDatabase: _writerOnly, enableWAL: _set, ...options } = writeSource.options;
  return new DataSource({
    ...options,
    name: 'reader',
    readonly: true,
    prepareDatabase: keepPages,
    migrations: [],
  } as DataSourceOptions).initialize();
}

/**
 * 64 MB of log before a commit has to fold it into the file; as a rule an idle moment comes first. At SQLite's own
 * thousand pages every thirtieth tip would wait for it.
 */
export const mostLogPages = 16_384;

/** 64 MB for each connection, taken as they are needed. */
const mostKeptKilobytes = 65_536;

/**
 * FULL: an acknowledged tip survives a power cut. TypeORM opens transactions with BEGIN; IMMEDIATE takes the write
 * lock at once, so that a second process (the command line) waits its turn instead of failing half-way.
 */
function prepareWriter(connection: SqliteDatabase.Database): void {
  connection.pragma('synchronous = FULL');
  connection.pragma(`wal_autocheckpoint = ${mostLogPages}`);
  keepPages(connection);
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((sql: string) =>
    prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql));
}

/** SQLite keeps 2 MB of pages unless told otherwise: not even the branches of a large campaign's indexes. */
function keepPages(connection: SqliteDatabase.Database): void {
  connection.pragma(`cache_size = -${mostKeptKilobytes}`);
}
