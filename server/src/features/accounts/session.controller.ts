import { Controller, Inject, Res } from '@nestjs/common';
import { getSession, readLink, signIn, signOut, useLink } from '@savner/contract/accounts';
import type { InputOf } from '@savner/contract/endpoint';
import type { FastifyReply } from 'fastify';
import type { Config } from '../../config/config.js';
import { Clock } from '../../platform/clock.js';
import { Public, SignedIn } from '../../platform/http/access.js';
import type { Actor } from '../../platform/actor.js';
import { CurrentActor, MaybeActor } from '../../platform/http/current-actor.js';
import { Input, Route } from '../../platform/http/route.js';
import { CONFIG } from '../../platform/tokens.js';
import { presentOpened, presentSession, type SessionPlace } from './accounts.presenter.js';
import { LinksService } from './links.service.js';
import { SessionCookie } from './session-cookie.js';
import { type OpenedSession, SessionsService } from './sessions.service.js';

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly links: LinksService,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Route(getSession)
  current(@MaybeActor() actor: Actor | null) {
    return presentSession(actor, this.#place());
  }

  @Public()
  @Route(signIn)
  async signIn(@Input() { body }: InputOf<typeof signIn>, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.#enter(await this.sessions.signIn(body.email, body.password), reply);
  }

  @SignedIn()
  @Route(signOut)
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.signOut(actor);
    this.cookie.clear(reply);
    void reply.header('clear-site-data', '"cache", "storage"');
    return { done: true };
  }

  @Public()
  @Route(readLink)
  async readLink(@Input() { body }: InputOf<typeof readLink>) {
    return this.links.read(body.token);
  }

  @Public()
  @Route(useLink)
  async useLink(@Input() { body }: InputOf<typeof useLink>, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.#enter(await this.links.use(body), reply);
  }

  #enter(opened: OpenedSession, reply: FastifyReply) {
    this.cookie.write(reply, opened.token, opened.secondsValid);
    return presentOpened(opened.user, this.#place());
  }

  #place(): SessionPlace {
    return { now: this.clock.now(), isDemo: this.config.mode === 'demo' };
  }
}
