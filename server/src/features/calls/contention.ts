/** Thrown when a compare-and-set found that somebody else was quicker; the work is tried again from the start. */
export class Contention extends Error {}

const tries = 4;
/** PostgreSQL: unique violation, deadlock, serialization failure. SQLite: unique violation. */
const retried = new Set([
  '23505',
  '40P01',
  '40001',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
]);

/** Runs a whole transaction again when it lost a race: the second time it reads what the winner stored. */
export async function retryContention<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === tries || !isContention(error)) throw error;
    }
  }
}

function isContention(error: unknown): boolean {
  if (error instanceof Contention) return true;
  if (!(error instanceof Error) || !('driverError' in error)) return false;
  const { driverError } = error;
  return driverError instanceof Error && 'code' in driverError && retried.has(String(driverError.code));
}
