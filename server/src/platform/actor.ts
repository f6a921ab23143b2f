import type { Role } from '@savner/contract/accounts';

/** The signed-in person a request acts for. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  /** Null for those who work for the whole region. */
  readonly municipality: string | null;
  readonly sessionId: string;
}

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.roles.some((role) => wanted.includes(role));
}

/** Coordinators and administrators work for every municipality. */
export function isRegional({ roles }: Pick<Actor, 'roles'>): boolean {
  return roles.includes('coordinator') || roles.includes('admin');
}

/** Coordinators and administrators see every municipality; the others their own. */
export function mayActFor(actor: Actor, municipality: string): boolean {
  return isRegional(actor) || actor.municipality === municipality;
}
