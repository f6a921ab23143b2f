import type { HouseholdLink } from '../domain/matching/household-link.js';
import type { Band } from '../domain/matching/judge-pair.js';

/** Pairs worth keeping, as numbers: whom they join, how sure, and what for. */
export interface EdgeList {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly bits: Float64Array;
  /** Place in {@link bands} and {@link householdLevels}: ten times the first, plus the second. */
  readonly kinds: Int32Array;
}

export const bands: readonly Band[] = ['none', 'review', 'automatic'];
export const householdLevels: readonly HouseholdLink['level'][] = ['none', 'apart', 'review', 'sure'];
