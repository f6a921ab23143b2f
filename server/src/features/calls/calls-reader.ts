import { Injectable } from '@nestjs/common';
import type { CallCounts, CaseState } from '@savner/contract/call-board';
import type { Actor } from '../../platform/actor.js';
import { CampaignsService } from '../campaigns/index.js';
import { mayLead } from './calls.policy.js';
import { type CallRoom, CallRooms } from './call-rooms.js';
import { CasesRepository } from './cases.repository.js';
import { countCases } from './domain/case-counts.js';
import { stateNow } from './domain/case-view.js';
import { LeasesRepository } from './leases.repository.js';
import { ReportsRepository } from './reports.repository.js';

export interface CallStanding {
  readonly state: CaseState;
  readonly isInformed: boolean;
}

/** What other rooms may know of the calls: numbers and how far a household has come, never who said what. */
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

  /** How far these households have come, by household id; one that never came to the callers is not in it. */
  async standingsOf(
    campaignId: string,
    householdIds: readonly string[],
  ): Promise<ReadonlyMap<string, CallStanding>> {
    const room = await this.rooms.enter(campaignId);
    const cases = await this.cases.ofHouseholds(householdIds);
    const own = cases.filter((each) => each.campaignId === campaignId);
    const held = await this.#held(room);
    return new Map(
      own.map((each) => [
        each.householdId,
        { state: stateNow(each, room.now, held), isInformed: each.informedAt !== null },
      ]),
    );
  }

  /** Households that have been told, by a card or by the notice read aloud. */
  async informed(campaignId: string): Promise<ReadonlySet<string>> {
    return new Set(await this.cases.informedHouseholds(campaignId));
  }

  async #held(room: CallRoom): Promise<ReadonlySet<string>> {
    const live = await this.leases.liveOfCampaign(room.campaign.id, room.now);
    return new Set(live.map((lease) => lease.caseId));
  }

  async #count(room: CallRoom): Promise<CallCounts[]> {
    const { id: campaignId, municipalities } = await this.campaigns.get(room.campaign.id);
    const cases = await this.cases.ofCampaign(campaignId);
    const reports = await this.reports.attemptsPerCase(campaignId);
    const held = await this.#held(room);
    return municipalities.map(({ number }) => {
      const own = cases.filter((each) => each.municipality === number);
      return { municipality: number, ...countCases(own, reports, { now: room.now, held }) };
    });
  }
}
