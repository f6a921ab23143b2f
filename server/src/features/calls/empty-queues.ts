import { Injectable } from '@nestjs/common';
import type { EmptyQueue } from '@savner/contract/calls';
import type { Actor } from '../../platform/actor.js';
import type { CallRoom } from './call-rooms.js';
import { CasesRepository } from './cases.repository.js';
import { explainEmptyQueue } from './domain/queue-order.js';
import { KeepOffs } from './keep-off.js';
import { LeasesRepository } from './leases.repository.js';

/** Why there is nothing to hand out. */
@Injectable()
export class EmptyQueues {
  constructor(
    private readonly cases: CasesRepository,
    private readonly leases: LeasesRepository,
    private readonly keepOffs: KeepOffs,
  ) {}

  async explain(actor: Actor, municipality: string, room: CallRoom): Promise<EmptyQueue> {
    const cases = await this.cases.ofMunicipality(room.campaign.id, municipality);
    const live = await this.leases.liveOfCampaign(room.campaign.id, room.now);
    const heldCases = new Set(live.map((lease) => lease.caseId));
    const off = await this.keepOffs.among([actor], cases);
    const keptOff = new Set(off.map((tie) => tie.householdId));
    return explainEmptyQueue(
      cases,
      {
        userId: actor.userId,
        now: room.now,
        hours: room.handOut,
        isHeld: (callCase) => heldCases.has(callCase.id),
        isKeptOff: (callCase) => keptOff.has(callCase.householdId),
      },
      room.hours.opensAt,
    );
  }
}
