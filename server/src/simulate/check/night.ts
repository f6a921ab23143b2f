import type { BoardCard, CallCounts } from '@savner/contract/call-board';
import type { MyReport } from '@savner/contract/calls';
import type { Sighting, Trouble } from '../journal.js';

/** All that is known of a night from outside: what was arranged, what the callers saw, and what the server tells afterwards. */
export interface Night {
  readonly rules: NightRules;
  readonly callers: readonly NightCaller[];
  /** The boards before anybody called. */
  readonly before: readonly BoardHousehold[];
  readonly sightings: readonly Sighting[];
  readonly troubles: readonly Trouble[];
  readonly after: Aftermath;
}

export interface NightRules {
  /** The team's call hours of that evening, in milliseconds since 1970. */
  readonly opensAt: number;
  readonly closesAt: number;
  /** Nobody is called after this, not even who agreed to it. */
  readonly latestAt: number;
  readonly maxAttempts: number;
  readonly retrySameEvening: boolean;
  /** Who has tipped about a household, or lives in it. */
  readonly ties: readonly { readonly callerId: string; readonly householdId: string }[];
}

export interface NightCaller {
  readonly id: string;
  readonly name: string;
  readonly municipality: string;
}

export interface BoardHousehold {
  readonly municipality: string;
  readonly card: BoardCard;
}

export interface Aftermath {
  /** Whom somebody held who had signed out, read right after the last one went home. */
  readonly leftInHand: readonly BoardHousehold[];
  /** Read when every lease must have run out, after the server was killed once more. */
  readonly boards: readonly BoardHousehold[];
  readonly readAt: number;
  readonly counts: readonly CallCounts[];
  readonly callers: readonly CallerAfterwards[];
}

export interface CallerAfterwards {
  readonly callerId: string;
  readonly reports: readonly MyReport[];
  /** As the start page counts them. */
  readonly calls: number;
  readonly talks: number;
  readonly holds: string | null;
}

export const checks = [
  'held by two',
  'two in one hand',
  'lease lost too early',
  'called against the rules',
  'report',
  'lost household',
  'figures',
  'still held',
  'trouble',
] as const;

export interface Violation {
  readonly check: (typeof checks)[number];
  /** Names household, callers and times. */
  readonly what: string;
}

/** Names for what is found. */
export class Names {
  readonly #callers: ReadonlyMap<string, string>;
  readonly #households: ReadonlyMap<string, string>;

  constructor({ callers, before }: Pick<Night, 'callers' | 'before'>) {
    this.#callers = new Map(callers.map(({ id, name }) => [id, name]));
    this.#households = new Map(before.map(({ card }) => [card.householdId, card.title]));
  }

  caller(id: string): string {
    return this.#callers.get(id) ?? id;
  }

  household(id: string): string {
    return `${this.#households.get(id) ?? 'unknown household'} (${id})`;
  }
}

/** Clock time in Norway in winter, to the second. */
export function clockTime(instant: number): string {
  return new Date(instant + 3_600_000).toISOString().slice(11, 19);
}

export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
