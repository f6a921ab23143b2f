/** Where the pages about people lead, told by the route. */
export interface PeoplePaths {
  readonly household: (householdId: string) => string;
  readonly tip: (tipId: string) => string;
  readonly duplicates: string;
  readonly decisions: string;
}
