import type { Role } from '@savner/contract/accounts';
import { type Actor, hasRole } from '../../platform/actor.js';

interface Person {
  readonly roles: readonly Role[];
  readonly municipality: string | null;
}

/** A mayor brings callers into the own team; coordinators and administrators bring in anyone. */
export function mayInvite(actor: Actor, invited: Person): boolean {
  if (hasRole(actor, 'admin')) return true;
  if (hasRole(actor, 'coordinator')) return !invited.roles.includes('admin');
  return (
    hasRole(actor, 'mayor') &&
    invited.municipality === actor.municipality &&
    invited.roles.every((role) => role === 'caller')
  );
}

/** Sign-in links, ending sessions and access: over those one could have invited, and only them. */
export function mayManage(actor: Actor, person: Person): boolean {
  return mayInvite(actor, person);
}
