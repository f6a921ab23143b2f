/** Thrown when a compare-and-set found that somebody else was quicker: the whole transaction is tried again. */
export class Contention extends Error {}

/** PostgreSQL: deadlock, serialization failure. SQLite: another process keeps the file. */
const passing = new Set(['40P01', '40001', 'SQLITE_BUSY']);
const taken = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);

/** Whether the work failed only because others worked at the same time, and may succeed when it is done again. */
export function isContention(error: unknown): boolean {
  return error instanceof Contention || passing.has(codeOf(error));
}

/** Whether a unique index refused the row. */
export function isTaken(error: unknown): boolean {
  return taken.has(codeOf(error));
}

/** The driver's code of a failed statement; empty when the database did not refuse anything. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const cause: unknown = 'driverError' in error ? error.driverError : error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
