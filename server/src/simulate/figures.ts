/** What is counted and timed while the night is played. */
export class Figures {
  readonly #counts = new Map<string, number>();
  readonly #times = new Map<string, number[]>();

  count(what: string, by = 1): void {
    this.#counts.set(what, this.counted(what) + by);
  }

  /** @param milliseconds of the machine */
  time(what: string, milliseconds: number): void {
    const times = this.#times.get(what);
    if (times) times.push(milliseconds);
    else this.#times.set(what, [milliseconds]);
  }

  counted(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  /** All that begin so, without the beginning, the most frequent first. */
  countsOf(beginning: string): [string, number][] {
    return [...this.#counts]
      .filter(([what]) => what.startsWith(beginning))
      .map(([what, count]): [string, number] => [what.slice(beginning.length), count])
      .sort(([, left], [, right]) => right - left);
  }

  /** One line: how many, p50, p99 and the longest. */
  timesOf(what: string): string {
    const sorted = [...(this.#times.get(what) ?? [])].sort((left, right) => left - right);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    const shown = [`p50 ${at(0.5).toFixed(1)}`, `p99 ${at(0.99).toFixed(1)}`, `max ${at(1).toFixed(1)} ms`];
    return `${String(sorted.length).padStart(6)}   ${shown.join('   ')}`;
  }
}
