import type { MatchKind } from '@savner/contract/people';
import type { RecordedFact } from '../households/household-fact.js';
import type { DetailTip } from '../households/household-detail.js';

/** A pair that waits for an answer, shown by its likeliest two tips. */
export interface StoredQuestion {
  readonly kind: MatchKind;
  readonly tipA: string;
  readonly tipB: string;
  readonly probability: number;
}

/** One side of a pair: the tip that is shown, and the household it stands in. */
export interface ReviewedSide {
  readonly tip: DetailTip;
  readonly householdId: string;
  readonly contents: { readonly tips: readonly DetailTip[]; readonly facts: readonly RecordedFact[] };
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
