import { Injectable } from '@nestjs/common';
import type { CallCounts } from '@savner/contract/call-board';
import type { Actor } from '../../platform/actor.js';
import { CampaignsService } from '../campaigns/index.js';
import { mayLead } from './calls.policy.js';
import { type CallRoom, CallRooms } from './call-rooms.js';
import { CasesRepository } from './cases.repository.js';
import { countCases } from './domain/case-counts.js';
import { LeasesRepository } from './leases.repository.js';
import { ReportsRepository } from './reports.repository.js';

/** What other rooms may know of the calls: numbers, never people. */
@Injectable()
export class CallsReader {
  constructor(
    private readonly rooms: CallRooms,
    private readonly campaigns: CampaignsService,
    private readonly cases: CasesRepository,
    private readonly leases: LeasesRepository,
    private readonly reports: ReportsRepository,
  ) {}

  /** Counts by municipality number, one entry for each municipality of the campaign. @throws AppError not_found */
  async countsPerMunicipality(campaignId: string): Promise<ReadonlyMap<string, CallCounts>> {
    const room = await this.rooms.enter(campaignId);
    const counts = await this.#count(room);
    return new Map(counts.map((each) => [each.municipality, each]));
  }

  /** Side by side; a mayor sees the own municipality. @throws AppError not_found */
  async overview(actor: Actor, campaignId: string): Promise<CallCounts[]> {
    const counts = await this.#count(await this.rooms.enter(campaignId));
    return counts.filter(({ municipality }) => mayLead(actor, { municipality }));
  }

  async #count(room: CallRoom): Promise<CallCounts[]> {
    const { id: campaignId, municipalities } = await this.campaigns.get(room.campaign.id);
    const cases = await this.cases.ofCampaign(campaignId);
    const reports = await this.reports.ofCampaign(campaignId);
    const live = await this.leases.liveOfCampaign(campaignId, room.now);
    const held = new Set(live.map((lease) => lease.caseId));
    return municipalities.map(({ number }) => {
      const own = cases.filter((each) => each.municipality === number);
      return { municipality: number, ...countCases(own, reports, { now: room.now, held }) };
    });
  }
}
