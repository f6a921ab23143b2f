import type { RawConnection } from './raw-connection.js';

/**
 * Runs `fill` with the tables' indices taken away, and builds them afterwards: rows in their millions go into a finished index
 * one by one too slowly.
 */
export async function withoutIndices(
  raw: RawConnection,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const rebuild: string[] = [];
  for (const table of tables) {
    const { drops, creates } =
      raw.kind === 'sqlite' ? await sqliteIndices(raw, table) : await postgresIndices(raw, table);
    rebuild.push(...creates);
    for (const sql of drops) await raw.run(sql);
  }
  await fill();
  for (const sql of rebuild) await raw.run(sql);
  if (raw.kind === 'postgres') await raw.run('ANALYZE');
}

interface Indices {
  readonly drops: string[];
  readonly creates: string[];
}

/** The index of a primary key cannot be taken away here. */
async function sqliteIndices(raw: RawConnection, table: string): Promise<Indices> {
  const rows = await raw.prepare(
    `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?`,
  )([table]);
  return {
    drops: rows.map(({ name }) => `DROP INDEX "${String(name)}"`),
    creates: rows.map(({ sql }) => String(sql)),
  };
}

async function postgresIndices(raw: RawConnection, table: string): Promise<Indices> {
  const keys = await raw.prepare(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS sql FROM pg_constraint
     WHERE conrelid = CAST(? AS regclass) AND contype IN ('p', 'u')`,
  )([table]);
  const names = new Set(keys.map(({ name }) => name));
  const rows = await raw.prepare(
    `SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE schemaname = 'public' AND tablename = ?`,
  )([table]);
  const indices = rows.filter(({ name }) => !names.has(name ?? null));
  return {
    drops: [
      ...keys.map(({ name }) => `ALTER TABLE ${table} DROP CONSTRAINT "${String(name)}"`),
      ...indices.map(({ name }) => `DROP INDEX "${String(name)}"`),
    ],
    creates: [
      ...keys.map(({ name, sql }) => `ALTER TABLE ${table} ADD CONSTRAINT "${String(name)}" ${String(sql)}`),
      ...indices.map(({ sql }) => String(sql)),
    ],
  };
}
