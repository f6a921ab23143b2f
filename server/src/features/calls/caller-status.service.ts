import { Injectable } from '@nestjs/common';
import type { CallerStatus } from '@savner/contract/calls';
import type { Actor } from '../../platform/actor.js';
import { presentHours } from './board.presenter.js';
import { Callers } from './callers.js';
import { type CallRoom, CallRooms, municipalityToCall } from './call-rooms.js';
import { mayChoose } from './calls.policy.js';
import { CasesRepository } from './cases.repository.js';
import { ClaimRepository } from './claim.repository.js';
import type { CallCase } from './domain/call-case.js';
import { HouseholdSource } from './household-source.js';
import { LeaseKeepingService } from './lease-keeping.service.js';
import { LeasesRepository } from './leases.repository.js';
import { type CallerCalls, ReportsRepository } from './reports.repository.js';

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
    const since = this.rooms.startOfDay(room.now);
    const today = await this.reports.callsPerCaller(campaignId, municipality, since);
    const remaining = await this.cases.countLeftToCall(campaignId, municipality);
    return {
      municipality,
      held: await this.keeping.current(actor, campaignId),
      callHours: presentHours(room.hours),
      readyForMe: await this.#readyFor(actor, municipality, room),
      mine: sumOf(today.filter((each) => each.userId === actor.userId)),
      team: { ...sumOf(today), remaining },
      unreported: await this.#unreported(actor, campaignId, room),
      callbacks: await this.#callbacks(actor, await this.cases.agreed(campaignId, municipality)),
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
    const untold = await this.cases.notInformedAmong(leases.map((lease) => lease.caseId));
    return leases.flatMap(({ id: leaseId, caseId, householdId, endedAt }) => {
      if (endedAt === null) return [];
      const mustReadNotice = untold.has(caseId);
      return [
        { leaseId, householdId, title: titleOf(householdId), endedAt: endedAt.toISOString(), mustReadNotice },
      ];
    });
  }

  /** Agreed calls of the team, the caller's own first, then by time. */
  async #callbacks(actor: Actor, agreed: readonly CallCase[]): Promise<CallerStatus['callbacks']> {
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

function sumOf(calls: readonly CallerCalls[]): { calls: number; talks: number } {
  return {
    calls: calls.reduce((sum, each) => sum + each.calls, 0),
    talks: calls.reduce((sum, each) => sum + each.talks, 0),
  };
}
