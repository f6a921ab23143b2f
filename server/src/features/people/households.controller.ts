import { Controller } from '@nestjs/common';
import type { Language } from '@savner/contract/common';
import type { InputOf } from '@savner/contract/endpoint';
import {
  blockHousehold,
  changeHousehold,
  getHousehold,
  listHouseholds,
  readTies,
  splitTip,
} from '@savner/contract/people';
import type { Actor } from '../../platform/actor.js';
import { Allow } from '../../platform/http/access.js';
import { CurrentActor } from '../../platform/http/current-actor.js';
import { ReaderLanguage } from '../../platform/http/reader-language.js';
import { Input, Route } from '../../platform/http/route.js';
import { Deciding } from './deciding.js';
import { presentHousehold, presentHouseholdRow } from './households.presenter.js';
import { HouseholdsService } from './households.service.js';
import { TiesService } from './ties.service.js';

@Controller()
export class HouseholdsController {
  constructor(
    private readonly households: HouseholdsService,
    private readonly deciding: Deciding,
    private readonly tying: TiesService,
  ) {}

  @Allow('mayor', 'coordinator', 'admin')
  @Route(listHouseholds)
  async list(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof listHouseholds>) {
    const found = await this.households.list(actor, { ...query, campaignId: params.campaignId });
    return { ...found, households: found.households.map(presentHouseholdRow) };
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(getHousehold)
  async get(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof getHousehold>) {
    const { household, detail } = await this.households.get(actor, params.campaignId, params.householdId);
    return presentHousehold(household, detail);
  }

  @Allow('coordinator', 'admin')
  @Route(readTies)
  async ties(@Input() { params }: InputOf<typeof readTies>, @ReaderLanguage() language: Language) {
    return this.tying.ofHousehold(params.campaignId, params.householdId, language);
  }

  @Allow('coordinator', 'admin')
  @Route(changeHousehold)
  async change(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof changeHousehold>) {
    const { household, detail } = await this.households.change(actor, params, body);
    return presentHousehold(household, detail);
  }

  @Allow('coordinator', 'admin')
  @Route(splitTip)
  async split(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof splitTip>) {
    return this.deciding.split(actor, params.campaignId, params.householdId, body);
  }

  @Allow('coordinator', 'admin')
  @Route(blockHousehold)
  async block(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof blockHousehold>) {
    await this.households.block(actor, params, body);
    return { done: true as const };
  }
}
