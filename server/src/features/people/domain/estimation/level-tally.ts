import { type Field, fields, type Levels } from '../matching/levels.js';

/** A number per field and level; levels that never occurred are left out. */
export type PerLevel = ReadonlyMap<Field, ReadonlyMap<string, number>>;

/** Counts levels, weighted; `missing` says nothing and is not counted. */
export class LevelTally {
  readonly #counts = new Map<Field, Map<string, number>>(fields.map((field) => [field, new Map()]));

  add(levels: Levels, weight: number, only: readonly Field[] = fields): void {
    for (const field of only) {
      const level = levels[field];
      const counts = this.#counts.get(field);
      if (level !== 'missing' && counts) counts.set(level, (counts.get(level) ?? 0) + weight);
    }
  }

  get counts(): PerLevel {
    return this.#counts;
  }
}

export function valueAt(values: PerLevel, field: Field, level: string): number {
  return values.get(field)?.get(level) ?? 0;
}

export function totalOf(values: PerLevel, field: Field): number {
  return [...(values.get(field)?.values() ?? [])].reduce((sum, value) => sum + value, 0);
}
