/** How many cards were done at a moment (milliseconds). */
export interface Count {
  readonly done: number;
  readonly at: number;
}

const lookedBackMs = 5_000;
const leastMs = 500;

/** Keeps what the pace of the last seconds is reckoned from; begins anew when the work does. */
export function withCount(counts: readonly Count[], next: Count): readonly Count[] {
  const last = counts.at(-1);
  if (last !== undefined && next.done < last.done) return [next];
  return [...counts.filter(({ at }) => at >= next.at - lookedBackMs), next];
}

/** Cards a second with two digits that count, or null before there is enough to tell. */
export function perSecond(counts: readonly Count[]): number | null {
  const [first, last] = [counts[0], counts.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < leastMs) return null;
  const pace = ((last.done - first.done) * 1_000) / (last.at - first.at);
  return pace < 1 ? null : Number(pace.toPrecision(2));
}
