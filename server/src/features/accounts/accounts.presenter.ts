import type { OneTimeLink, Session, User } from '@savner/contract/accounts';
import type { Actor } from '../../platform/http/actor.js';
import type { MadeLink } from './links.service.js';
import type { UserRow } from './user.entity.js';

export function presentSession(actor: Actor | null): Session {
  if (!actor) return { user: null };
  const { userId: id, name, email, roles, municipality } = actor;
  return { user: { id, name, email, roles: [...roles], municipality } };
}

export function presentOpened(user: UserRow): Session {
  const { id, name, email, roles, municipality } = user;
  return { user: { id, name, email, roles, municipality } };
}

export function presentUser(user: UserRow): User {
  const { id, name, email, roles, municipality, state } = user;
  return { id, name, email, roles, municipality, state, lastSeenAt: user.lastSeenAt?.toISOString() ?? null };
}

export function presentLink(link: MadeLink): OneTimeLink {
  return { userId: link.userId, url: link.url, expiresAt: link.expiresAt.toISOString() };
}
