import { Controller, Req } from '@nestjs/common';
import type { Language } from '@savner/contract/common';
import type { InputOf } from '@savner/contract/endpoint';
import { findLikely, joinTip } from '@savner/contract/people';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/actor.js';
import { Allow } from '../../platform/http/access.js';
import { CurrentActor } from '../../platform/http/current-actor.js';
import { NetworkLimit } from '../../platform/http/network-limit.js';
import { ReaderLanguage } from '../../platform/http/reader-language.js';
import { Input, Route } from '../../platform/http/route.js';
import { Joining } from './joining.js';
import { LikelyPersons } from './likely-persons.js';

/** A tip typed in asks a score of times; an office behind one address types a hundred tips an hour. Who harvests, asks more. */
const questions = { kind: 'likely', most: 600, perMinutes: 10 };

@Controller()
export class LikelyController {
  constructor(
    private readonly likely: LikelyPersons,
    private readonly joining: Joining,
    private readonly limit: NetworkLimit,
  ) {}

  @Allow('coordinator', 'admin')
  @Route(findLikely)
  async find(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof findLikely>,
    @ReaderLanguage() language: Language,
    @Req() request: FastifyRequest,
  ) {
    this.limit.count(request.ip, questions);
    return { persons: await this.likely.find(actor, params.campaignId, body, language) };
  }

  @Allow('coordinator', 'admin')
  @Route(joinTip)
  async join(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof joinTip>) {
    await this.joining.join(actor, params.campaignId, body);
    return { done: true as const };
  }
}
