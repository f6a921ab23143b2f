import {
  type CallReport,
  callReport,
  type Interest,
  interests,
  laterMonths,
  type LaterMonths,
  type MoveHorizon,
  moveHorizons,
  type NewFacts,
  type Reason,
  type TalkResult,
  talkResults,
} from './call-report.js';

/** The choices of each question, in the order of the number keys 1, 2, 3 …; the commonest first. */
export const choices = {
  contact: ['yes', 'no', 'someone_else'],
  whyNot: ['no_answer', 'message_left', 'busy', 'not_in_service', 'technical'],
  whoAnswered: ['wrong_number', 'try_again', 'agreed_time', 'deceased'],
  couldTalk: ['talked', 'callback', 'needs_other_caller'],
  result: talkResults,
  laterMonths: [...laterMonths, 'none'],
  horizon: moveHorizons,
  interests,
} as const;

export type ChoiceQuestion = keyof typeof choices;
/** `callbackAt` is answered with an instant, UTC ISO text. */
export type Question = ChoiceQuestion | 'callbackAt';

export interface Answers {
  readonly contact?: (typeof choices.contact)[number];
  readonly whyNot?: (typeof choices.whyNot)[number];
  readonly whoAnswered?: (typeof choices.whoAnswered)[number];
  readonly couldTalk?: (typeof choices.couldTalk)[number];
  readonly callbackAt?: string;
  readonly result?: TalkResult;
  readonly laterMonths?: LaterMonths | 'none';
  readonly horizon?: MoveHorizon;
  readonly interests?: readonly Interest[];
}

/** What can be added to any report, beside the questions. */
export interface Besides {
  readonly reasons?: readonly Reason[];
  readonly note?: string;
  readonly askCoordinator?: string;
  readonly facts?: NewFacts;
  readonly noticeRead?: boolean;
  readonly toUserId?: string;
}

export interface ReportState {
  readonly answers: Answers;
  readonly besides: Besides;
}

export interface Step {
  readonly question: Question;
  /** `one` and `many` are answered from `choices[question]`, `time` with an instant. */
  readonly kind: 'one' | 'many' | 'time';
  /** Without an answer to a required question there is no report; the others may be left. */
  readonly isRequired: boolean;
  readonly isAnswered: boolean;
}

export const emptyReport: ReportState = { answers: {}, besides: {} };

/**
 * The questions to show, in order: the answered ones (shown folded, each editable) and the next that waits.
 * Optional questions come together at the end, once the report could be sent.
 */
export function steps(state: ReportState): readonly Step[] {
  const shown: Step[] = [];
  for (const { question, kind, isRequired } of questionsFor(state.answers)) {
    const isAnswered = state.answers[question] !== undefined;
    shown.push({ question, kind, isRequired, isAnswered });
    if (isRequired && !isAnswered) break;
  }
  return shown;
}

/** Answers a question, or answers it anew: what no longer belongs to the new path is forgotten, the rest is kept. */
export function answer<Q extends Question>(
  state: ReportState,
  question: Q,
  value: NonNullable<Answers[Q]>,
): ReportState {
  const answers: Answers = { ...state.answers, [question]: value };
  const asked = new Set<string>(questionsFor(answers).map((step) => step.question));
  const kept = Object.entries(answers).filter(([name]) => asked.has(name));
  return { ...state, answers: Object.fromEntries(kept) };
}

/** Adds what was learnt besides; a later value replaces the earlier of the same kind. */
export function addBesides(state: ReportState, besides: Besides): ReportState {
  return { ...state, besides: { ...state.besides, ...besides } };
}

export type ReadyReport =
  | { readonly isReady: true; readonly report: CallReport }
  | { readonly isReady: false; readonly missing: Question };

/** The report that can be sent, or the first question that still has to be answered. */
export function toReport(state: ReportState): ReadyReport {
  const missing = steps(state).find((step) => step.isRequired && !step.isAnswered);
  if (missing) return { isReady: false, missing: missing.question };
  return { isReady: true, report: callReport.parse({ ...attemptOf(state), ...besidesOf(state.besides) }) };
}

type Asked = Omit<Step, 'isAnswered'>;

const one = (question: ChoiceQuestion): Asked => ({ question, kind: 'one', isRequired: true });
const optional = (question: ChoiceQuestion, kind: 'one' | 'many' = 'one'): Asked => ({
  question,
  kind,
  isRequired: false,
});
const time: Asked = { question: 'callbackAt', kind: 'time', isRequired: true };

function questionsFor(answers: Answers): readonly Asked[] {
  switch (answers.contact) {
    case undefined:
      return [one('contact')];
    case 'no':
      return [one('contact'), one('whyNot')];
    case 'someone_else':
      return [one('contact'), one('whoAnswered'), ...(answers.whoAnswered === 'agreed_time' ? [time] : [])];
    case 'yes':
      return [one('contact'), one('couldTalk'), ...afterContact(answers)];
  }
}

function afterContact(answers: Answers): readonly Asked[] {
  switch (answers.couldTalk) {
    case undefined:
    case 'needs_other_caller':
      return [];
    case 'callback':
      return [time];
    case 'talked':
      return [one('result'), ...detailsOf(answers.result)];
  }
}

function detailsOf(result: TalkResult | undefined): readonly Asked[] {
  switch (result) {
    case 'interested':
      return [optional('interests', 'many'), optional('horizon')];
    case 'moving':
      return [optional('interests', 'many')];
    case 'later':
      return [optional('laterMonths')];
    case undefined:
    case 'not_now':
    case 'no_thanks':
    case 'home':
    case 'wrong_person':
    case 'erase':
    case 'deceased':
    case 'protected':
      return [];
  }
}

function attemptOf({ answers, besides }: ReportState): object {
  if (answers.contact === 'no') return { attempt: answers.whyNot };
  if (answers.contact === 'yes') {
    if (answers.couldTalk === 'callback') return { attempt: 'callback', callbackAt: answers.callbackAt };
    if (answers.couldTalk === 'needs_other_caller') {
      return { attempt: 'needs_other_caller', toUserId: besides.toUserId ?? null };
    }
    return { attempt: 'talked', outcome: outcomeOf(answers) };
  }
  switch (answers.whoAnswered) {
    case 'wrong_number':
      return { attempt: 'wrong_number' };
    case 'agreed_time':
      return { attempt: 'other_person', callbackAt: answers.callbackAt };
    case 'deceased':
      return { attempt: 'talked', outcome: { result: 'deceased' } };
    case 'try_again':
    case undefined:
      return { attempt: 'other_person' };
  }
}

function outcomeOf(answers: Answers): object {
  return {
    result: answers.result,
    interests: answers.interests,
    horizon: answers.horizon,
    months: answers.laterMonths === 'none' ? null : answers.laterMonths,
  };
}

function besidesOf({ reasons, note, askCoordinator, facts, noticeRead }: Besides): object {
  return { reasons, note, askCoordinator: askCoordinator?.trim() ? askCoordinator : null, facts, noticeRead };
}
