import { type Actor, isRegional } from '../../platform/actor.js';
import type { Viewer } from './domain/outcome-rules.js';

type Person = Pick<Actor, 'roles' | 'municipality' | 'userId'>;

interface Place {
  readonly municipality: string;
}

/** The municipality a person calls for; null for those who do not call. */
export function callsFor(actor: Person): string | null {
  return actor.roles.some((role) => role === 'caller' || role === 'mayor') ? actor.municipality : null;
}

/** A mayor leads the own municipality's calling, the coordinator and the administrator everybody's. */
export function mayLead(actor: Person, { municipality }: Place): boolean {
  return isRegional(actor) || (actor.roles.includes('mayor') && actor.municipality === municipality);
}

/** Leaders see the board; callers do where the campaign lets them choose for themselves. */
export function maySeeBoard(
  actor: Person,
  place: Place,
  settings: { readonly callersMayChoose: boolean },
): boolean {
  return mayLead(actor, place) || (settings.callersMayChoose && callsFor(actor) === place.municipality);
}

/** Holding a household takes a caller of its municipality; choosing it oneself also the leader's leave. */
export function mayChoose(
  actor: Person,
  place: Place,
  settings: { readonly callersMayChoose: boolean },
): boolean {
  if (callsFor(actor) !== place.municipality) return false;
  return settings.callersMayChoose || actor.roles.includes('mayor');
}

/** Someone who rings back must be answered by whoever picks up the phone. */
export function mayAnswerRingBack(actor: Person, place: Place): boolean {
  return callsFor(actor) === place.municipality;
}

/** What waits for the coordinator is solved by the coordinator; what waits for another round, by the leader. */
export function mayReturnToQueue(
  actor: Person,
  place: Place,
  waiting: { readonly forCoordinator: boolean },
): boolean {
  return waiting.forCoordinator ? isRegional(actor) : mayLead(actor, place);
}

/** In which role a person looks at results, which are not for everybody's eyes. */
export function viewerOf(actor: Person): Viewer {
  if (isRegional(actor)) return 'coordinator';
  if (actor.roles.includes('mayor')) return 'leader';
  return actor.roles.includes('caller') ? 'team' : 'host';
}
