import type { Campaign } from '@savner/contract/campaigns';

/** How far a household has come after the sorting, in words; other rooms know it. */
export interface Standing {
  /** Null while the sorting's own words say it. */
  readonly words: string | null;
  readonly color: 'success' | 'info' | 'neutral';
  readonly isInformed: boolean;
}

/** Reads how far some households have come, by id; those not read yet are not in it. */
export type UseStandings = (
  campaign: Campaign,
  householdIds: readonly string[],
) => ReadonlyMap<string, Standing>;
