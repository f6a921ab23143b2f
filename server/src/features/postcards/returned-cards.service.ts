import { Inject, Injectable } from '@nestjs/common';
import { mostFoundCards, type FoundCard } from '@savner/contract/postcards';
import type { Actor } from '../../platform/actor.js';
import type { Calendar } from '../../platform/calendar.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, notFound } from '../../platform/errors.js';
import { Events } from '../../platform/events.js';
import { CALENDAR } from '../../platform/tokens.js';
import { CardCodes } from './card-codes.js';
import { problemWithReturn, type ReturnReason, type StoredCard } from './domain/batch.js';
import { CardHouseholds } from './households.js';
import { cardsPosted, cardsReturned } from './postcards.events.js';
import { PostcardsRepository } from './postcards.repository.js';

/** Cards that the post brings back: found among those sent, and marked, until somebody says it was a mistake. */
@Injectable()
export class ReturnedCardsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    @Inject(CALENDAR) private readonly calendar: Calendar,
    private readonly repository: PostcardsRepository,
    private readonly households: CardHouseholds,
    private readonly codes: CardCodes,
  ) {}

  /** By the code on the card, or by what its household is found by. */
  async find(campaignId: string, search: string): Promise<{ cards: FoundCard[]; total: number }> {
    const hash = this.codes.hashOfTyped(search);
    const coded = hash === null ? null : await this.repository.findByCode(hash);
    const found = coded
      ? [coded].filter((card) => card.campaignId === campaignId)
      : await this.repository.cardsOf(await this.households.search(campaignId, search));
    return { cards: await this.#present(found.slice(0, mostFoundCards)), total: found.length };
  }

  /** @throws AppError not_found, validation_failed for a date that cannot be right, conflict unless it is in the post */
  async markReturned(
    actor: Actor,
    { campaignId, cardId }: OfCard,
    { returnedOn, reason }: { readonly returnedOn: string; readonly reason: ReturnReason },
  ): Promise<FoundCard> {
    const card = await this.get(campaignId, cardId);
    if (card.state === 'returned') return this.#presentOne(card);
    if (card.state !== 'posted' || card.postedOn === null)
      throw new AppError('conflict', 'Kortet er ikke postet, så det kan ikke ha kommet i retur.');
    const today = this.calendar.toLocal(this.clock.now()).date;
    const message = problemWithReturn(returnedOn, { postedOn: card.postedOn, today });
    if (message)
      throw new AppError('validation_failed', message, [
        { path: 'returnedOn', code: 'returned_on', message },
      ]);
    await this.database.transaction(async () => {
      const returned = { state: 'returned' as const, returnedOn, returnReason: reason };
      if (!(await this.repository.moveCard(cardId, 'posted', returned))) throw changedMeanwhile();
      if (card.address) await this.households.addressFailed(card.householdId, card.address, actor);
      await this.events.tell(cardsReturned, { campaignId, householdIds: [card.householdId] });
    });
    return this.#presentOne(await this.get(campaignId, cardId));
  }

  /** @throws AppError not_found, conflict unless it is marked as returned */
  async takeBack(actor: Actor, { campaignId, cardId }: OfCard): Promise<FoundCard> {
    const card = await this.get(campaignId, cardId);
    if (card.state === 'posted') return this.#presentOne(card);
    const { postedOn } = card;
    if (card.state !== 'returned' || postedOn === null)
      throw new AppError('conflict', 'Kortet er ikke merket som returnert.');
    await this.database.transaction(async () => {
      const posted = { state: 'posted' as const, returnedOn: null, returnReason: null };
      if (!(await this.repository.moveCard(cardId, 'returned', posted))) throw changedMeanwhile();
      if (card.address) await this.households.addressWorks(card.householdId, card.address, actor);
      await this.events.tell(cardsPosted, { campaignId, householdIds: [card.householdId], postedOn });
    });
    return this.#presentOne(await this.get(campaignId, cardId));
  }

  /** @throws AppError not_found */
  async get(campaignId: string, cardId: string): Promise<StoredCard> {
    const card = await this.repository.findCard(campaignId, cardId);
    if (!card || card.state === 'withdrawn') throw notFound('Kortet');
    return card;
  }

  async #presentOne(card: StoredCard): Promise<FoundCard> {
    const [shown] = await this.#present([card]);
    if (!shown) throw notFound('Partiet');
    return shown;
  }

  async #present(cards: readonly StoredCard[]): Promise<FoundCard[]> {
    const batches = await this.repository.findBatches([...new Set(cards.map(({ batchId }) => batchId))]);
    const numbers = new Map(batches.map(({ id, number }) => [id, number]));
    return cards.flatMap((card) => {
      const batchNumber = numbers.get(card.batchId);
      if (batchNumber === undefined || card.state === 'withdrawn') return [];
      const { id, batchId, position, addressLines, municipality, state, postedOn, returnedOn, returnReason } =
        card;
      const householdId = state === 'erased' ? null : card.householdId;
      return [
        {
          id,
          batchId,
          batchNumber,
          position,
          householdId,
          addressLines,
          municipality,
          state,
          postedOn,
          returnedOn,
          returnReason,
        },
      ];
    });
  }
}

interface OfCard {
  readonly campaignId: string;
  readonly cardId: string;
}

function changedMeanwhile(): AppError {
  return new AppError('conflict', 'Noen andre har endret kortet samtidig. Se over og prøv igjen.');
}
