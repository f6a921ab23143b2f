import type { BlockReason, HouseholdPhone, HouseholdStage, SortingReason } from '@savner/contract/people';

/** A household as it is stored for lists and for the rooms after this one: the preferred value of each. */
export interface Household {
  readonly id: string;
  readonly campaignId: string;
  readonly municipality: string;
  readonly displayName: string;
  readonly namesOnCard: readonly string[];
  readonly street: string | null;
  readonly postcode: string | null;
  readonly place: string | null;
  /** Null means Norway. */
  readonly country: string | null;
  /** Whether the post can bring a card to the address. */
  readonly hasAddress: boolean;
  /** E.164, the one to call first in front; dead ones last. */
  readonly phones: readonly HouseholdPhone[];
  readonly emails: readonly string[];
  readonly tipCount: number;
  readonly personCount: number;
  readonly firstTipAt: Date;
  /** The person must have been informed by then; later tips never move it. */
  readonly informBy: Date;
  readonly stage: HouseholdStage;
  readonly sortingReason: SortingReason | null;
  readonly blockReason: BlockReason | null;
  /** Set when the household was merged away. */
  readonly retiredAt: Date | null;
  readonly mergedInto: string | null;
  /** For lists in Norwegian alphabetical order: compare as plain text. */
  readonly sortKey: string;
  readonly version: number;
}
