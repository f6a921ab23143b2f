import type { OneTimeLink, Session, User } from '@savner/contract/accounts';
import type { Actor } from '../../platform/actor.js';
import type { MadeLink } from './links.service.js';
import type { UserAccount } from './domain/user-account.js';

/** What a session tells about its surroundings, whoever is signed in. */
export interface SessionPlace {
  readonly now: Date;
  readonly isDemo: boolean;
}

export function presentSession(actor: Actor | null, place: SessionPlace): Session {
  if (!actor) return { user: null, ...presentPlace(place) };
  const { userId: id, name, email, roles, municipality } = actor;
  return { user: { id, name, email, roles: [...roles], municipality }, ...presentPlace(place) };
}

export function presentOpened(user: UserAccount, place: SessionPlace): Session {
  const { id, name, email, roles, municipality } = user;
  return { user: { id, name, email, roles, municipality }, ...presentPlace(place) };
}

export function presentUser(user: UserAccount): User {
  const { id, name, email, roles, municipality, state } = user;
  return { id, name, email, roles, municipality, state, lastSeenAt: user.lastSeenAt?.toISOString() ?? null };
}

export function presentLink(link: MadeLink): OneTimeLink {
  return { userId: link.userId, url: link.url, expiresAt: link.expiresAt.toISOString() };
}

function presentPlace({ now, isDemo }: SessionPlace): Pick<Session, 'now' | 'isDemo'> {
  return { now: now.toISOString(), isDemo };
}
