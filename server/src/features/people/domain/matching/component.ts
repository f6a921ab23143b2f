import type { TipFeatures } from './features.js';
import type { Edge } from './judge-pair.js';

export type DecisionKind = 'person' | 'household';

/** An answer a human gave about two tips and has not taken back. */
export interface PairDecision {
  readonly kind: DecisionKind;
  readonly verdict: 'same' | 'not_same';
  readonly a: string;
  readonly b: string;
  /** False when a tip's data have changed since a «not the same»: the pair may be asked about again, never joined unasked. */
  readonly isCurrent: boolean;
}

export interface Component {
  readonly tips: readonly TipFeatures[];
  readonly edges: readonly Edge[];
  readonly decisions: readonly PairDecision[];
  /** How many tips one stands for, itself among them, that say the same and are about one person; left out, one. */
  readonly times?: ReadonlyMap<string, number>;
}
