import type { MatchKind, Saving } from '@savner/contract/people';
import type { RecordedFact } from '../households/household-fact.js';
import type { DetailTip } from '../households/household-detail.js';

/** Two records that wait for an answer, shown by their likeliest two tips. */
export interface StoredQuestion {
  readonly kind: MatchKind;
  readonly caseId: string;
  readonly tipA: string;
  readonly tipB: string;
  readonly probability: number;
  readonly saves: Saving;
  readonly savedCount: number;
  readonly informBy: Date;
}

/** One side of a case: the tip that is shown, and the household it stands in. */
export interface ReviewedSide {
  readonly tip: DetailTip;
  readonly householdId: string;
  readonly contents: { readonly tips: readonly DetailTip[]; readonly facts: readonly RecordedFact[] };
}

/** What a side stands for: its person, or its household when living together is what is asked. */
function groupOf(kind: MatchKind, { tip, householdId }: ReviewedSide): string {
  return kind === 'person' ? (tip.personId ?? tip.id) : householdId;
}

/** The tips a side stands for, the one that is shown first. */
export function tipsOfSide(kind: MatchKind, { tip, contents }: ReviewedSide): readonly DetailTip[] {
  const others = contents.tips.filter(({ id }) => id !== tip.id);
  if (kind === 'household') return [tip, ...others];
  return [tip, ...others.filter(({ personId }) => personId !== null && personId === tip.personId)];
}

/** A case with its sides: one for each person (or household), in the order they were first tipped about. */
export interface AskedCase {
  readonly kind: MatchKind;
  readonly sides: readonly ReviewedSide[];
  readonly questions: readonly (StoredQuestion & { readonly a: number; readonly b: number })[];
}

/**
 * Lays out a case. Questions name the likeliest two tips of two records, so that a record may stand in several
 * questions by different tips: it is one side all the same, shown by the tip that came first.
 */
export function layOutCase(
  questions: readonly StoredQuestion[],
  sideOf: (tipId: string) => ReviewedSide | null,
): AskedCase | null {
  const [first] = questions;
  if (!first) return null;
  const { kind } = first;
  const sides = new Map<string, ReviewedSide>();
  for (const side of questions.flatMap(({ tipA, tipB }) => [sideOf(tipA), sideOf(tipB)]).sort(byArrival)) {
    if (side && !sides.has(groupOf(kind, side))) sides.set(groupOf(kind, side), side);
  }
  const order = [...sides.keys()];
  const placeOf = (tipId: string) => {
    const side = sideOf(tipId);
    return side ? order.indexOf(groupOf(kind, side)) : -1;
  };
  const laidOut = questions
    .map((question) => ({ ...question, a: placeOf(question.tipA), b: placeOf(question.tipB) }))
    .filter(({ a, b }) => a >= 0 && b >= 0 && a !== b)
    .map((question) =>
      question.a < question.b
        ? question
        : { ...question, a: question.b, b: question.a, tipA: question.tipB, tipB: question.tipA },
    );
  return laidOut.length === 0 ? null : { kind, sides: [...sides.values()], questions: laidOut };
}

function byArrival(one: ReviewedSide | null, other: ReviewedSide | null): number {
  const [first, second] = [one?.tip, other?.tip];
  if (!first || !second) return 0;
  return (
    first.receivedAt.getTime() - second.receivedAt.getTime() ||
    (first.id < second.id ? -1 : first.id > second.id ? 1 : 0)
  );
}

/** A stored answer to one pair. */
export interface AnsweredPair {
  readonly actId: string;
  readonly kind: MatchKind;
  readonly verdict: 'same' | 'not_same';
  readonly origin: 'review' | 'split';
  readonly tipA: string;
  readonly tipB: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly why: string;
}
