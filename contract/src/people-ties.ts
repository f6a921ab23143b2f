import { z } from 'zod';
import { id, instant, pageQuery } from './common.js';
import { endpoint } from './endpoint.js';
import { explanationLine } from './people-matches.js';

const tiedTip = z.object({
  tipId: id,
  /** As the tipper wrote it. */
  displayName: z.string(),
  receivedAt: instant,
});
export type TiedTip = z.infer<typeof tiedTip>;

/** Two tips that hold a person or a household together: the program joined them, or somebody did. */
export const tie = z.object({
  a: tiedTip,
  b: tiedTip,
  /** How likely the program holds them to be one person; null of those who live together, which nobody has counted. */
  probability: z.number().min(0).max(1).nullable(),
  explanation: z.array(explanationLine),
  /** The answer that joined them; null when the program did it by itself. */
  answer: z.object({ decisionId: id, decidedBy: z.string(), decidedAt: instant, why: z.string() }).nullable(),
});
export type Tie = z.infer<typeof tie>;

export const tiedPerson = z.object({
  personId: id,
  displayName: z.string(),
  tipCount: z.number().int(),
  /** The strongest that hold all the tips together, one fewer than there are tips. */
  ties: z.array(tie),
});
export type TiedPerson = z.infer<typeof tiedPerson>;

/** A number (E.164) that tips about other households tell as well. */
export const sharedPhone = z.object({
  phone: z.string(),
  households: z.array(z.object({ id, displayName: z.string() })),
});
export type SharedPhone = z.infer<typeof sharedPhone>;

export const readTies = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/households/:householdId/ties',
  summary:
    'Why the tips of a household belong together: what joins the tips about each person, and the persons to each other',
  params: z.object({ campaignId: id, householdId: id }),
  response: z.object({
    /** Those that more than one tip is about. */
    persons: z.array(tiedPerson),
    household: z.array(tie),
    /** Numbers that other households have been given too. */
    sharedPhones: z.array(sharedPhone),
  }),
  refusals: ['not_found'],
});

export const joinOrders = ['newest', 'least_sure'] as const;
export const joinOrder = z.enum(joinOrders);
export type JoinOrder = z.infer<typeof joinOrder>;

/** A person whose tips the program has put together, wholly or partly. */
export const automaticJoin = tiedPerson.extend({
  householdId: id,
  /** When the latest tip came to the others. */
  joinedAt: instant,
  /** Of the least sure tie that nobody has confirmed. */
  probability: z.number().min(0).max(1),
});
export type AutomaticJoin = z.infer<typeof automaticJoin>;

export const listJoins = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/matches/joins',
  summary: 'Persons whose tips the program has put together by itself, for spot checks; with what joins them',
  params: z.object({ campaignId: id }),
  query: z.object({ order: joinOrder.default('newest'), ...pageQuery }),
  response: z.object({
    joins: z.array(automaticJoin),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  }),
});
