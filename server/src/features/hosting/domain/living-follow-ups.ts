import type { FollowUpStatus } from '@savner/contract/hosting';
import type { Interest, MoveHorizon } from '@savner/contract/rules/call-report';

/** A host's work, as it was made for one household. */
export interface KeptFollowUp {
  readonly id: string;
  readonly householdId: string;
  readonly dueOn: string;
  readonly status: FollowUpStatus;
  readonly note: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly version: number;
}

/** What a talk asked for. */
export interface KeptWish {
  readonly followUpId: string;
  readonly result: 'moving' | 'interested' | 'later';
  readonly interests: readonly Interest[];
  readonly horizon: MoveHorizon | null;
  readonly callersNote: string;
  readonly toldAt: Date;
}

/** A follow-up as a host should see it now. */
export interface LivingFollowUp {
  /** The work that is shown and changed: that of the latest talk. */
  readonly work: KeptFollowUp;
  readonly householdId: string;
  readonly wish: KeptWish;
  /** The callers' words, the latest first, and what hosts wrote about households that were merged into this one. */
  readonly words: readonly string[];
}

/**
 * Puts follow-ups of households that turned out to be one together: the latest talk decides which work goes on, and what was
 * written in the others is shown beside it. `livingIdOf` answers null for a household that is no longer there.
 */
export function livingFollowUps(
  kept: readonly KeptFollowUp[],
  wishes: readonly KeptWish[],
  livingIdOf: (householdId: string) => string | null,
): LivingFollowUp[] {
  const groups = new Map<string, KeptFollowUp[]>();
  for (const work of kept) {
    const living = livingIdOf(work.householdId);
    if (living !== null) groups.set(living, [...(groups.get(living) ?? []), work]);
  }
  return [...groups].flatMap(([householdId, works]) => {
    const ids = new Set(works.map(({ id }) => id));
    const told = wishes.filter(({ followUpId }) => ids.has(followUpId)).sort(latestFirst);
    const [wish] = told;
    const work = works.find(({ id }) => id === wish?.followUpId);
    if (!wish || !work) return [];
    const others = works.filter(({ id }) => id !== work.id);
    const words = [...told.map(({ callersNote }) => callersNote), ...others.map(({ note }) => note)];
    return [{ work, householdId, wish, words: [...new Set(words.filter((word) => word !== ''))] }];
  });
}

function latestFirst(a: KeptWish, b: KeptWish): number {
  return b.toldAt.getTime() - a.toldAt.getTime();
}
