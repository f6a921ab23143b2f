import { z } from 'zod';
import { block, callHours, callsBase as base, ofHousehold, pastCall } from './calls.js';
import { date, done, id, instant, municipalityNumber } from './common.js';
import { endpoint } from './endpoint.js';

/** The leader's side of calling: the board, the division of the list, the counts. */
const inCampaign = z.object({ campaignId: id });
const ofMunicipality = z.object({ campaignId: id, municipality: municipalityNumber });

/** Columns of the board. */
export const caseStates = [
  'callable',
  'held',
  'waiting',
  'callback',
  'blocked',
  'not_reached',
  'with_host',
  'done',
] as const;
export const caseState = z.enum(caseStates);
export type CaseState = z.infer<typeof caseState>;

export const boardCard = z.object({
  householdId: id,
  title: z.string(),
  place: z.string().nullable(),
  state: caseState,
  block: block.nullable(),
  /** Halves: busy and «someone else answered» count half. */
  attempts: z.number(),
  lastAttempt: pastCall.nullable(),
  heldBy: z.object({ userId: id, name: z.string(), since: instant, expiresAt: instant }).nullable(),
  assignedTo: z.object({ userId: id, name: z.string() }).nullable(),
  informBy: date,
  skips: z.number().int(),
  /** Held until time ran out after the number was shown, and never reported. */
  maybeCalled: z.boolean(),
  can: z.array(z.enum(['free', 'open_by_hand', 'choose', 'return_to_queue'])),
});
export type BoardCard = z.infer<typeof boardCard>;

export const getBoard = endpoint({
  method: 'GET',
  path: `${base}/board/:municipality`,
  summary:
    'The municipality’s households by state, with reason and holder; callers see it where they may choose',
  params: ofMunicipality,
  response: z.object({
    households: z.array(boardCard),
    counts: z.array(z.object({ state: caseState, count: z.number().int() })),
    callHours,
  }),
});

export const freeHousehold = endpoint({
  method: 'POST',
  path: `${base}/households/:householdId/free`,
  summary: 'Free a household that is stuck with someone',
  params: ofHousehold,
  response: done,
});

export const openByHand = endpoint({
  method: 'POST',
  path: `${base}/households/:householdId/open-by-hand`,
  summary: 'Open a household without a card for calling: the caller reads the notice aloud',
  params: ofHousehold,
  body: z.object({ reason: z.string().trim().min(3, 'Skriv kort hvorfor.').max(300) }),
  response: done,
  refusals: ['conflict'],
});

export const returnToQueue = endpoint({
  method: 'POST',
  path: `${base}/households/:householdId/return-to-queue`,
  summary:
    'Solved, or one more round: a household that waits for the leader or the coordinator is called again',
  params: ofHousehold,
  response: done,
  refusals: ['conflict'],
});

/** A household that rests until the coordinator has looked at it. */
export const callMessage = z.object({
  householdId: id,
  title: z.string(),
  municipality: municipalityNumber,
  /** Somebody asked, or so many callers skipped it that it is the coordinator's. */
  why: z.enum(['asked', 'skipped', 'stopped_late']),
  /** What the caller wrote; empty when nobody wrote anything. */
  message: z.string(),
  /** The call it came from; null when there was none. */
  lastCall: pastCall.nullable(),
});
export type CallMessage = z.infer<typeof callMessage>;

export const listMessages = endpoint({
  method: 'GET',
  path: `${base}/messages`,
  summary: 'What the callers ask the coordinator, the longest waiting first',
  params: inCampaign,
  response: z.object({ messages: z.array(callMessage) }),
});

export const keptOff = z.object({
  householdId: id,
  userId: id,
  reason: z.enum(['own_tip', 'self', 'skipped']),
});

export const divisionPlan = z.object({
  /** Stands for the team as it was divided among: apply with the same value, or get `conflict` when it has changed. */
  fingerprint: z.string(),
  households: z.number().int(),
  members: z.array(
    z.object({
      userId: id,
      name: z.string(),
      capacity: z.number().int(),
      /** Already on the member's own list. */
      before: z.number().int(),
      after: z.number().int(),
      keptOff: z.number().int(),
    }),
  ),
  /** Nobody may take these: they stay in the open queue. */
  unassigned: z.number().int(),
  keptOff: z.array(keptOff.extend({ title: z.string(), name: z.string() })),
});
export type DivisionPlan = z.infer<typeof divisionPlan>;

const divisionChoice = z.object({
  /** Households the mayor has picked for the own list. */
  mayorsOwn: z.array(id).max(2_000).default([]),
  /** Divide also what already stands on somebody's list. */
  scope: z.enum(['open_queue', 'everything']).default('open_queue'),
});

export const previewDivision = endpoint({
  method: 'POST',
  path: `${base}/divisions/:municipality/preview`,
  summary: 'Who would get how many, and who is kept off what; changes nothing',
  params: ofMunicipality,
  body: divisionChoice,
  response: divisionPlan,
});

export const applyDivision = endpoint({
  method: 'POST',
  path: `${base}/divisions/:municipality`,
  summary: 'Divide the list as previewed',
  params: ofMunicipality,
  body: divisionChoice.extend({ fingerprint: z.string() }),
  response: divisionPlan.extend({ divisionId: id }),
  status: 201,
  refusals: ['conflict'],
});

export const undoDivision = endpoint({
  method: 'POST',
  path: `${base}/divisions/:municipality/undo`,
  summary: 'Take back the last division: lists are as they were before it',
  params: ofMunicipality,
  response: done,
  refusals: ['undo_too_late'],
});

export const giveBack = endpoint({
  method: 'POST',
  path: `${base}/divisions/:municipality/members/:userId/give-back`,
  summary: 'A member leaves: the rest of the list goes back to the open queue',
  params: ofMunicipality.extend({ userId: id }),
  response: z.object({ givenBack: z.number().int() }),
});

export const callCounts = z.object({
  municipality: municipalityNumber,
  households: z.number().int(),
  callable: z.number().int(),
  held: z.number().int(),
  waiting: z.number().int(),
  blocked: z.number().int(),
  called: z.number().int(),
  reached: z.number().int(),
  interested: z.number().int(),
  later: z.number().int(),
  moving: z.number().int(),
  notReached: z.number().int(),
  noThanks: z.number().int(),
  done: z.number().int(),
  /** Can be called now, or when the cool-down, the agreed time or the card allows it. */
  remaining: z.number().int(),
  /** Households where a number turned out to be wrong or dead. */
  wrongNumbers: z.number().int(),
  /** A caller's message waits for an answer. */
  needsCoordinator: z.number().int(),
  /** Told: card posted, or the notice read aloud. */
  informed: z.number().int(),
});
export type CallCounts = z.infer<typeof callCounts>;

export const getCallsOverview = endpoint({
  method: 'GET',
  path: `${base}/overview`,
  summary: 'Counts per municipality, side by side',
  params: inCampaign,
  response: z.object({ municipalities: z.array(callCounts) }),
});
