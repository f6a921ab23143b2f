import type { RecordedFact } from './household-fact.js';

/** Where a value came from. */
export interface Source {
  readonly origin: 'tip' | 'coordinator' | 'call' | 'card';
  readonly tipId: string | null;
  readonly by: string | null;
  readonly at: Date;
}

/** A value with every source of it. */
export interface Sourced<Value> {
  readonly key: string;
  readonly value: Value;
  readonly sources: readonly Source[];
}

export interface Observation<Value> {
  readonly key: string;
  readonly value: Value;
  readonly source: Source;
}

export function fromTip(tip: { readonly id: string; readonly receivedAt: Date }): Source {
  return { origin: 'tip', tipId: tip.id, by: null, at: tip.receivedAt };
}

export function fromFact(recorded: RecordedFact): Source {
  return { origin: recorded.origin, tipId: null, by: recorded.by, at: recorded.at };
}

/**
 * Gathers equal values. Preferred first: what somebody chose by hand, latest first; then by `worth`, then what most
 * sources say, then what was said first.
 */
export function gather<Value>(
  observations: readonly Observation<Value>[],
  worth: (value: Value) => number = () => 0,
): Sourced<Value>[] {
  const byKey = new Map<string, Sourced<Value>>();
  for (const { key, value, source } of observations) {
    const known = byKey.get(key);
    byKey.set(key, {
      key,
      value: known && source.origin === 'tip' ? known.value : value,
      sources: [...(known?.sources ?? []), source],
    });
  }
  return [...byKey.values()].sort(
    (a, b) =>
      chosenAt(b.sources) - chosenAt(a.sources) ||
      worth(b.value) - worth(a.value) ||
      b.sources.length - a.sources.length ||
      firstAt(a.sources) - firstAt(b.sources) ||
      (a.key < b.key ? -1 : 1),
  );
}

function chosenAt(sources: readonly Source[]): number {
  return Math.max(0, ...sources.filter(({ origin }) => origin !== 'tip').map(({ at }) => at.getTime()));
}

function firstAt(sources: readonly Source[]): number {
  return Math.min(...sources.map(({ at }) => at.getTime()));
}
