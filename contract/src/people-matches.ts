import { z } from 'zod';
import { id, instant, municipalityNumber, pageQuery } from './common.js';
import { endpoint } from './endpoint.js';
import { householdPhone, matchKind, postalAddress, why } from './people-values.js';

const inCampaign = z.object({ campaignId: id });

export const verdicts = ['same', 'not_same'] as const;
export const verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof verdict>;

/** The fields of a tip that are laid side by side; also the names of the preferred values of a household. */
export const comparedFields = [
  'municipality',
  'firstNames',
  'lastName',
  'formerName',
  'nickname',
  'birthYear',
  'phone',
  'email',
  'street',
  'postcode',
  'place',
  'country',
  'othersInHousehold',
  'relation',
  'greeting',
] as const;
export const comparedField = z.enum(comparedFields);
export type ComparedField = z.infer<typeof comparedField>;

/** One field of two tips. `similar` is a difference in spelling only. */
export const fieldComparison = z.object({
  field: comparedField,
  left: z.string().nullable(),
  right: z.string().nullable(),
  state: z.enum(['equal', 'similar', 'different', 'only_left', 'only_right']),
});
export type FieldComparison = z.infer<typeof fieldComparison>;

/** One line of «why»: positive bits speak for one person, negative against. */
export const explanationLine = z.object({ text: z.string(), bits: z.number() });
export type ExplanationLine = z.infer<typeof explanationLine>;

export const reviewSide = z.object({
  tipId: id,
  personId: id.nullable(),
  householdId: id,
  displayName: z.string(),
  municipality: municipalityNumber,
  tipCount: z.number().int(),
  receivedAt: instant,
});

/** What the record will look like if the answer is «same». */
export const mergePreview = z.object({
  displayName: z.string(),
  namesOnCard: z.array(z.string()),
  address: postalAddress,
  phones: z.array(householdPhone),
  emails: z.array(z.string()),
  municipality: municipalityNumber,
  tipCount: z.number().int(),
});

export const reviewPair = z.object({
  kind: matchKind,
  tipA: id,
  tipB: id,
  probability: z.number().min(0).max(1),
  left: reviewSide,
  right: reviewSide,
  fields: z.array(fieldComparison),
  explanation: z.array(explanationLine),
  merged: mergePreview,
});
export type ReviewPair = z.infer<typeof reviewPair>;

export const listMatches = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/matches',
  summary:
    'Pairs that wait for a human answer, the likeliest first; with counts of what is left and what is done',
  params: inCampaign,
  query: z.object({ kind: matchKind.optional(), municipality: municipalityNumber.optional(), ...pageQuery }),
  response: z.object({
    pairs: z.array(reviewPair),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
    counts: z.object({
      waitingPersons: z.number().int(),
      waitingHouseholds: z.number().int(),
      /** Persons that more than one tip is about. */
      merged: z.number().int(),
      decidedSame: z.number().int(),
      decidedNotSame: z.number().int(),
    }),
  }),
});

export const decideMatch = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/matches/decide',
  summary: 'Answer a pair: the same, or not the same; stronger than any score, kept through every re-run',
  params: inCampaign,
  body: z
    .object({ kind: matchKind.default('person'), tipA: id, tipB: id, verdict, why: why.default('') })
    .refine((body) => body.tipA !== body.tipB, { path: ['tipB'], message: 'Velg to forskjellige tips.' }),
  response: z.object({ decisionId: id, householdIds: z.array(id) }),
  status: 201,
  refusals: ['not_found', 'conflict', 'campaign_not_open'],
});

export const decision = z.object({
  id,
  kind: matchKind,
  verdict,
  /** `review` from the list of pairs, `split` when a tip was taken out of a person or household. */
  origin: z.enum(['review', 'split']),
  tips: z.array(z.object({ tipId: id, displayName: z.string() })),
  decidedBy: z.string(),
  decidedAt: instant,
  why: z.string(),
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
});
export type Decision = z.infer<typeof decision>;

export const listDecisions = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/matches/decisions',
  summary: 'What has been decided, newest first, undone ones included',
  params: inCampaign,
  query: z.object(pageQuery),
  response: z.object({
    decisions: z.array(decision),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  }),
});

export const undoDecision = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/matches/decisions/:decisionId/undo',
  summary: 'Take a decision back: everything becomes as if it had not been made; until the campaign closes',
  params: z.object({ campaignId: id, decisionId: id }),
  response: z.object({ householdIds: z.array(id) }),
  refusals: ['not_found', 'undo_too_late', 'conflict'],
});

export const rematch = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/matches/rematch',
  summary: 'Match every tip of the campaign anew, as a job; decisions stand',
  params: inCampaign,
  response: z.object({ jobId: id }),
  status: 202,
});
