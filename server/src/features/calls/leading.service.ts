import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { AppError, forbidden, notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { CallLogRepository } from './call-log.repository.js';
import { CallRooms } from './call-rooms.js';
import { mayLead, mayReturnToQueue } from './calls.policy.js';
import { CasesRepository } from './cases.repository.js';
import { backToQueue, mayGoBackToQueue, waitsForCoordinator } from './domain/back-to-queue.js';
import type { CallCase } from './domain/call-case.js';
import { whyNotOpenByHand } from './domain/open-by-hand.js';
import { openingSentences } from './block-sentences.js';
import { LeasesRepository } from './leases.repository.js';
import { TiesRepository } from './ties.repository.js';

interface HouseholdPlace {
  readonly campaignId: string;
  readonly householdId: string;
}

/** What a leader does to one household by hand; each act is kept with who, when and why. */
@Injectable()
export class LeadingService {
  constructor(
    private readonly database: Database,
    private readonly rooms: CallRooms,
    private readonly cases: CasesRepository,
    private readonly leases: LeasesRepository,
    private readonly ties: TiesRepository,
    private readonly log: CallLogRepository,
  ) {}

  /** Takes a household out of somebody's hand. Harmless when nobody holds it. @throws AppError not_found */
  async free(actor: Actor, place: HouseholdPlace): Promise<void> {
    await this.database.transaction(async () => {
      const callCase = await this.#led(actor, place);
      const now = this.rooms.now();
      if (await this.leases.endOfCase(callCase.id, 'freed', now))
        await this.#log(actor, callCase, 'freed', '', now);
    });
  }

  /** Lets a household without a card be called; the caller reads the notice aloud. @throws AppError not_found, conflict */
  async openByHand(actor: Actor, place: HouseholdPlace, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const callCase = await this.#led(actor, place);
      const now = this.rooms.now();
      const refusal = whyNotOpenByHand(callCase, now);
      if (refusal) throw new AppError('conflict', openingSentences[refusal]);
      await this.#log(actor, callCase, 'opened_by_hand', reason, now);
      await this.cases.decide(callCase, { ...callCase, nextAt: now }, { told: { openedByHandAt: now } });
    });
  }

  /** Solved, or one more round after the limit. @throws AppError not_found, forbidden, conflict */
  async returnToQueue(actor: Actor, place: HouseholdPlace): Promise<void> {
    const { campaign, now } = await this.rooms.enter(place.campaignId);
    await this.database.transaction(async () => {
      const callCase = await this.#led(actor, place);
      if (!mayGoBackToQueue(callCase))
        throw new AppError('conflict', 'Husstanden venter ikke på noen avgjørelse.');
      const forCoordinator = waitsForCoordinator(callCase);
      if (!mayReturnToQueue(actor, callCase, { forCoordinator })) throw forbidden();
      await this.ties.forgetSkips(callCase.id);
      await this.#log(actor, callCase, 'returned_to_queue', '', now);
      await this.cases.decide(callCase, backToQueue(callCase, { now, settings: campaign.settings }));
    });
  }

  async #led(actor: Actor, { campaignId, householdId }: HouseholdPlace): Promise<CallCase> {
    const callCase = await this.cases.findOfHousehold(householdId);
    if (callCase?.campaignId !== campaignId || !mayLead(actor, callCase)) throw notFound('Husstanden');
    return callCase;
  }

  async #log(
    actor: Actor,
    callCase: CallCase,
    kind: 'freed' | 'opened_by_hand' | 'returned_to_queue',
    reason: string,
    at: Date,
  ): Promise<void> {
    await this.log.addAction({ id: newId(), caseId: callCase.id, userId: actor.userId, kind, at, reason });
  }
}
