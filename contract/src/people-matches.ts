import { z } from 'zod';
import { id, instant, municipalityNumber, pageQuery } from './common.js';
import { endpoint } from './endpoint.js';
import { draftFields, householdPhone, matchKind, postalAddress, verdict, why } from './people-values.js';

const inCampaign = z.object({ campaignId: id });

/** The fields of a tip that are laid side by side. */
export const comparedFields = [...draftFields, 'relation', 'greeting'] as const;
/** Stands between the values of a side that tells several. */
export const betweenValues = ' · ';
export const comparedField = z.enum(comparedFields);
export type ComparedField = z.infer<typeof comparedField>;

/** One field of every side of a case. `similar` is a difference in spelling only; `some` leave it open, the others agree. */
export const fieldComparison = z.object({
  field: comparedField,
  /** In the order of the sides. */
  values: z.array(z.string().nullable()),
  state: z.enum(['equal', 'similar', 'different', 'some']),
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
export type ReviewSide = z.infer<typeof reviewSide>;

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
export type MergePreview = z.infer<typeof mergePreview>;

/** The places of two sides in a case, counted from 0. */
const sidePair = { a: z.number().int().min(0), b: z.number().int().min(0) };

/**
 * What an answer may save, most first: a card to somebody who is stopped, several cards for one, several calls for one,
 * one card that waits for the answer, or only an entry too many.
 */
export const savings = ['stopped_card', 'cards', 'calls', 'waiting_card', 'records'] as const;
export const saving = z.enum(savings);
export type Saving = z.infer<typeof saving>;

/** How many sides a case may have; larger heaps are asked about piece by piece. */
export const mostSides = 6;

/** Open questions that hang together: records that may all be one, side by side. */
export const reviewCase = z.object({
  id: z.string(),
  kind: matchKind,
  sides: z.array(reviewSide).min(2),
  fields: z.array(fieldComparison),
  questions: z.array(
    z.object({
      ...sidePair,
      probability: z.number().min(0).max(1),
      explanation: z.array(explanationLine),
      /** Why two that agree in nearly everything were not joined unasked; goes on from «Vi spør fordi». Else null. */
      asks: z.string().nullable(),
    }),
  ),
  /** Sides that an answer already holds apart. */
  parted: z.array(z.object(sidePair)),
  /** All of them as one. */
  merged: mergePreview,
  saves: z.object({ what: saving, count: z.number().int() }),
  /** When the first of them must have been informed. */
  informBy: instant,
});
export type ReviewCase = z.infer<typeof reviewCase>;

export const listMatches = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/matches',
  summary:
    'Cases that wait for a human answer, those first where an answer saves most; with counts of what is left and done',
  params: inCampaign,
  query: z.object({ kind: matchKind.optional(), municipality: municipalityNumber.optional(), ...pageQuery }),
  response: z.object({
    cases: z.array(reviewCase),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
    /** Names the weights that pairs are judged by. */
    modelVersion: z.string(),
    counts: z.object({
      /** Cases; several questions that hang together are one. */
      waitingPersons: z.number().int(),
      waitingHouseholds: z.number().int(),
      /** Persons that more than one tip is about. */
      merged: z.number().int(),
      decidedSame: z.number().int(),
      decidedNotSame: z.number().int(),
      /** Answers that stand, an answer to a whole case counted once. */
      answered: z.number().int(),
    }),
  }),
});

const tipList = /^[\da-f-]{36}(,[\da-f-]{36}){1,7}$/i;

export const previewMatch = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/matches/preview',
  summary: 'What some sides of a case would look like as one; `tips` are ids with commas between',
  params: inCampaign,
  query: z.object({ kind: matchKind, tips: z.string().regex(tipList, 'Velg mellom to og åtte tips.') }),
  response: mergePreview,
  refusals: ['not_found'],
});

export const pairAnswer = z
  .object({ tipA: id, tipB: id, verdict })
  .refine((pair) => pair.tipA !== pair.tipB, { path: ['tipB'], message: 'Velg to forskjellige tips.' });
export type PairAnswer = z.infer<typeof pairAnswer>;

export const decideMatch = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/matches/decide',
  summary:
    'Answer a case, pair by pair, as one act: stronger than any score, kept through every re-run, undone in one step',
  params: inCampaign,
  body: z.object({
    /** Sent again with the same key, an answer is stored once. */
    key: id.optional(),
    kind: matchKind.default('person'),
    answers: z.array(pairAnswer).min(1).max(66),
    why: why.default(''),
  }),
  response: z.object({ decisionId: id, householdIds: z.array(id) }),
  status: 201,
  refusals: ['not_found', 'conflict', 'campaign_not_open'],
});

export const rematch = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/matches/rematch',
  summary: 'Match every tip of the campaign anew, as a job; decisions stand',
  params: inCampaign,
  response: z.object({ jobId: id }),
  status: 202,
  refusals: ['not_found', 'campaign_not_open'],
});
