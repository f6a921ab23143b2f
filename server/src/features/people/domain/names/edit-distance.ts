const longest = 40;

/** Three rows of the table, kept between calls: most calls are about two short names, and end at once. */
let beforeLast = new Uint8Array(longest + 1);
let last = new Uint8Array(longest + 1);
let current = new Uint8Array(longest + 1);

/**
 * Slips of the finger between two texts: letters added, dropped, changed, or two neighbours swapped
 * (optimal string alignment). Stops at `limit + 1`, and looks at the first 40 letters only.
 */
export function editDistance(left: string, right: string, limit: number): number {
  if (left === right) return 0;
  const a = left.length > longest ? left.slice(0, longest) : left;
  const b = right.length > longest ? right.slice(0, longest) : right;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  for (let column = 0; column <= b.length; column += 1) last[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    if (fillRow(a, b, row) > limit) return limit + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/** @returns the least number in the row */
function fillRow(a: string, b: string, row: number): number {
  const letter = a.charCodeAt(row - 1);
  const before = row > 1 ? a.charCodeAt(row - 2) : -1;
  let left = row;
  let least = row;
  current[0] = row;
  for (let column = 1; column <= b.length; column += 1) {
    const other = b.charCodeAt(column - 1);
    let best = (last[column - 1] ?? 0) + (letter === other ? 0 : 1);
    best = Math.min(best, (last[column] ?? 0) + 1, left + 1);
    if (column > 1 && before === other && letter === b.charCodeAt(column - 2))
      best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
    current[column] = best;
    left = best;
    least = Math.min(least, best);
  }
  return least;
}
