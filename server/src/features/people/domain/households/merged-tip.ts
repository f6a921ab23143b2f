import type { MatchableTip, TipFeatures } from '../matching/features.js';

/** What a household keeps of each of its tips. */
export interface MergedTip extends MatchableTip {
  readonly receivedAt: Date;
  readonly features: TipFeatures;
  /** The household the tip was born with: what is learnt about its values is kept under that. */
  readonly birthHouseholdId: string;
  /** Null where a family is named without a given name. */
  readonly personId: string | null;
}
