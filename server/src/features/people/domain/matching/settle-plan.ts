import type { Resolution } from './resolve.js';

/** Where a tip belongs. `personId` is null where a family is named without a given name. */
export interface Place {
  readonly tipId: string;
  readonly personId: string | null;
  readonly householdId: string;
}

/** The ids a tip was given when it came: those its person and household have if it stays alone. */
export interface Birth {
  readonly tipId: string;
  readonly personId: string;
  readonly householdId: string;
}

/**
 * Gives every group its id: that of the member that came first (ids made later sort later). So an id never changes
 * because something came after it, and taking a merge back gives each part exactly the id it had.
 */
export function placesOf(
  resolution: Pick<Resolution, 'persons' | 'households'>,
  births: readonly Birth[],
): Place[] {
  const birthOf = new Map(births.map((birth) => [birth.tipId, birth]));
  const personOf = ids(resolution.persons, (tip) => birthOf.get(tip)?.personId);
  const householdOf = ids(resolution.households, (tip) => birthOf.get(tip)?.householdId);
  return births.map(({ tipId, householdId }) => ({
    tipId,
    personId: personOf.get(tipId) ?? null,
    householdId: householdOf.get(tipId) ?? householdId,
  }));
}

/** The places that differ from what is stored. */
export function movedTips(now: readonly Place[], before: readonly Place[]): Place[] {
  const known = new Map(before.map((place) => [place.tipId, place]));
  return now.filter((place) => {
    const old = known.get(place.tipId);
    return !old || old.personId !== place.personId || old.householdId !== place.householdId;
  });
}

function ids(
  groups: readonly (readonly string[])[],
  birthId: (tip: string) => string | undefined,
): Map<string, string> {
  const idOf = new Map<string, string>();
  for (const group of groups) {
    const [first] = group
      .map(birthId)
      .filter((id) => id !== undefined)
      .sort();
    if (first !== undefined) for (const tip of group) idOf.set(tip, first);
  }
  return idOf;
}
