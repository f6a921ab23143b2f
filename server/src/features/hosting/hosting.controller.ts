import { Controller } from '@nestjs/common';
import type { InputOf } from '@savner/contract/endpoint';
import { changeFollowUp, listFollowUps } from '@savner/contract/hosting';
import type { Actor } from '../../platform/actor.js';
import { Allow } from '../../platform/http/access.js';
import { CurrentActor } from '../../platform/http/current-actor.js';
import { Input, Route } from '../../platform/http/route.js';
import { FollowUpsService } from './follow-ups.service.js';

@Controller()
export class HostingController {
  constructor(private readonly followUps: FollowUpsService) {}

  @Allow('host', 'mayor', 'coordinator', 'admin')
  @Route(listFollowUps)
  async list(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof listFollowUps>) {
    return { followUps: await this.followUps.list(actor, params.campaignId, query) };
  }

  @Allow('host', 'mayor', 'coordinator', 'admin')
  @Route(changeFollowUp)
  async change(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof changeFollowUp>) {
    return this.followUps.change(actor, params, body);
  }
}
