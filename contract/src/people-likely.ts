import { z } from 'zod';
import { done, id, municipalityNumber } from './common.js';
import { endpoint } from './endpoint.js';
import { blockReason } from './people-households.js';
import { type DraftField, why } from './people-values.js';

const inCampaign = z.object({ campaignId: id });

/** As it stands while somebody types; more than an honest field holds is refused. */
const written = z.string().max(1_000, 'Teksten er altfor lang.').default('');

export const tipDraft = z.object({
  municipality: written,
  firstNames: written,
  lastName: written,
  formerName: written,
  nickname: written,
  birthYear: written,
  phone: written,
  email: written,
  street: written,
  postcode: written,
  place: written,
  country: written,
  othersInHousehold: written,
} satisfies Record<DraftField, typeof written>);
export type TipDraft = z.infer<typeof tipDraft>;

/** Most persons shown while somebody types: more is a list to search in, not a hint. */
export const mostLikely = 5;

export const likelyPerson = z.object({
  /** The tip of theirs that is most like the draft. */
  tipId: id,
  householdId: id,
  /** A person, or a family that is named without given names. */
  kind: z.enum(['person', 'family']),
  displayName: z.string(),
  birthYear: z.number().int().nullable(),
  place: z.string().nullable(),
  municipality: municipalityNumber,
  tipCount: z.number().int(),
  /** Set when the household is stopped. */
  blockReason: blockReason.nullable(),
  /** What speaks for it, strongest first, in the reader's language. */
  why: z.array(z.string()),
});
export type LikelyPerson = z.infer<typeof likelyPerson>;

/** Asked by POST, so that nothing personal stands in an address or a log. */
export const findLikely = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/people/likely',
  summary:
    'Whom a half-written tip may be about, the likeliest first; nothing is stored and nothing is merged',
  params: inCampaign,
  body: tipDraft,
  response: z.object({ persons: z.array(likelyPerson).max(mostLikely) }),
  refusals: ['not_found', 'too_many_requests'],
});

export const joinTip = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/matches/join',
  summary:
    'Say that a newly stored tip is about the same as another: matched first if it has not been, then answered; once however often it is sent',
  params: inCampaign,
  body: z
    .object({ tipId: id, sameAs: id, why: why.default('') })
    .refine((body) => body.tipId !== body.sameAs, { path: ['sameAs'], message: 'Velg et annet tips.' }),
  response: done,
  status: 201,
  refusals: ['not_found', 'conflict', 'campaign_not_open'],
});
