import { z } from 'zod';
import { date, done, id, instant, municipalityNumber } from './common.js';
import { endpoint } from './endpoint.js';
import { attempts, callReport, skipReasons, talkResults } from './rules/call-report.js';

/** Why a household is not handed out; the same words for caller, leader and coordinator. */
export const blockReasons = [
  'no_number',
  'waiting_for_card',
  'cooling_down',
  'callback_at',
  'needs_coordinator',
  'held_by',
  'suppressed',
  'outside_call_hours',
  'not_informed',
] as const;
export type BlockReason = (typeof blockReasons)[number];

export const block = z.object({
  reason: z.enum(blockReasons),
  /** When it lifts by itself; null when somebody must do something, or it is not known. */
  until: instant.nullable(),
  /** Who holds it, or whom the agreed call belongs to. */
  name: z.string().nullable(),
});
export type Block = z.infer<typeof block>;

/** Everything that can stand in a household's history of calls: what callers report, and what happens by itself. */
export const historyAttempts = [...attempts, 'skipped', 'not_reported'] as const;
export const historyAttempt = z.enum(historyAttempts);
export type HistoryAttempt = z.infer<typeof historyAttempt>;
export const talkResult = z.enum(talkResults);

/** Why this household and not another came up. */
export const handOutReason = z.enum([
  'callback_due',
  'never_tried',
  'retry',
  'skipped_before',
  'chosen',
  'rang_back',
]);
export type HandOutReason = z.infer<typeof handOutReason>;

/** What a report would lead to, worked out beforehand so that the screen can say it without a line to the server. */
export const outlook = z.object({
  code: z.enum([...attempts, ...talkResults]),
  leadsTo: z.enum([
    'retry',
    'callback',
    'next_number',
    'find_number',
    'not_reached',
    'host',
    'closed',
    'sorting',
    'erasure',
    'other_caller',
    'coordinator',
  ]),
  /** For `retry`: the earliest time; for `host`: when the host is due to call. */
  at: instant.nullable(),
});
export type Outlook = z.infer<typeof outlook>;

export const misser = z.object({
  /** Null when the tipper has not said that the name may be told. */
  name: z.string().nullable(),
  relation: z.string(),
  greeting: z.string(),
});

export const callNumber = z.object({
  /** E.164, for the `tel:` link. */
  number: z.string(),
  /** As people write it. */
  shown: z.string(),
  isPreferred: z.boolean(),
});

/** One earlier call; `result` is null when they did not talk, or when it is not for the reader's eyes. */
export const pastCall = z.object({
  at: instant,
  attempt: historyAttempt,
  result: talkResult.nullable(),
  callerName: z.string(),
});

/** One household in the hand: the only message that carries a telephone number, and only while the lease lives. */
export const heldHousehold = z.object({
  leaseId: id,
  householdId: id,
  expiresAt: instant,
  isPinned: z.boolean(),
  because: handOutReason,
  title: z.string(),
  persons: z.array(z.object({ name: z.string(), nickname: z.string().nullable() })),
  place: z.string().nullable(),
  numbers: z.array(callNumber),
  missers: z.array(misser),
  /** The day the card was posted; null when it got none. */
  cardPostedOn: date.nullable(),
  /** The household got no card: read the notice aloud, and tick that it was read. */
  mustReadNotice: z.boolean(),
  callbackAt: instant.nullable(),
  earlier: z.array(pastCall.extend({ note: z.string() })),
  outlook: z.array(outlook),
});
export type HeldHousehold = z.infer<typeof heldHousehold>;

/** Nothing to hand out is an answer, not an error. */
export const emptyQueue = z.object({
  /** The main reason, in the order a person can do something about it. `all_done` when nothing is left at all. */
  reason: z.enum([...blockReasons, 'on_others_lists', 'kept_off', 'all_done']),
  counts: z.array(
    z.object({ reason: z.enum([...blockReasons, 'on_others_lists', 'kept_off']), count: z.number().int() }),
  ),
  /** When the next household is free, as far as is known now. */
  nextAt: instant.nullable(),
});
export type EmptyQueue = z.infer<typeof emptyQueue>;

export const nextAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('held'), household: heldHousehold }),
  z.object({ kind: z.literal('empty'), queue: emptyQueue }),
]);
export type NextAnswer = z.infer<typeof nextAnswer>;

export const myReport = z.object({
  id,
  householdId: id,
  title: z.string(),
  at: instant,
  attempt: historyAttempt,
  result: talkResult.nullable(),
  canUndo: z.boolean(),
});
export type MyReport = z.infer<typeof myReport>;

export const callback = z.object({
  householdId: id,
  title: z.string(),
  at: instant,
  owner: z.string().nullable(),
  isMine: z.boolean(),
});

