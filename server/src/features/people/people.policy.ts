import type { BlockReason } from '@savner/contract/people';
import { type Actor, isRegional, mayActFor } from '../../platform/actor.js';

/** A mayor reads the households of the own municipality; coordinators and administrators those of all. */
export function mayRead(actor: Actor, household: ReadHousehold): boolean {
  if (!mayActFor(actor, household.municipality)) return false;
  return (
    isRegional(actor) || household.blockReason === null || !shieldedReasons.includes(household.blockReason)
  );
}

/** Kept from the municipality's team: only the coordinator sees who is behind. */
export const shieldedReasons: readonly BlockReason[] = ['protected', 'erase', 'deceased'];

export function hiddenFrom(actor: Actor): readonly BlockReason[] {
  return isRegional(actor) ? [] : shieldedReasons;
}

/** The municipality a list is held to: what a regional role asks for, the own one for the others. */
export function municipalityFor(actor: Actor, asked: string | undefined): string | undefined {
  return isRegional(actor) ? asked : (actor.municipality ?? 'none');
}

interface ReadHousehold {
  readonly municipality: string;
  readonly blockReason: BlockReason | null;
}
