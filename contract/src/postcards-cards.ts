import { z } from 'zod';
import { date, fileDownload, id, municipalityNumber } from './common.js';
import { endpoint } from './endpoint.js';

const inCampaign = z.object({ campaignId: id });

/** Why the post brought a card back. */
export const returnReasons = ['moved', 'unknown_at_address', 'no_such_address', 'refused', 'other'] as const;
export const returnReason = z.enum(returnReasons);
export type ReturnReason = z.infer<typeof returnReason>;

export const cardStates = ['in_batch', 'posted', 'returned', 'withdrawn', 'erased'] as const;

export const foundCard = z.object({
  id,
  batchId: id,
  batchNumber: z.number().int(),
  /** Place in the batch, from 1. */
  position: z.number().int(),
  /** Null when the household has been erased. */
  householdId: id.nullable(),
  /** As they stand on the card. */
  addressLines: z.array(z.string()),
  municipality: municipalityNumber,
  state: z.enum(cardStates),
  postedOn: date.nullable(),
  returnedOn: date.nullable(),
  returnReason: returnReason.nullable(),
});
export type FoundCard = z.infer<typeof foundCard>;

/** So many cards are shown of a search. */
export const mostFoundCards = 20;

export const findCards = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/postcards/cards',
  summary: 'Cards by the code on them, or by the name, place or number of their household',
  params: inCampaign,
  query: z.object({ search: z.string().trim().min(2, 'Skriv minst to tegn.').max(120) }),
  response: z.object({ cards: z.array(foundCard), total: z.number().int() }),
});

const ofCard = z.object({ campaignId: id, cardId: id });

export const returnCard = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/postcards/cards/:cardId/returned',
  summary:
    'The post brought the card back: the address is marked, the household waits for a new one and is not called by this card',
  params: ofCard,
  body: z.object({ returnedOn: date, reason: returnReason }),
  response: foundCard,
  refusals: ['conflict'],
});

export const undoReturn = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/postcards/cards/:cardId/not-returned',
  summary: 'It was a mistake: the card counts as posted again',
  params: ofCard,
  response: foundCard,
  refusals: ['conflict'],
});

export const downloadCard = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/postcards/cards/:cardId/card.pdf',
  summary: 'One card of a batch, to be printed once more; same code',
  params: ofCard,
  response: fileDownload,
  refusals: ['conflict'],
});