/** `closesAt` while it is open, `opensAt` while it is not. */
export const callHours = z.object({
  isOpen: z.boolean(),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
});
export type CallHours = z.infer<typeof callHours>;
export const callerStatus = z.object({
  municipality: municipalityNumber,
  held: heldHousehold.nullable(),
  callHours,
  /** Households that «Neste» could give me now. */
  readyForMe: z.number().int(),
  mine: z.object({ calls: z.number().int(), talks: z.number().int() }),
  team: z.object({ calls: z.number().int(), talks: z.number().int(), remaining: z.number().int() }),
  /** Held by me until time ran out, the number shown, and never reported: please say what happened. */
  unreported: z.array(
    z.object({
      leaseId: id,
      householdId: id,
      title: z.string(),
      endedAt: instant,
      /** A talk counts only if the notice was read aloud. */
      mustReadNotice: z.boolean(),
    }),
  ),
  callbacks: z.array(callback),
  mayChoose: z.boolean(),
});
export type CallerStatus = z.infer<typeof callerStatus>;

const inCampaign = z.object({ campaignId: id });
const ofLease = z.object({ campaignId: id, leaseId: id });
export const ofHousehold = z.object({ campaignId: id, householdId: id });
export const callsBase = '/api/campaigns/:campaignId/calls';

export const getCallerStatus = endpoint({
  method: 'GET',
  path: `${callsBase}/status`,
  summary: 'The caller’s start page: what I hold, how the evening goes, my callbacks',
  params: inCampaign,
  response: callerStatus,
});

export const claimNext = endpoint({
  method: 'POST',
  path: `${callsBase}/next`,
  summary: '«Neste»: the next household for me. Pressed while holding one, it gives the same one',
  params: inCampaign,
  response: nextAnswer,
  refusals: ['campaign_not_open', 'you_hold_another'],
});

export const chooseHousehold = endpoint({
  method: 'POST',
  path: `${callsBase}/households/:householdId/choose`,
  summary: '«Velg selv», or open a household that rings back; the same lease as «Neste»',
  params: ofHousehold,
  body: z.object({ because: z.enum(['chosen', 'rang_back']).default('chosen') }),
  response: heldHousehold,
  refusals: ['already_held', 'you_hold_another', 'conflict', 'campaign_not_open'],
});

export const leaseTimes = z.object({
  expiresAt: instant,
  isPinned: z.boolean(),
  /** A late report of an earlier caller that came in while I hold the household: read it before calling. */
  lateReport: pastCall.nullable(),
});
export type LeaseTimes = z.infer<typeof leaseTimes>;

export const heartbeat = endpoint({
  method: 'POST',
  path: `${callsBase}/leases/:leaseId/heartbeat`,
  summary: 'The page is still open: renews the lease. Send every 60 seconds',
  params: ofLease,
  response: leaseTimes,
  refusals: ['lease_lost'],
});

export const pinLease = endpoint({
  method: 'POST',
  path: `${callsBase}/leases/:leaseId/pin`,
  summary: 'The number was tapped: keeps the household for the length of a long talk',
  params: ofLease,
  response: leaseTimes,
  refusals: ['lease_lost'],
});

export const releaseLease = endpoint({
  method: 'POST',
  path: `${callsBase}/leases/:leaseId/release`,
  summary: 'Put the household back without having called',
  params: ofLease,
  response: done,
});

export const skipHousehold = endpoint({
  method: 'POST',
  path: `${callsBase}/leases/:leaseId/skip`,
  summary: 'Someone else should take this one: bottom of the queue, and never to me again',
  params: ofLease,
  body: z.object({ reason: z.enum(skipReasons) }),
  response: done,
  refusals: ['lease_lost'],
});

export const sendReport = endpoint({
  method: 'POST',
  path: `${callsBase}/reports`,
  summary: 'What came of the call. The same key sent twice is one report; a late one is stored too',
  params: inCampaign,
  body: z.object({
    key: id,
    leaseId: id,
    /** The number that was called, E.164; needed to mark a wrong one. Null: the preferred one. */
    number: z.string().max(20).nullable().default(null),
    report: callReport,
  }),
  response: z.object({
    reportId: id,
    /** Late: the lease had ended, and the household may have been handed to another, who is told. */
    isLate: z.boolean(),
    leadsTo: outlook.shape.leadsTo,
    at: instant.nullable(),
    canUndo: z.boolean(),
  }),
  status: 201,
  refusals: ['not_found', 'conflict'],
});

export const undoReport = endpoint({
  method: 'POST',
  path: `${callsBase}/reports/:reportId/undo`,
  summary: 'Take back my last report, until the household has been handed out again',
  params: z.object({ campaignId: id, reportId: id }),
  response: done,
  refusals: ['undo_too_late'],
});

export const listMyReports = endpoint({
  method: 'GET',
  path: `${callsBase}/reports/mine`,
  summary: 'My reports since this morning, the last first',
  params: inCampaign,
  response: z.object({ reports: z.array(myReport) }),
});

export const findRingBack = endpoint({
  method: 'GET',
  path: `${callsBase}/ring-back`,
  summary: 'Someone rings back: by name or number among the households the team has tried',
  params: inCampaign,
  query: z.object({ search: z.string().trim().min(2, 'Skriv minst to tegn.').max(80) }),
  response: z.object({
    households: z.array(
      z.object({ householdId: id, title: z.string(), place: z.string().nullable(), lastTriedAt: instant }),
    ),
  }),
});
