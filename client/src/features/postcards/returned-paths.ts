/** Where the work goes on from a card that came back. */
export interface ReturnedCardsPaths {
  readonly household: (householdId: string) => string;
  readonly batches: string;
}
