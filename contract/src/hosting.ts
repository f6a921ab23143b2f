import { z } from 'zod';
import { date, id, instant, municipalityNumber } from './common.js';
import { endpoint } from './endpoint.js';
import { interests, moveHorizons, note } from './rules/call-report.js';

/** A follow-up's way to the end; «moved» may come years later. */
export const followUpStatuses = ['new', 'contacted', 'visiting', 'moving', 'moved', 'closed'] as const;
export const followUpStatus = z.enum(followUpStatuses);
export type FollowUpStatus = z.infer<typeof followUpStatus>;

export const followUp = z.object({
  id,
  householdId: id,
  municipality: municipalityNumber,
  title: z.string(),
  place: z.string().nullable(),
  numbers: z.array(z.object({ number: z.string(), shown: z.string() })),
  /** Which talk it came from. */
  result: z.enum(['moving', 'interested', 'later']),
  interests: z.array(z.enum(interests)),
  horizon: z.enum(moveHorizons).nullable(),
  dueOn: date,
  isOverdue: z.boolean(),
  status: followUpStatus,
  /** What the caller wrote for the host. */
  callersNote: z.string(),
  note: z.string(),
  createdAt: instant,
  changedAt: instant,
  version: z.number().int(),
});
export type FollowUp = z.infer<typeof followUp>;

export const listFollowUps = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/follow-ups',
  summary: 'The host’s list by due date; a host and a mayor see their own municipality',
  params: z.object({ campaignId: id }),
  query: z.object({
    municipality: municipalityNumber.optional(),
    show: z.enum(['open', 'all']).default('open'),
  }),
  response: z.object({ followUps: z.array(followUp) }),
});

export const changeFollowUp = endpoint({
  method: 'PATCH',
  path: '/api/campaigns/:campaignId/follow-ups/:followUpId',
  summary: 'Set status, due date or note; `version` must be the one that was read, else conflict',
  params: z.object({ campaignId: id, followUpId: id }),
  body: z.object({
    version: z.number().int(),
    status: followUpStatus.optional(),
    dueOn: date.optional(),
    note: note.optional(),
  }),
  response: followUp,
  refusals: ['conflict'],
});
