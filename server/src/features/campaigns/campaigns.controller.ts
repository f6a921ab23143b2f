import { Controller } from '@nestjs/common';
import {
  changeCampaign,
  changeMember,
  createCampaign,
  findPostcode,
  listCampaigns,
  listMunicipalities,
  listTeam,
} from '@savner/contract/campaigns';
import type { InputOf } from '@savner/contract/endpoint';
import { Allow, Public, SignedIn } from '../../platform/http/access.js';
import type { Actor } from '../../platform/actor.js';
import { CurrentActor } from '../../platform/http/current-actor.js';
import { Input, Route } from '../../platform/http/route.js';
import { CampaignsService } from './campaigns.service.js';
import { knownMunicipalities } from './domain/municipalities.js';
import { Postcodes } from './postcodes.js';
import { TeamsService } from './teams.service.js';

@Controller()
export class CampaignsController {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly teams: TeamsService,
    private readonly postcodes: Postcodes,
  ) {}

  @Public()
  @Route(listMunicipalities)
  municipalities() {
    return { municipalities: knownMunicipalities };
  }

  @Public()
  @Route(findPostcode)
  postcode(@Input() { params }: InputOf<typeof findPostcode>) {
    return { postcode: params.postcode, place: this.postcodes.placeOf(params.postcode) };
  }

  @SignedIn()
  @Route(listCampaigns)
  async list(@CurrentActor() actor: Actor) {
    return { campaigns: await this.campaigns.listFor(actor) };
  }

  @Allow('coordinator', 'admin')
  @Route(createCampaign)
  async create(@Input() { body }: InputOf<typeof createCampaign>) {
    return this.campaigns.create(body);
  }

  @Allow('coordinator', 'admin')
  @Route(changeCampaign)
  async change(@Input() { params, body }: InputOf<typeof changeCampaign>) {
    return this.campaigns.change(params.campaignId, body);
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(listTeam)
  async team(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof listTeam>) {
    return { members: await this.teams.membersFor(actor, params.campaignId, params.municipality) };
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(changeMember)
  async setCapacity(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof changeMember>) {
    return this.teams.setCapacity(actor, params, body.capacity);
  }
}
