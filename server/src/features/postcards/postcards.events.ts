import { eventKind } from '../../platform/events.js';

export interface CardsPosted {
  readonly campaignId: string;
  readonly householdIds: readonly string[];
  /** Local date the cards were handed in to the post. */
  readonly postedOn: string;
}

export interface CardsReturned {
  readonly campaignId: string;
  readonly householdIds: readonly string[];
}

/** The post has brought cards back, so that nobody was told by them; told inside the transaction that stores it. */
export const cardsReturned = eventKind<CardsReturned>('postcards.cards-returned');

/** A batch has been handed in to the post; told inside the transaction that stores it. */
export const cardsPosted = eventKind<CardsPosted>('postcards.cards-posted');
