import type { NewFacts } from '@savner/contract/rules/call-report';
import type { HouseholdStop } from './domain/outcome-rules.js';

/** What calling needs to know of a household; everything personal stays where it is kept and is asked for when shown. */
export interface CallHousehold {
  readonly id: string;
  readonly campaignId: string;
  readonly municipality: string;
  /** Whether it may be called at all, apart from its numbers. */
  readonly state: 'open' | 'sorting' | 'suppressed' | 'gone';
  /** The household that took over; null unless it was merged away. */
  readonly mergedInto: string | null;
  /** Protected address or a threat: nobody but the coordinator may see even the name. */
  readonly isShielded: boolean;
  readonly title: string;
  readonly persons: readonly { readonly name: string; readonly nickname: string | null }[];
  readonly place: string | null;
  /** Numbers that are not known to be dead, E.164, the preferred one first. */
  readonly numbers: readonly string[];
  /** The dead ones, that a late report may still be about. */
  readonly deadNumbers: readonly string[];
  readonly emails: readonly string[];
  /** Whether the post can bring them a card. */
  readonly hasAddress: boolean;
  readonly informBy: Date;
}

/** One who misses the household, as the caller may be told. */
export interface HouseholdMisser {
  readonly name: string | null;
  readonly relation: string;
  readonly greeting: string;
}

/** Somebody close to a household, by what may be recognised; kept only as keyed hashes. */
export interface HouseholdTie {
  readonly householdId: string;
  readonly kind: 'own_tip' | 'self';
  readonly name: string | null;
  readonly email: string | null;
}

/** Who did something to a household, and when, in a call. */
export interface CallSource {
  readonly userId: string;
  readonly reportId: string;
}

/** What a report told of the household itself. */
export interface ToldInCall {
  /** E.164; is never called again. */
  readonly deadNumber: string | null;
  /** A new number or address becomes the preferred one. */
  readonly facts: NewFacts;
  readonly stop: HouseholdStop | null;
}

/** The households, as calling reads and changes them. */
export abstract class HouseholdSource {
  /** In no particular order; unknown ids are left out, merged-away households are told as `gone`. */
  abstract byIds(householdIds: readonly string[]): Promise<CallHousehold[]>;
  abstract missersOf(householdId: string): Promise<HouseholdMisser[]>;
  abstract tiesOf(households: readonly CallHousehold[]): Promise<HouseholdTie[]>;
  /**
   * In the open transaction: nobody else merges or learns anything in the campaign until it ends. Whoever tells the
   * room of people something takes its turn before touching a case.
   */
  abstract takeTurn(campaignId: string): Promise<void>;
  /** In the open transaction. Stores what a report told, with the call as its source. */
  abstract tell(householdId: string, told: ToldInCall, source: CallSource): Promise<void>;
  /** In the open transaction. All that the report told is taken back; what others told since stands. */
  abstract takeBack(householdId: string, source: CallSource): Promise<void>;
  /** Whether somebody has stopped the household, leaving out what this report told. */
  abstract isStoppedBesides(householdId: string, reportId: string): Promise<boolean>;
}
