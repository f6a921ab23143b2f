/** Asks for many ids a few hundred at a time: databases limit how many values one statement may carry. */
export async function inChunks<Row>(
  ids: readonly string[],
  ask: (chunk: string[]) => Promise<Row[]>,
  size = 400,
): Promise<Row[]> {
  const unique = [...new Set(ids)];
  const rows: Row[] = [];
  for (let start = 0; start < unique.length; start += size) {
    rows.push(...(await ask(unique.slice(start, start + size))));
  }
  return rows;
}

/** `?, ?, ?` for an IN list of the same length. */
export function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
