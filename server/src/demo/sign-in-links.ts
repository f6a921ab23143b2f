import type { INestApplicationContext } from '@nestjs/common';
import { LinksService, UsersService } from '../features/accounts/index.js';
import type { Actor } from '../platform/actor.js';
import { type DemoPerson, demoPeople } from './people.js';

/** Gives everybody access; answers them as actors by the key of their person. */
export async function joinPeople(
  app: INestApplicationContext,
  people: readonly DemoPerson[],
): Promise<ReadonlyMap<string, Actor>> {
  const actors = new Map<string, Actor>();
  for (const { key, name, email, roles, municipality } of people) {
    const { userId } = await app
      .get(LinksService)
      .joinAndMakeSignInLink({ name, email, roles, municipality });
    actors.set(key, { userId, name, email, roles, municipality, sessionId: '' });
  }
  return actors;
}

/** A fresh one-time link for each of the people a newcomer may be. */
export async function offeredLinks(app: INestApplicationContext): Promise<{ title: string; url: string }[]> {
  const operator: Actor = {
    userId: '',
    name: '',
    email: null,
    roles: ['admin'],
    municipality: null,
    sessionId: '',
  };
  const users = await app.get(UsersService).list(operator, undefined);
  const links: { title: string; url: string }[] = [];
  for (const { title, name, email } of demoPeople.filter(({ isOffered }) => isOffered)) {
    const user = users.find((each) => each.email === email);
    if (!user) continue;
    const { url } = await app.get(LinksService).renewUnchecked(user.id);
    links.push({ title: `${name}, ${title}`, url });
  }
  return links;
}
