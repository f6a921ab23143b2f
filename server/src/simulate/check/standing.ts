import type { CallReport } from '@savner/contract/rules/call-report';
import { attemptTable, mostOtherPersons, skipsForLeader, talkTable, threeHours } from './attempt-table.js';

/** Where a household stands after what is known to have happened to it. */
export interface Standing {
  readonly state: 'queued' | 'needs_coordinator' | 'not_reached' | 'with_host' | 'done';
  readonly isStopped: boolean;
  readonly isInSorting: boolean;
  readonly wasTried: boolean;
  /** To the limit of attempts; busy and somebody else count one, most others two. */
  readonly halves: number;
  readonly busies: number;
  readonly otherPersons: number;
  readonly messages: number;
  readonly skips: number;
  /** That still work, E.164. */
  readonly numbers: ReadonlySet<string>;
  /** Nobody may call before this, by the table. */
  readonly restsUntil: number;
  /** The same as the server told it; null when there is no such time, `unknown` when it was not told. */
  readonly toldAt: number | null | 'unknown';
  /** An agreed call, and for how long it is its owner's alone. */
  readonly agreed: { readonly owner: string | null; readonly until: number } | null;
  /** On whose own list it was put by name. */
  readonly passedTo: string | null;
  readonly keptOff: ReadonlySet<string>;
}

export interface StandingRules {
  readonly maxAttempts: number;
  readonly retrySameEvening: boolean;
  /** Members of the team of the household. */
  readonly team: ReadonlySet<string>;
}

export interface ToldReport {
  readonly callerId: string;
  /** Earliest time the server may have stored it. */
  readonly at: number;
  readonly number: string | null;
  readonly report: CallReport;
  readonly toldAt: Standing['toldAt'];
}

const minute = 60_000;
const ownersGraceMinutes = 30;

export function untouched(numbers: readonly string[]): Standing {
  return {
    state: 'queued',
    isStopped: false,
    isInSorting: false,
    wasTried: false,
    halves: 0,
    busies: 0,
    otherPersons: 0,
    messages: 0,
    skips: 0,
    numbers: new Set(numbers),
    restsUntil: 0,
    toldAt: null,
    agreed: null,
    passedTo: null,
    keptOff: new Set(),
  };
}

export function afterSkip(before: Standing, callerId: string): Standing {
  const skips = before.skips + 1;
  return {
    ...before,
    state: skips >= skipsForLeader ? 'needs_coordinator' : before.state,
    skips,
    agreed: before.agreed && { ...before.agreed, owner: null },
    passedTo: before.passedTo === callerId ? null : before.passedTo,
    keptOff: new Set([...before.keptOff, callerId]),
  };
}

export function afterReport(before: Standing, told: ToldReport, rules: StandingRules): Standing {
  const { report } = told;
  const tried: Standing = { ...before, wasTried: true, agreed: null, toldAt: told.toldAt, restsUntil: 0 };
  const decided =
    report.attempt === 'talked'
      ? afterTalk(tried, report.outcome.result, rules)
      : afterAttempt(tried, { ...told, report }, rules);
  const asks = report.askCoordinator !== null;
  const isOurs = decided.state === 'queued' || decided.state === 'not_reached';
  const numbers = new Set(decided.numbers);
  if (report.facts.phone !== undefined) numbers.add(report.facts.phone);
  return { ...decided, numbers, state: asks && isOurs ? 'needs_coordinator' : decided.state };
}

function afterTalk(
  tried: Standing,
  result: keyof typeof talkTable,
  { maxAttempts }: StandingRules,
): Standing {
  const { end, stops } = talkTable[result];
  if (end !== 'sorting') return { ...tried, state: end, isStopped: tried.isStopped || stops };
  const isNewRound =
    tried.state === 'not_reached' ||
    tried.halves >= maxAttempts * 2 ||
    tried.otherPersons >= mostOtherPersons;
  const forgotten = isNewRound ? { halves: 0, otherPersons: 0 } : {};
  return { ...tried, state: 'queued', isInSorting: true, skips: 0, ...forgotten };
}

type Attempted = ToldReport & { readonly report: Exclude<CallReport, { attempt: 'talked' }> };

function afterAttempt(tried: Standing, told: Attempted, rules: StandingRules): Standing {
  const { report, callerId } = told;
  const counted = count(tried, report.attempt);
  const agreedAt =
    'callbackAt' in report && report.callbackAt !== null ? Date.parse(report.callbackAt) : null;
  if (agreedAt !== null) {
    const agreed = { owner: callerId, until: agreedAt + ownersGraceMinutes * minute };
    return { ...counted, state: 'queued', restsUntil: agreedAt, toldAt: agreedAt, agreed };
  }
  if (isExhausted(counted, report.attempt, rules)) return { ...counted, state: 'not_reached', toldAt: null };
  const resting = { ...counted, restsUntil: told.at + restMinutes(counted, report.attempt, rules) * minute };
  switch (report.attempt) {
    case 'no_answer':
    case 'busy':
    case 'message_left':
    case 'other_person':
    case 'callback':
    case 'technical':
      return resting;
    case 'wrong_number':
    case 'not_in_service':
      return { ...resting, numbers: without(counted.numbers, told.number) };
    case 'needs_other_caller': {
      const named = report.toUserId;
      const passedTo = named !== null && rules.team.has(named) ? named : null;
      return { ...resting, passedTo, keptOff: new Set([...counted.keptOff, callerId]) };
    }
  }
}

function count(tried: Standing, attempt: Attempted['report']['attempt']): Standing {
  return {
    ...tried,
    halves: tried.halves + attemptTable[attempt].halves,
    busies: tried.busies + (attempt === 'busy' ? 1 : 0),
    otherPersons: tried.otherPersons + (attempt === 'other_person' ? 1 : 0),
    messages: tried.messages + (attempt === 'message_left' ? 1 : 0),
  };
}

function isExhausted(
  counted: Standing,
  attempt: Attempted['report']['attempt'],
  { maxAttempts }: StandingRules,
): boolean {
  if (attemptTable[attempt].halves === 0) return false;
  const isByOthers = attempt === 'other_person' && counted.otherPersons >= mostOtherPersons;
  return isByOthers || counted.halves >= maxAttempts * 2;
}

function restMinutes(
  counted: Standing,
  attempt: Attempted['report']['attempt'],
  { retrySameEvening }: StandingRules,
): number {
  const noAnswer = retrySameEvening ? threeHours : attemptTable.no_answer.restMinutes;
  switch (attempt) {
    case 'no_answer':
      return noAnswer;
    case 'busy':
      return counted.busies > 1 ? threeHours : attemptTable.busy.restMinutes;
    case 'message_left':
      return counted.messages > 1 ? noAnswer : attemptTable.message_left.restMinutes;
    case 'technical':
    case 'other_person':
    case 'callback':
    case 'wrong_number':
    case 'not_in_service':
    case 'needs_other_caller':
      return attemptTable[attempt].restMinutes;
  }
}

function without(numbers: ReadonlySet<string>, number: string | null): ReadonlySet<string> {
  return new Set([...numbers].filter((each) => each !== number));
}
