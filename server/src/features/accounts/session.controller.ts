import { Controller, Inject, Req, Res } from '@nestjs/common';
import { getSession, readLink, signIn, signOut, useLink } from '@savner/contract/accounts';
import type { InputOf } from '@savner/contract/endpoint';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config/config.js';
import { Clock } from '../../platform/clock.js';
import { Public, SignedIn } from '../../platform/http/access.js';
import type { Actor } from '../../platform/actor.js';
import { CurrentActor, MaybeActor } from '../../platform/http/current-actor.js';
import { NetworkLimit } from '../../platform/http/network-limit.js';
import { Input, Route } from '../../platform/http/route.js';
import { CONFIG } from '../../platform/tokens.js';
import { presentOpened, presentSession, type SessionPlace } from './accounts.presenter.js';
import { LinksService } from './links.service.js';
import { SessionCookie } from './session-cookie.js';
import { type OpenedSession, SessionsService } from './sessions.service.js';

/** A ringing team signs in behind one address within minutes; whoever guesses needs thousands of tries. */
const entrances = { kind: 'sign_in', most: 100, perMinutes: 10 };

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly links: LinksService,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
    private readonly limit: NetworkLimit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Route(getSession)
  current(@MaybeActor() actor: Actor | null) {
    return presentSession(actor, this.#place());
  }

  @Public()
  @Route(signIn)
  async signIn(
    @Input() { body }: InputOf<typeof signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.limit.count(request.ip, entrances);
    return this.#enter(await this.sessions.signIn(body.email, body.password), reply);
  }

  @SignedIn()
  @Route(signOut)
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.signOut(actor);
    this.cookie.clear(reply);
    // Not "storage": reports that never got through wait there for their caller's next sign-in.
    void reply.header('clear-site-data', '"cache"');
    return { done: true };
  }

  @Public()
  @Route(readLink)
  async readLink(@Input() { body }: InputOf<typeof readLink>, @Req() request: FastifyRequest) {
    this.limit.count(request.ip, entrances);
    return this.links.read(body.token);
  }

  @Public()
  @Route(useLink)
  async useLink(
    @Input() { body }: InputOf<typeof useLink>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.limit.count(request.ip, entrances);
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
