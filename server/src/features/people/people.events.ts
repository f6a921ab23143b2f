import { eventKind } from '../../platform/events.js';

export interface HouseholdsChanged {
  readonly campaignId: string;
  /** Created, changed or retired. */
  readonly householdIds: readonly string[];
  /** Households merged away, and the one that took over; undone when an id in `householdIds` lives again. */
  readonly merged: readonly { readonly from: string; readonly into: string }[];
}

/** Told in the transaction that changes them. */
export const householdsChanged = eventKind<HouseholdsChanged>('people.households_changed');
