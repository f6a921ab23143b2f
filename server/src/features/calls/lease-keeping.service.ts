import { Injectable } from '@nestjs/common';
import type { HeldHousehold, LeaseTimes } from '@savner/contract/calls';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { Callers } from './callers.js';
import type { CallLeaseRow } from './call-lease.entity.js';
import { CallRooms } from './call-rooms.js';
import { seenResult } from './calls.presenter.js';
import { leaseLost } from './hand-out.service.js';
import { HeldHouseholds } from './held-households.js';
import { LeasesRepository } from './leases.repository.js';
import { ReportsRepository } from './reports.repository.js';

/** Keeps a household in the hand while the page is open, and longer once the number was tapped. */
@Injectable()
export class LeaseKeepingService {
  constructor(
    private readonly database: Database,
    private readonly rooms: CallRooms,
    private readonly leases: LeasesRepository,
    private readonly reports: ReportsRepository,
    private readonly held: HeldHouseholds,
    private readonly callers: Callers,
  ) {}

  /** What the caller holds now, or null. */
  async current(actor: Actor, campaignId: string): Promise<HeldHousehold | null> {
    const room = await this.rooms.enter(campaignId);
    const lease = await this.leases.liveOf(actor.userId, room.now);
    const isOpen = room.campaign.state === 'open';
    return isOpen && lease?.campaignId === campaignId ? this.held.show(lease, room) : null;
  }

  /** @throws AppError lease_lost */
  async heartbeat(actor: Actor, campaignId: string, leaseId: string): Promise<LeaseTimes> {
    return this.#renew(actor, campaignId, leaseId, 'heartbeat');
  }

  /** @throws AppError lease_lost */
  async pin(actor: Actor, campaignId: string, leaseId: string): Promise<LeaseTimes> {
    return this.#renew(actor, campaignId, leaseId, 'pin');
  }

  async #renew(
    actor: Actor,
    campaignId: string,
    leaseId: string,
    why: 'heartbeat' | 'pin',
  ): Promise<LeaseTimes> {
    const { now, campaign } = await this.rooms.enter(campaignId);
    if (campaign.state !== 'open') throw leaseLost();
    const { leaseMinutes, pinnedLeaseMinutes } = campaign.settings;
    const minutes = why === 'pin' ? pinnedLeaseMinutes : leaseMinutes;
    const until = new Date(now.getTime() + minutes * 60_000);
    const lease = await this.database.transaction(async () => {
      const mine = await this.leases.find(leaseId);
      if (mine?.userId !== actor.userId || mine.campaignId !== campaignId) return null;
      const isRenewed = await this.leases.renew(leaseId, until, now, why === 'pin' ? now : null);
      return isRenewed ? this.leases.find(leaseId) : null;
    });
    if (!lease) throw leaseLost();
    return {
      expiresAt: lease.expiresAt.toISOString(),
      isPinned: lease.pinnedAt !== null,
      lateReport: await this.#lateReport(lease),
    };
  }

  async #lateReport(lease: CallLeaseRow): Promise<LeaseTimes['lateReport']> {
    const late = (await this.reports.history([lease.caseId])).findLast(
      (report) => report.leaseId !== lease.id && report.at >= lease.takenAt,
    );
    if (!late) return null;
    const nameOf = await this.callers.names([late.userId]);
    return {
      at: late.at.toISOString(),
      attempt: late.attempt,
      result: seenResult(late.result, 'team'),
      callerName: nameOf(late.userId),
    };
  }
}
