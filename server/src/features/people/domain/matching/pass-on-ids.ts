import type { Place } from './settle-plan.js';

interface BornTip {
  readonly tipId: string;
  readonly birthPersonId: string;
  readonly birthHouseholdId: string;
}

export interface Heir {
  readonly tipId: string;
  /** The id taken over; left out when the tip keeps its own. */
  readonly birthPersonId?: string;
  readonly birthHouseholdId?: string;
  /** The household id the tip was born with: what was told about it belongs to the new one. */
  readonly formerHouseholdId: string;
}

/** Ids that no tip bears any more. */
export interface Emptied {
  readonly persons: readonly string[];
  readonly households: readonly string[];
}

/**
 * Tips that go may have given their person and household its id; the one that came next in the group takes it over.
 * @param places where the remaining tips belong now
 */
export function passOn(
  forgotten: readonly BornTip[],
  rest: readonly BornTip[],
  places: readonly Place[],
): { heirs: Heir[]; emptied: Emptied } {
  const placeOf = new Map(places.map((place) => [place.tipId, place]));
  const freedPersons = new Set(forgotten.map((tip) => tip.birthPersonId));
  const freedHouseholds = new Set(forgotten.map((tip) => tip.birthHouseholdId));
  const heirs: Heir[] = [];
  for (const tip of [...rest].sort(byBirth)) {
    const place = placeOf.get(tip.tipId);
    const takesPerson = place?.personId != null && freedPersons.delete(place.personId);
    const takesHousehold = place !== undefined && freedHouseholds.delete(place.householdId);
    if (takesPerson) freedPersons.add(tip.birthPersonId);
    if (takesHousehold) freedHouseholds.add(tip.birthHouseholdId);
    if (!takesPerson && !takesHousehold) continue;
    heirs.push({
      tipId: tip.tipId,
      formerHouseholdId: tip.birthHouseholdId,
      ...(takesPerson && place.personId ? { birthPersonId: place.personId } : {}),
      ...(takesHousehold ? { birthHouseholdId: place.householdId } : {}),
    });
  }
  return { heirs, emptied: { persons: [...freedPersons], households: [...freedHouseholds] } };
}

function byBirth(a: BornTip, b: BornTip): number {
  return a.birthHouseholdId < b.birthHouseholdId ? -1 : 1;
}
