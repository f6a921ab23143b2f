import type { TableColumnOptions, ValueTransformer } from 'typeorm';

/**
 * Column kinds that mean the same on SQLite and PostgreSQL. Instants are UTC ISO text (they sort as text),
 * identifiers are made by the application, states are short text.
 * The first group is for entities, the second (…Column) for migrations; a sweep test holds them together.
 */
export const instantTransformer: ValueTransformer = {
  to: (value: Date | null | undefined) => (value instanceof Date ? value.toISOString() : value),
  from: (value: string | null) => (value === null ? null : new Date(value)),
};

export const jsonTransformer: ValueTransformer = {
  to: (value: unknown) => (value === undefined || value === null ? value : JSON.stringify(value)),
  from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
};

export const kinds = {
  id: { type: 'varchar', length: 36 },
  code: { type: 'varchar', length: 64 },
  municipality: { type: 'varchar', length: 4 },
  date: { type: 'varchar', length: 10 },
  instant: { type: 'varchar', length: 24, transformer: instantTransformer },
  text: { type: 'text' },
  json: { type: 'text', transformer: jsonTransformer },
  integer: { type: 'integer' },
  real: { type: 'double precision' },
  flag: { type: 'boolean' },
} as const;

type Kind = keyof typeof kinds;

/** A column of a migration, of the same kind as in the entity. */
export function column(
  name: string,
  kind: Kind,
  options: Partial<TableColumnOptions> = {},
): TableColumnOptions {
  const chosen = kinds[kind];
  return {
    name,
    type: chosen.type,
    ...('length' in chosen ? { length: String(chosen.length) } : {}),
    ...options,
  };
}
