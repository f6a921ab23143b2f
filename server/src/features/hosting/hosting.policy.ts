import { type Actor, isRegional } from '../../platform/actor.js';

type Person = Pick<Actor, 'roles' | 'municipality'>;

/** Whose follow-ups a person may see: null is every municipality, undefined none. */
export function followsUpIn(actor: Person): string | null | undefined {
  if (isRegional(actor)) return null;
  const isLocal = actor.roles.includes('host') || actor.roles.includes('mayor');
  return isLocal && actor.municipality !== null ? actor.municipality : undefined;
}

export function mayFollowUp(actor: Person, { municipality }: { readonly municipality: string }): boolean {
  const own = followsUpIn(actor);
  return own === null || own === municipality;
}
