import { Injectable } from '@nestjs/common';
import type { CallerStatus } from '@savner/contract/calls';
import type { Actor } from '../../platform/actor.js';
import { presentHours } from './board.presenter.js';
import { Callers } from './callers.js';
import type { CallReportRow } from './call-report.entity.js';
import { type CallRoom, CallRooms, municipalityToCall } from './call-rooms.js';
import { mayChoose } from './calls.policy.js';
import { CasesRepository } from './cases.repository.js';
import { ClaimRepository } from './claim.repository.js';
import type { CallCase } from './domain/call-case.js';
import { isLeftToCall } from './domain/case-view.js';
import { HouseholdSource } from './household-source.js';
import { LeaseKeepingService } from './lease-keeping.service.js';
import { LeasesRepository } from './leases.repository.js';
import { ReportsRepository } from './reports.repository.js';

/** For how long a caller is asked about a call that was never reported. */
const daysAsked = 3;

/** The caller's start page. */
@Injectable()
export class CallerStatusService {
  constructor(
    private readonly rooms: CallRooms,
    private readonly cases: CasesRepository,
    private readonly claims: ClaimRepository,
    private readonly leases: LeasesRepository,
    private readonly reports: ReportsRepository,
    private readonly keeping: LeaseKeepingService,
    private readonly households: HouseholdSource,
    private readonly callers: Callers,
  ) {}

  /** @throws AppError forbidden for those who do not call, not_found */
  async status(actor: Actor, campaignId: string): Promise<CallerStatus> {
    const municipality = municipalityToCall(actor);
    const room = await this.rooms.enter(campaignId);
    const cases = await this.cases.ofMunicipality(campaignId, municipality);
    const today = await this.reports.ofPlace(campaignId, municipality, this.rooms.startOfDay(room.now));
    return {
      municipality,
      held: await this.keeping.current(actor, campaignId),
      callHours: presentHours(room.hours),
      readyForMe: await this.#readyFor(actor, municipality, room),
      mine: countCalls(today.filter((report) => report.userId === actor.userId)),
      team: { ...countCalls(today), remaining: cases.filter(isLeftToCall).length },
      unreported: await this.#unreported(actor, campaignId, room),
      callbacks: await this.#callbacks(actor, cases),
      mayChoose: mayChoose(actor, { municipality }, room.campaign.settings),
    };
  }

  async #readyFor(actor: Actor, municipality: string, room: CallRoom): Promise<number> {
    if (room.handOut === 'closed') return 0;
    return this.claims.countOffered({
      campaignId: room.campaign.id,
      municipality,
      userId: actor.userId,
      tieKeys: this.rooms.tieKeys(actor),
      now: room.now,
      hours: room.handOut,
    });
  }

  async #unreported(
    actor: Actor,
    campaignId: string,
    { now }: CallRoom,
  ): Promise<CallerStatus['unreported']> {
    const since = new Date(now.getTime() - daysAsked * 86_400_000);
    const leases = await this.leases.unreportedOf(actor.userId, campaignId, since);
    const titleOf = await this.#titles(leases.map((lease) => lease.householdId));
    return leases.flatMap(({ id: leaseId, householdId, endedAt }) =>
      endedAt ? [{ leaseId, householdId, title: titleOf(householdId), endedAt: endedAt.toISOString() }] : [],
    );
  }

  /** Agreed calls of the team, the caller's own first, then by time. */
  async #callbacks(actor: Actor, cases: readonly CallCase[]): Promise<CallerStatus['callbacks']> {
    const agreed = cases.filter((each) => each.rank === 'callback' && isLeftToCall(each));
    const nameOf = await this.callers.names(agreed.map((each) => each.reservedFor));
    const titleOf = await this.#titles(agreed.map((each) => each.householdId));
    const shown = agreed.flatMap(({ householdId, nextAt, reservedFor }) => {
      if (nextAt === null) return [];
      const owner = reservedFor === null ? null : nameOf(reservedFor);
      const isMine = reservedFor === actor.userId;
      return [{ householdId, title: titleOf(householdId), at: nextAt.toISOString(), owner, isMine }];
    });
    return shown.sort(
      (left, right) => Number(right.isMine) - Number(left.isMine) || (left.at < right.at ? -1 : 1),
    );
  }

  async #titles(householdIds: readonly string[]): Promise<(householdId: string) => string> {
    const households = await this.households.byIds(householdIds);
    const titles = new Map(households.map((household) => [household.id, household.title]));
    return (householdId) => titles.get(householdId) ?? '';
  }
}

function countCalls(reports: readonly CallReportRow[]): { calls: number; talks: number } {
  return { calls: reports.length, talks: reports.filter((report) => report.attempt === 'talked').length };
}
