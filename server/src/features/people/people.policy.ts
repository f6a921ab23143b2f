import { type Actor, hasRole, mayActFor } from '../../platform/actor.js';

/** A mayor reads the households of the own municipality; coordinators and administrators those of all. */
export function mayRead(actor: Actor, household: { readonly municipality: string }): boolean {
  return mayActFor(actor, household.municipality);
}

/** The municipality a list is held to: what a regional role asks for, the own one for the others. */
export function municipalityFor(actor: Actor, asked: string | undefined): string | undefined {
  return hasRole(actor, 'coordinator', 'admin') ? asked : (actor.municipality ?? 'none');
}
