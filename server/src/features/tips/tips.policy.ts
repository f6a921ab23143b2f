import { type Actor, hasRole, isRegional, mayActFor } from '../../platform/actor.js';

interface SeenTip {
  readonly municipality: string;
  readonly isShielded: boolean;
}

/** A mayor does not see what was tipped about people who are shielded from the team. */
export function maySeeTip(actor: Actor, { municipality, isShielded }: SeenTip): boolean {
  return maySeeTips(actor, municipality) && (!isShielded || maySeeShielded(actor));
}

export function maySeeShielded(actor: Actor): boolean {
  return isRegional(actor);
}

/** Coordinators and administrators see every tip; a mayor those of the own municipality. */
function maySeeTips(actor: Actor, municipality: string): boolean {
  return hasRole(actor, 'mayor', 'coordinator', 'admin') && mayActFor(actor, municipality);
}

/** Those who see a municipality's tips also enter tips for it, from paper and telephone. */
export function mayEnterTip(actor: Actor, municipality: string): boolean {
  return maySeeTips(actor, municipality);
}

export type Sight =
  | { readonly kind: 'all' }
  | { readonly kind: 'one'; readonly municipality: string }
  | { readonly kind: 'none' };

/** What of a list the person may see, of what was asked for. */
export function sightOf(actor: Actor, wanted: string | undefined): Sight {
  if (isRegional(actor)) return wanted === undefined ? { kind: 'all' } : one(wanted);
  if (actor.municipality === null) return { kind: 'none' };
  return wanted === undefined || wanted === actor.municipality ? one(actor.municipality) : { kind: 'none' };
}

function one(municipality: string): Sight {
  return { kind: 'one', municipality };
}
