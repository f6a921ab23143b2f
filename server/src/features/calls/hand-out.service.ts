import { Injectable } from '@nestjs/common';
import type { HandOutReason, HeldHousehold, NextAnswer } from '@savner/contract/calls';
import type { SkipReason } from '@savner/contract/rules/call-report';
import type { Actor } from '../../platform/actor.js';
import { Contention } from '../../platform/database/contention.js';
import { Database } from '../../platform/database/database.js';
import { AppError, notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { blockSentences } from './block-sentences.js';
import type { CallLeaseRow } from './call-lease.entity.js';
import { type CallRoom, CallRooms, municipalityToCall } from './call-rooms.js';
import { mayAnswerRingBack, mayChoose } from './calls.policy.js';
import { CasesRepository } from './cases.repository.js';
import { ClaimRepository } from './claim.repository.js';
import { afterSkip } from './domain/after-report.js';
import { type CallCase, queueRanks, ranksInOrder } from './domain/call-case.js';
import { blockOf } from './domain/case-view.js';
import { EmptyQueues } from './empty-queues.js';
import { HeldHouseholds } from './held-households.js';
import { LeasesRepository } from './leases.repository.js';
import { TiesRepository } from './ties.repository.js';

/** «Neste» and «Velg selv»: a household comes into one caller's hand, and out of it again without a report. */
@Injectable()
export class HandOutService {
  constructor(
    private readonly database: Database,
    private readonly rooms: CallRooms,
    private readonly claims: ClaimRepository,
    private readonly cases: CasesRepository,
    private readonly leases: LeasesRepository,
    private readonly ties: TiesRepository,
    private readonly held: HeldHouseholds,
    private readonly emptyQueues: EmptyQueues,
  ) {}

  /** The next household for the caller, the one already held, or why there is none. @throws AppError forbidden, campaign_not_open, you_hold_another */
  async next(actor: Actor, campaignId: string): Promise<NextAnswer> {
    const municipality = municipalityToCall(actor);
    const room = await this.rooms.enterOpen(campaignId);
    const lease = await this.database.transaction(async () => {
      const mine = await this.#mine(actor, campaignId, municipality, room);
      return mine ?? this.#claim(actor, municipality, room);
    });
    const household = lease ? await this.held.show(lease, room) : null;
    if (household) return { kind: 'held', household };
    return { kind: 'empty', queue: await this.emptyQueues.explain(actor, municipality, room) };
  }

  /** A household of the caller's own choice, or one that rings back. @throws AppError already_held, you_hold_another, conflict, not_found */
  async choose(
    actor: Actor,
    { campaignId, householdId }: { readonly campaignId: string; readonly householdId: string },
    because: 'chosen' | 'rang_back',
  ): Promise<HeldHousehold> {
    const municipality = municipalityToCall(actor);
    const room = await this.rooms.enterOpen(campaignId);
    const lease = await this.database.transaction(async () => {
      const mine = await this.#mine(actor, campaignId, municipality, room);
      if (mine?.householdId === householdId) return mine;
      if (mine) throw holdsAnother();
      const callCase = await this.cases.findOfHousehold(householdId);
      const isAllowed = because === 'chosen' ? mayChoose : mayAnswerRingBack;
      if (callCase?.campaignId !== campaignId || !isAllowed(actor, callCase, room.campaign.settings)) {
        throw notFound('Husstanden');
      }
      await this.#refuseBlocked(callCase, because, room);
      return this.takeCase(actor.userId, callCase, because, room);
    });
    const household = await this.held.show(lease, room);
    if (!household) throw notFound('Husstanden');
    return household;
  }

  /** Puts one case in a caller's hand, in the open transaction. @throws Contention when somebody was quicker */
  async takeCase(
    userId: string,
    {
      id,
      householdId,
      campaignId,
      municipality,
    }: Pick<CallCase, 'id' | 'householdId' | 'campaignId' | 'municipality'>,
    because: HandOutReason,
    room: CallRoom,
  ): Promise<CallLeaseRow> {
    const leaseId = newId();
    if (!(await this.claims.take(id, leaseId))) throw new Contention('the case was taken');
    return this.#insertLease(
      { leaseId, userId, because, campaignId, municipality, caseId: id, householdId },
      room,
    );
  }

  /** Puts the household back untouched. Harmless when it is no longer held. */
  async release(actor: Actor, leaseId: string): Promise<void> {
    const now = this.rooms.now();
    await this.database.transaction(async () => {
      const lease = await this.leases.find(leaseId);
      if (lease?.userId === actor.userId) await this.leases.end(leaseId, 'released', now);
    });
  }

  /** Never offered to this caller again; three skips and the leader must look. @throws AppError lease_lost */
  async skip(actor: Actor, leaseId: string, reason: SkipReason): Promise<void> {
    const now = this.rooms.now();
    await this.database.transaction(async () => {
      const lease = await this.leases.liveOf(actor.userId, now);
      const callCase = lease?.id === leaseId ? await this.cases.find(lease.caseId) : null;
      if (!callCase) throw leaseLost();
      await this.ties.skip({ caseId: callCase.id, userId: actor.userId, reason, at: now });
      await this.leases.end(leaseId, 'skipped', now);
      const assignedTo = callCase.assignedTo === actor.userId ? null : callCase.assignedTo;
      await this.cases.decide(callCase, afterSkip(callCase, now), { assignedTo });
    });
  }

  /** The caller's live lease, after freeing what has run out. @throws AppError you_hold_another in another campaign */
  async #mine(
    actor: Actor,
    campaignId: string,
    municipality: string,
    room: CallRoom,
  ): Promise<CallLeaseRow | null> {
    await this.leases.endExpired(campaignId, municipality, actor.userId, room.now);
    const mine = await this.leases.liveOf(actor.userId, room.now);
    if (!mine || mine.campaignId === campaignId) return mine;
    throw new AppError('you_hold_another', 'Du har en husstand i en annen kampanje. Rapporter den først.');
  }

  async #claim(actor: Actor, municipality: string, room: CallRoom): Promise<CallLeaseRow | null> {
    if (room.handOut === 'closed') return null;
    const leaseId = newId();
    const { userId } = actor;
    const campaignId = room.campaign.id;
    const claimed = await this.claims.claim({
      campaignId,
      municipality,
      userId,
      tieKeys: this.rooms.tieKeys(actor),
      now: room.now,
      hours: room.handOut,
      leaseId,
    });
    if (!claimed) return null;
    const because = reasonOf(claimed.queueRank);
    const { id: caseId, householdId } = claimed;
    return this.#insertLease(
      { leaseId, userId, because, campaignId, municipality, caseId, householdId },
      room,
    );
  }

  async #insertLease(
    {
      leaseId,
      ...taken
    }: Pick<CallLeaseRow, 'userId' | 'because' | 'campaignId' | 'municipality' | 'caseId' | 'householdId'> & {
      readonly leaseId: string;
    },
    room: CallRoom,
  ): Promise<CallLeaseRow> {
    const lease: CallLeaseRow = {
      id: leaseId,
      ...taken,
      takenAt: room.now,
      expiresAt: new Date(room.now.getTime() + room.campaign.settings.leaseMinutes * 60_000),
      pinnedAt: null,
      endedAt: null,
      endReason: null,
    };
    await this.leases.insert(lease);
    return lease;
  }

  async #refuseBlocked(callCase: CallCase, because: 'chosen' | 'rang_back', room: CallRoom): Promise<void> {
    const live = await this.leases.liveOfCase(callCase.id, room.now);
    const holder = live ? { userId: live.userId, name: '', expiresAt: live.expiresAt } : null;
    const block = blockOf(callCase, {
      now: room.now,
      holder,
      reservedForName: null,
      opensAt: room.hours.opensAt,
    });
    if (because === 'rang_back') {
      if (callCase.lastTriedAt === null) throw notFound('Husstanden');
      if (block?.reason === 'held_by') throw new AppError('already_held', blockSentences.held_by);
      if (block?.reason === 'suppressed') throw new AppError('conflict', blockSentences.suppressed);
      return;
    }
    if (block)
      throw new AppError(
        block.reason === 'held_by' ? 'already_held' : 'conflict',
        blockSentences[block.reason],
      );
    if (callCase.state !== 'queued') throw new AppError('conflict', 'Denne husstanden er ferdig ringt.');
  }
}

function holdsAnother(): AppError {
  const message = 'Du har en annen husstand åpen. Rapporter den først, eller legg den tilbake.';
  return new AppError('you_hold_another', message);
}

export function leaseLost(): AppError {
  return new AppError(
    'lease_lost',
    'Du har ikke denne husstanden lenger. Har du snakket med dem, kan du likevel sende rapporten.',
  );
}

function reasonOf(queueRank: number): HandOutReason {
  const rank = ranksInOrder.find((each) => queueRanks[each] === queueRank) ?? 'retry';
  switch (rank) {
    case 'callback':
    case 'chosen_time':
      return 'callback_due';
    case 'never_tried':
      return 'never_tried';
    case 'retry':
      return 'retry';
    case 'skipped':
      return 'skipped_before';
  }
}
