import type { BlockReason, HouseholdChange } from '@savner/contract/people';

/**
 * Something learnt about a household beside the tips: a correction by hand, or what a call told.
 * Facts are only ever added; the latest of a kind counts. They belong to the household they were told about
 * and follow it through every merge and undo.
 */
export type HouseholdFact =
  | HouseholdChange
  | { readonly kind: 'wrong_person' }
  | { readonly kind: 'blocked'; readonly reason: BlockReason }
  /** Takes back everything that the report told; what others told stands. */
  | { readonly kind: 'retracted'; readonly reportId: string };

export interface RecordedFact {
  readonly id: string;
  readonly householdId: string;
  readonly fact: HouseholdFact;
  readonly origin: 'coordinator' | 'call' | 'card';
  /** Name of who told it. */
  readonly by: string;
  readonly at: Date;
  readonly why: string;
  /** The report of a call that told it. */
  readonly reportId: string | null;
}

/** The facts that stand: those told by a report that was taken back do not count. */
export function standingFacts(facts: readonly RecordedFact[]): RecordedFact[] {
  const takenBack = new Set(facts.flatMap(({ fact }) => (fact.kind === 'retracted' ? [fact.reportId] : [])));
  return facts.filter(
    ({ fact, reportId }) => fact.kind !== 'retracted' && (reportId === null || !takenBack.has(reportId)),
  );
}

type OfKind<K extends HouseholdFact['kind']> = Extract<HouseholdFact, { kind: K }>;

/** The facts of one kind, latest first. */
export function factsOf<K extends HouseholdFact['kind']>(
  facts: readonly RecordedFact[],
  kind: K,
): (RecordedFact & { readonly fact: OfKind<K> })[] {
  return facts
    .filter(
      (recorded): recorded is RecordedFact & { readonly fact: OfKind<K> } => recorded.fact.kind === kind,
    )
    .sort(latestFirst);
}

export function latestFirst(a: RecordedFact, b: RecordedFact): number {
  return b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);
}
