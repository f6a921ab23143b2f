import { z } from 'zod';

/**
 * What a caller may report about one attempt. Three layers, never one flat list: the attempt (what happened on
 * the line), the result (only when they talked), and what was learnt besides. The codes are the whole vocabulary;
 * the words for them live in the client's text files, what they lead to in the server's outcome rules.
 */
export const attempts = [
  'talked',
  'no_answer',
  'busy',
  'message_left',
  'other_person',
  'callback',
  'wrong_number',
  'not_in_service',
  'needs_other_caller',
  'technical',
] as const;
export type Attempt = (typeof attempts)[number];

export const talkResults = [
  'interested',
  'later',
  'not_now',
  'no_thanks',
  'moving',
  'home',
  'wrong_person',
  'erase',
  'deceased',
  'protected',
] as const;
export type TalkResult = (typeof talkResults)[number];

/** What made them stop or go; can be ticked with any result. */
export const reasons = ['job', 'housing', 'partners_job', 'kindergarten_school', 'other'] as const;
export type Reason = (typeof reasons)[number];

/** What an interested household wants to hear more about. */
export const interests = [
  'job',
  'housing',
  'plot_or_farm',
  'kindergarten_school',
  'partners_job',
  'start_business',
] as const;
export type Interest = (typeof interests)[number];

/** When an interested household could imagine moving. */
export const moveHorizons = ['this_year', 'one_to_two_years', 'some_day'] as const;
export type MoveHorizon = (typeof moveHorizons)[number];

/** Months until a household that said «maybe later» may be reminded. */
export const laterMonths = [6, 12, 24] as const;
export type LaterMonths = (typeof laterMonths)[number];

export const skipReasons = [
  'i_know_them',
  'conflict_of_interest',
  'someone_else_should_call',
  'wrong_municipality',
  'other',
] as const;
export type SkipReason = (typeof skipReasons)[number];

export const noteLength = 300;

/** Free text about a talk. Never what somebody is ill with, believes or owes: the screen reminds of that. */
export const note = z.string().trim().max(noteLength, `Notatet kan ha høyst ${noteLength} tegn.`);

/** New knowledge the household gave; stored with the call as its source, nothing is overwritten. */
export const newFacts = z.object({
  phone: z.string().trim().min(1).max(40).optional(),
  street: z.string().trim().min(1).max(120).optional(),
  postcode: z.string().trim().min(1).max(12).optional(),
  place: z.string().trim().min(1).max(80).optional(),
});
export type NewFacts = z.infer<typeof newFacts>;

const callbackAt = z.iso.datetime();

export const talkOutcome = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('interested'),
    interests: z.array(z.enum(interests)).default([]),
    horizon: z.enum(moveHorizons).nullable().default(null),
  }),
  z.object({
    result: z.literal('later'),
    /** Null when they did not say yes to being contacted again: then nobody is reminded. */
    months: z
      .union([z.literal(6), z.literal(12), z.literal(24)])
      .nullable()
      .default(null),
  }),
  z.object({ result: z.literal('moving'), interests: z.array(z.enum(interests)).default([]) }),
  z.object({ result: z.literal('not_now') }),
  z.object({ result: z.literal('no_thanks') }),
  z.object({ result: z.literal('home') }),
  z.object({ result: z.literal('wrong_person') }),
  z.object({ result: z.literal('erase') }),
  z.object({ result: z.literal('deceased') }),
  z.object({ result: z.literal('protected') }),
]);
export type TalkOutcome = z.infer<typeof talkOutcome>;

const besides = {
  reasons: z.array(z.enum(reasons)).default([]),
  note: note.default(''),
  /** A message to the coordinator; blocks further calls until it is answered. Null when there is none. */
  askCoordinator: note.min(1).nullable().default(null),
  facts: newFacts.default({}),
  /** The caller read the privacy notice aloud: asked when the household never got a card. */
  noticeRead: z.boolean().default(false),
};

export const callReport = z.discriminatedUnion('attempt', [
  z.object({ attempt: z.literal('talked'), outcome: talkOutcome, ...besides }),
  z.object({ attempt: z.literal('no_answer'), ...besides }),
  z.object({ attempt: z.literal('busy'), ...besides }),
  z.object({ attempt: z.literal('message_left'), ...besides }),
  /** Someone else answered; `callbackAt` is the time that was agreed with them, null when none was. */
  z.object({
    attempt: z.literal('other_person'),
    callbackAt: callbackAt.nullable().default(null),
    ...besides,
  }),
  z.object({ attempt: z.literal('callback'), callbackAt, ...besides }),
  z.object({ attempt: z.literal('wrong_number'), ...besides }),
  z.object({ attempt: z.literal('not_in_service'), ...besides }),
  /** `toUserId` null: anyone but me. */
  z.object({
    attempt: z.literal('needs_other_caller'),
    toUserId: z.uuid().nullable().default(null),
    ...besides,
  }),
  z.object({ attempt: z.literal('technical'), ...besides }),
]);
export type CallReport = z.infer<typeof callReport>;
/**
 * Whether the one they talked with must have had the privacy notice read aloud, where no card has told them. Whoever
 * tells that the person is dead is not the one it is for.
 */
export function needsNotice(report: CallReport): boolean {
  return report.attempt === 'talked' && report.outcome.result !== 'deceased';
}

export type CallReportInput = z.input<typeof callReport>;
