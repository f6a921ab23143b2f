import { Injectable } from '@nestjs/common';
import { type BoardCard, caseStates } from '@savner/contract/call-board';
import type { Actor } from '../../platform/actor.js';
import { forbidden } from '../../platform/errors.js';
import { Callers } from './callers.js';
import { type CallRoom, CallRooms } from './call-rooms.js';
import { maySeeBoard, viewerOf } from './calls.policy.js';
import { presentCard, presentHours } from './board.presenter.js';
import { CasesRepository } from './cases.repository.js';
import { HouseholdSource } from './household-source.js';
import { LeasesRepository } from './leases.repository.js';
import { ReportsRepository } from './reports.repository.js';

/** The team's board: every household of a municipality, where it stands and why. */
@Injectable()
export class BoardService {
  constructor(
    private readonly rooms: CallRooms,
    private readonly cases: CasesRepository,
    private readonly leases: LeasesRepository,
    private readonly reports: ReportsRepository,
    private readonly households: HouseholdSource,
    private readonly callers: Callers,
  ) {}

  /** @throws AppError forbidden, not_found */
  async board(actor: Actor, campaignId: string, municipality: string) {
    const room = await this.rooms.enter(campaignId);
    if (!maySeeBoard(actor, { municipality }, room.campaign.settings)) throw forbidden();
    const households = await this.#cards(actor, municipality, room);
    const counts = caseStates.map((state) => ({
      state,
      count: households.filter((card) => card.state === state).length,
    }));
    return { households, counts, callHours: presentHours(room.hours) };
  }

  async #cards(actor: Actor, municipality: string, room: CallRoom): Promise<BoardCard[]> {
    const campaignId = room.campaign.id;
    const cases = await this.cases.ofMunicipality(campaignId, municipality);
    const leases = new Map(
      (await this.leases.liveOfCampaign(campaignId, room.now)).map((lease) => [lease.caseId, lease]),
    );
    const lastReports = await this.reports.lastPerCase(campaignId, municipality);
    const maybeCalled = await this.leases.maybeCalled(campaignId, municipality);
    const households = await this.households.byIds(cases.map((each) => each.householdId));
    const byId = new Map(households.map((household) => [household.id, household]));
    const nameOf = await this.callers.names([
      ...cases.flatMap((each) => [each.assignedTo, each.reservedFor]),
      ...[...leases.values()].map((lease) => lease.userId),
      ...[...lastReports.values()].map((report) => report.userId),
    ]);
    const viewer = viewerOf(actor);
    const cards = cases.flatMap((callCase) => {
      const household = byId.get(callCase.householdId);
      if (!household || (household.isShielded && viewer !== 'coordinator')) return [];
      const lease = leases.get(callCase.id) ?? null;
      const lastReport = lastReports.get(callCase.id) ?? null;
      const parts = {
        callCase,
        household,
        lease,
        lastReport,
        nameOf,
        isMaybeCalled: maybeCalled.has(callCase.id),
      };
      return [presentCard(parts, { actor, viewer, room })];
    });
    const inNorwegian = new Intl.Collator('nb');
    return cards.sort((left, right) => inNorwegian.compare(left.title, right.title));
  }
}
