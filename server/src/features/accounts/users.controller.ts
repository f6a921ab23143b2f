import { Controller } from '@nestjs/common';
import { disableUser, endSessions, inviteUser, listUsers, makeSignInLink } from '@savner/contract/accounts';
import type { InputOf } from '@savner/contract/endpoint';
import { Allow } from '../../platform/http/access.js';
import type { Actor } from '../../platform/actor.js';
import { CurrentActor } from '../../platform/http/current-actor.js';
import { Input, Route } from '../../platform/http/route.js';
import { presentLink, presentUser } from './accounts.presenter.js';
import { LinksService } from './links.service.js';
import { UsersService } from './users.service.js';

@Controller()
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly links: LinksService,
  ) {}

  @Allow('mayor', 'coordinator', 'admin')
  @Route(listUsers)
  async list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listUsers>) {
    return { users: (await this.users.list(actor, query.municipality)).map(presentUser) };
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(inviteUser)
  async invite(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof inviteUser>) {
    return presentLink(await this.links.invite(actor, body));
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(makeSignInLink)
  async renew(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof makeSignInLink>) {
    return presentLink(await this.links.renew(actor, params.userId));
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(disableUser)
  async disable(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof disableUser>) {
    await this.users.disable(actor, params.userId);
    return { done: true };
  }

  @Allow('caller', 'mayor', 'host', 'coordinator', 'admin')
  @Route(endSessions)
  async endSessions(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof endSessions>) {
    await this.users.endSessions(actor, params.userId);
    return { done: true };
  }
}
