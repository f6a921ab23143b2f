import type { DataSource, EntityMetadata } from 'typeorm';

type Entity<Row> = new () => Row;

interface Column {
  readonly property: string;
  readonly name: string;
  readonly to: (value: unknown) => unknown;
  readonly from: (value: unknown) => unknown;
}

interface Known {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly keys: readonly string[];
  readonly select: string;
}

/** Runs a statement with `?` placeholders. */
type Run<Answer> = (sql: string, parameters: readonly unknown[]) => Promise<Answer>;

/** Databases limit how many values one statement may carry. */
const valuesAtOnce = 8_000;
const idsAtOnce = 400;

/**
 * Rows of an entity by plain statements, for what runs with every tip: the builders take ten times as long as the
 * database. Values are read and written as the entity's columns say. Look-ups have few texts, so that SQLite keeps them
 * prepared.
 */
export class Rows {
  readonly #known = new Map<Entity<unknown>, Known>();

  constructor(
    private readonly source: DataSource,
    private readonly look: Run<unknown[]>,
    private readonly store: Run<void>,
  ) {}

  /** The rows whose `property` is one of `values`. @param and SQL that narrows it further */
  async find<Row extends object>(
    entity: Entity<Row>,
    property: keyof Row & string,
    values: readonly string[],
    and = '',
  ): Promise<Row[]> {
    if (values.length === 0) return [];
    const known = this.#of(entity);
    const column = columnOf(known, property).name;
    const rows: Row[] = [];
    for (const some of inPieces([...new Set(values)], idsAtOnce)) {
      const padded = paddedIds(some);
      const where = `${column} IN (${padded.map(() => '?').join(', ')})${and === '' ? '' : ` AND ${and}`}`;
      const found = await this.look(`SELECT ${known.select} FROM ${known.table} WHERE ${where}`, padded);
      for (const raw of found)
        rows.push(fromRaw<Row>(known.columns, raw as Readonly<Record<string, unknown>>));
    }
    return rows;
  }

  async insert<Row extends object>(entity: Entity<Row>, rows: readonly Row[]): Promise<void> {
    await this.#insert(this.#of(entity), rows, '');
  }

  /** Stores rows, over those with the same primary key. */
  async upsert<Row extends object>(entity: Entity<Row>, rows: readonly Row[]): Promise<void> {
    const known = this.#of(entity);
    const changes = known.columns
      .filter(({ name }) => !known.keys.includes(name))
      .map(({ name }) => `${name} = excluded.${name}`);
    const then = `ON CONFLICT (${known.keys.join(', ')}) DO UPDATE SET ${changes.join(', ')}`;
    await this.#insert(known, rows, then);
  }

  async delete<Row extends object>(
    entity: Entity<Row>,
    property: keyof Row & string,
    values: readonly string[],
  ): Promise<void> {
    const known = this.#of(entity);
    const column = columnOf(known, property).name;
    for (const some of inPieces([...new Set(values)], idsAtOnce)) {
      const padded = paddedIds(some);
      const marks = padded.map(() => '?').join(', ');
      await this.store(`DELETE FROM ${known.table} WHERE ${column} IN (${marks})`, padded);
    }
  }

  async #insert(known: Known, rows: readonly object[], then: string): Promise<void> {
    const { table, columns } = known;
    const names = columns.map(({ name }) => name).join(', ');
    const marks = `(${columns.map(() => '?').join(', ')})`;
    for (const some of inPieces(rows, Math.floor(valuesAtOnce / columns.length))) {
      const values = some.flatMap((row) => toRaw(columns, row as Readonly<Record<string, unknown>>));
      const sql = `INSERT INTO ${table} (${names}) VALUES ${some.map(() => marks).join(', ')} ${then}`;
      await this.store(sql, values);
    }
  }

  #of(entity: Entity<unknown>): Known {
    const known = this.#known.get(entity);
    if (known) return known;
    const made = knownOf(this.source.getMetadata(entity));
    this.#known.set(entity, made);
    return made;
  }
}

function knownOf(metadata: EntityMetadata): Known {
  const columns = metadata.columns.map((column): Column => {
    const { transformer } = column;
    const own = Array.isArray(transformer) ? undefined : transformer;
    // SQLite has no yes and no.
    const plain = column.type === 'boolean' ? Boolean : (value: unknown) => value;
    return {
      property: column.propertyName,
      name: `"${column.databaseName}"`,
      to: (value) => (own ? (own.to(value) as unknown) : value) ?? null,
      from: (value) => (own ? (own.from(value) as unknown) : plain(value)),
    };
  });
  return {
    table: `"${metadata.tableName}"`,
    columns,
    keys: metadata.primaryColumns.map(({ databaseName }) => `"${databaseName}"`),
    select: columns.map(({ name, property }) => `${name} AS "${property}"`).join(', '),
  };
}

function columnOf(known: Known, property: string): Column {
  const column = known.columns.find((each) => each.property === property);
  if (!column) throw new Error(`${known.table} has no column for ${property}`);
  return column;
}

function fromRaw<Row>(columns: readonly Column[], raw: Readonly<Record<string, unknown>>): Row {
  const row: Record<string, unknown> = {};
  for (const { property, from } of columns) row[property] = from(raw[property]);
  return row as Row;
}

function toRaw(columns: readonly Column[], row: Readonly<Record<string, unknown>>): unknown[] {
  return columns.map(({ property, to }) => to(row[property]));
}

/** The last one again and again, up to the next power of two: so one text serves many lengths. */
function paddedIds(ids: readonly string[]): string[] {
  const length = Math.min(idsAtOnce, 2 ** Math.ceil(Math.log2(ids.length)));
  return Array.from({ length }, (_, index) => ids[Math.min(index, ids.length - 1)] ?? '');
}

function* inPieces<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
