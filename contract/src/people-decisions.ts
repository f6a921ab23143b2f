import { z } from 'zod';
import { id, instant, jobProgress, pageQuery } from './common.js';
import { endpoint } from './endpoint.js';
import { matchKind, verdict } from './people-values.js';

const inCampaign = z.object({ campaignId: id });

export const decision = z.object({
  id,
  kind: matchKind,
  /** `mixed` when some of a case were the same and some were not. */
  verdict: z.enum([...verdict.options, 'mixed']),
  /** `review` from the list of cases, `split` when a tip was taken out of a person or household. */
  origin: z.enum(['review', 'split']),
  /** Who was told to be one another's; a group of one was told apart from the rest. */
  groups: z.array(z.array(z.object({ tipId: id, displayName: z.string(), householdId: id.nullable() }))),
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

/** What a run over every tip came to. */
export const rematchRun = z.object({
  job: jobProgress,
  startedBy: z.string().nullable(),
  /** Null until the run is over. */
  result: z
    .object({
      tips: z.number().int(),
      /** Tips that were put together with others. */
      merged: z.number().int(),
      /** Tips that were taken apart from others. */
      parted: z.number().int(),
      newQuestions: z.number().int(),
      /**
       * Tips that share a telephone, an e-mail address or a name with a place, a year or a municipality with so many that
       * they were compared with some of those only.
       */
      crowded: z.number().int(),
    })
    .nullable(),
});
export type RematchRun = z.infer<typeof rematchRun>;

export const readRematch = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/matches/rematch',
  summary: 'The newest run over every tip of the campaign: how far it has come, and what it came to',
  params: inCampaign,
  response: z.object({ run: rematchRun.nullable() }),
});
