import type { BlockReason, ChosenField, HouseholdChange } from '@savner/contract/people';

/**
 * Something learnt about a household beside the tips: a correction by hand, or what a call told.
 * Facts are only ever added; the latest of a kind counts. A choice among values that tips gave belongs to the tip that
 * gave it, everything else to the household it was told about; both follow through every merge and undo.
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
  /** The tip whose value it is about; it belongs to wherever that tip lives. Null when it is about the household. */
  readonly tipId: string | null;
  readonly fact: HouseholdFact;
  readonly origin: 'coordinator' | 'call' | 'card';
  /** Name of who told it. */
  readonly by: string;
  readonly at: Date;
  readonly why: string;
  /** The report of a call that told it. */
  readonly reportId: string | null;
  /** False when somebody has left the choice to the rules again since: the value is kept, but nobody has chosen it. */
  readonly isChosen: boolean;
}

/** The facts that stand: those told by a report that was taken back do not count. */
export function standingFacts(facts: readonly Omit<RecordedFact, 'isChosen'>[]): RecordedFact[] {
  const takenBack = new Set(facts.flatMap(({ fact }) => (fact.kind === 'retracted' ? [fact.reportId] : [])));
  const standing = facts.filter(
    ({ fact, reportId }) => fact.kind !== 'retracted' && (reportId === null || !takenBack.has(reportId)),
  );
  return standing.map((recorded) => ({
    ...recorded,
    isChosen: !standing.some((later) => releases(later, recorded)),
  }));
}

/** Which choice a fact makes, if it makes one. */
export function fieldOf(fact: HouseholdFact): ChosenField | null {
  switch (fact.kind) {
    case 'prefer_name':
      return 'name';
    case 'names_on_card':
      return 'names_on_card';
    case 'prefer_address':
      return 'address';
    case 'prefer_phone':
      return 'phone';
    case 'prefer_email':
      return 'email';
    case 'move_municipality':
      return 'municipality';
    case 'prefer_birth_year':
      return 'birth_year';
    case 'prefer_person_name':
      return 'person_name';
    case 'automatic':
    case 'phone_dead':
    case 'phone_ok':
    case 'address_dead':
    case 'address_ok':
    case 'right_person':
    case 'wrong_person':
    case 'blocked':
    case 'retracted':
      return null;
  }
}

/** «Back to the automatic» is told of every choice it releases, so that it follows each of them through merges. */
function releases(later: Owned, choice: Owned): boolean {
  return (
    later.fact.kind === 'automatic' &&
    later.fact.field === fieldOf(choice.fact) &&
    later.householdId === choice.householdId &&
    later.tipId === choice.tipId &&
    latestFirst(later, choice) < 0
  );
}

type Owned = Pick<RecordedFact, 'id' | 'householdId' | 'tipId' | 'fact' | 'at'>;

type OfKind<K extends HouseholdFact['kind']> = Extract<HouseholdFact, { kind: K }>;

/** The facts of one kind, latest first; those that were released too. */
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

export function latestFirst(a: Pick<RecordedFact, 'id' | 'at'>, b: Pick<RecordedFact, 'id' | 'at'>): number {
  return b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);
}

/** The latest choice of a kind that somebody has made and nobody has released. */
export function choiceOf<K extends HouseholdFact['kind']>(facts: readonly RecordedFact[], kind: K) {
  return factsOf(facts, kind).find(({ isChosen }) => isChosen);
}
