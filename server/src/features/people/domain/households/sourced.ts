import type { RecordedFact } from './household-fact.js';

/** Where a value came from. */
export interface Source {
  readonly origin: 'tip' | 'coordinator' | 'call' | 'card';
  readonly tipId: string | null;
  readonly by: string | null;
  readonly at: Date;
  /** Whether this is what puts the value before the others. */
  readonly isChoice: boolean;
}

/** A value with every source of it. */
export interface Sourced<Value> {
  readonly key: string;
  readonly value: Value;
  readonly sources: readonly Source[];
  /** The one the rules would prefer if nobody had chosen. */
  readonly isAutomatic: boolean;
}

export interface Observation<Value> {
  readonly key: string;
  readonly value: Value;
  readonly source: Source;
}

export function fromTip(tip: {
  readonly id: string;
  readonly receivedAt: Date;
  readonly maySayName?: boolean;
  readonly tipperName?: string | null;
}): Source {
  const by = tip.maySayName === true ? (tip.tipperName ?? null) : null;
  return { origin: 'tip', tipId: tip.id, by, at: tip.receivedAt, isChoice: false };
}

export function fromFact({ origin, by, at, isChosen }: RecordedFact): Source {
  return { origin, tipId: null, by, at, isChoice: isChosen };
}

/** The choice that stands behind a value, if there is one. */
export function choiceAmong(sources: readonly Source[]): Source | null {
  return (
    [...sources].filter(({ isChoice }) => isChoice).sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null
  );
}

/**
 * Gathers equal values. Preferred first: what somebody chose, latest first; then by `worth`, then what most sources
 * say, then what was said first,
 * and then what comes first here. What a coordinator chose or wrote, and released again, comes after what others told.
 */
export function gather<Value>(
  observations: readonly Observation<Value>[],
  worth: (value: Value) => number = () => 0,
): Sourced<Value>[] {
  const byKey = new Map<string, Omit<Sourced<Value>, 'isAutomatic'>>();
  for (const { key, value, source } of observations) {
    const known = byKey.get(key);
    byKey.set(key, {
      key,
      value: known && source.origin === 'tip' ? known.value : value,
      sources: [...(known?.sources ?? []), source],
    });
  }
  const automatic = [...byKey.values()].sort(
    (a, b) =>
      Number(toldBy(b.sources) > 0) - Number(toldBy(a.sources) > 0) ||
      worth(b.value) - worth(a.value) ||
      toldBy(b.sources) - toldBy(a.sources) ||
      firstAt(a.sources) - firstAt(b.sources),
  );
  return automatic
    .map((value, index) => ({ ...value, isAutomatic: index === 0 }))
    .sort((a, b) => chosenAt(b.sources) - chosenAt(a.sources));
}

function chosenAt(sources: readonly Source[]): number {
  return choiceAmong(sources)?.at.getTime() ?? 0;
}

/** A coordinator chooses or corrects; how many have told it is another matter. */
function toldBy(sources: readonly Source[]): number {
  return sources.filter(({ origin }) => origin !== 'coordinator').length;
}

function firstAt(sources: readonly Source[]): number {
  return Math.min(...sources.map(({ at }) => at.getTime()));
}
