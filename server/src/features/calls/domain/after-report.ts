import type { Outlook } from '@savner/contract/calls';
import type { CampaignSettings } from '@savner/contract/campaigns';
import type {
  CallReport,
  Interest,
  LaterMonths,
  MoveHorizon,
  TalkOutcome,
} from '@savner/contract/rules/call-report';
import type { Calendar } from './call-calendar.js';
import { backToQueue, exhausted, isForLeader } from './back-to-queue.js';
import type { Progress } from './call-case.js';
import { addWorkingDays, firstCallTime } from './call-hours.js';
import {
  attemptRules,
  type AttemptRule,
  type HouseholdStop,
  type ResultRule,
  resultRules,
} from './outcome-rules.js';

export type OutcomeSettings = Pick<
  CampaignSettings,
  'maxAttempts' | 'retrySameEvening' | 'weekdayCallHours' | 'saturdayCallHours'
>;

export interface ReportCircumstances {
  readonly now: Date;
  readonly callerId: string;
  /** Telephone numbers of the household that would still work if the one called is dead. */
  readonly otherNumbers: number;
  readonly calendar: Calendar;
  readonly settings: OutcomeSettings;
}

/** What a report decides; the service carries it out in one transaction. */
export interface ReportDecision {
  readonly progress: Progress;
  readonly numberIsDead: boolean;
  /** The case is to be offered to this caller, or `others`: anyone but the reporter. Null: as before. */
  readonly passTo: { readonly userId: string } | 'others' | null;
  readonly household: HouseholdStop | null;
  readonly followUp: WantedFollowUp | null;
  readonly leadsTo: Outlook['leadsTo'];
  /** When that happens, where there is such a time. */
  readonly at: Date | null;
}

export interface WantedFollowUp {
  readonly result: 'moving' | 'interested' | 'later';
  readonly dueOn: string;
  readonly interests: readonly Interest[];
  readonly horizon: MoveHorizon | null;
}

/** How long an agreed call belongs to the caller who agreed it, after its time, before the team takes it. */
const callbackGraceMinutes = 30;

/** What comes of one report on one case. Pure: the same report in the same circumstances decides the same. */
export function afterReport(
  before: Progress,
  report: CallReport,
  given: ReportCircumstances,
): ReportDecision {
  const tried: Progress = { ...before, lastTriedAt: given.now, reservedFor: null, reservedUntil: null };
  const decided =
    report.attempt === 'talked'
      ? afterTalk(tried, report.outcome, given)
      : afterAttempt(tried, report, attemptRules[report.attempt], given);
  const isStillOurs = decided.progress.state === 'queued' || decided.progress.state === 'not_reached';
  if (report.askCoordinator === null || !isStillOurs) return decided;
  const progress: Progress = { ...decided.progress, state: 'needs_coordinator' };
  return { ...decided, progress, leadsTo: 'coordinator', at: null };
}

/** Someone else should call: bottom of the queue; an agreed call keeps its time but no longer its owner. */
export function afterSkip(before: Progress, now: Date): Progress {
  const skips = before.skips + 1;
  const state = isForLeader({ skips }) ? 'needs_coordinator' : before.state;
  if (before.rank === 'callback') return { ...before, state, skips, reservedFor: null, reservedUntil: null };
  return { ...before, state, skips, rank: 'skipped', nextAt: before.nextAt ?? now };
}

type Attempted = Exclude<CallReport, { attempt: 'talked' }>;

function afterAttempt(
  tried: Progress,
  report: Attempted,
  rule: AttemptRule,
  given: ReportCircumstances,
): ReportDecision {
  const counted: Progress = {
    ...tried,
    halfAttempts: tried.halfAttempts + rule.halves,
    busyCount: tried.busyCount + (report.attempt === 'busy' ? 1 : 0),
    otherPersonCount: tried.otherPersonCount + (report.attempt === 'other_person' ? 1 : 0),
    messageCount: tried.messageCount + (report.attempt === 'message_left' ? 1 : 0),
  };
  const plain = { numberIsDead: rule.number === 'dead', passTo: null, household: null, followUp: null };
  const agreed = 'callbackAt' in report && report.callbackAt !== null ? new Date(report.callbackAt) : null;
  if (agreed) return { ...plain, ...callAgain(counted, agreed, given) };
  if (isLimitReached(counted, rule, given)) {
    return {
      ...plain,
      progress: { ...counted, state: 'not_reached', nextAt: null },
      leadsTo: 'not_reached',
      at: null,
    };
  }
  switch (rule.next.kind) {
    case 'agreed':
    case 'agreed_or_another_hour':
    case 'another_hour':
      return { ...plain, ...retryAt(counted, anotherHour(counted, rule, given)) };
    case 'wait': {
      const minutes = counted.busyCount > 1 ? rule.next.thenMinutes : rule.next.minutes;
      return { ...plain, ...retryAt(counted, inHours(later(given.now, minutes), given)) };
    }
    case 'next_number': {
      const leadsTo = given.otherNumbers > 0 ? 'next_number' : 'find_number';
      return { ...plain, progress: { ...counted, rank: 'retry', nextAt: given.now }, leadsTo, at: null };
    }
    case 'other_caller': {
      const named = report.attempt === 'needs_other_caller' ? report.toUserId : null;
      const progress: Progress = { ...counted, rank: 'retry', nextAt: given.now };
      return {
        ...plain,
        progress,
        passTo: named ? { userId: named } : 'others',
        leadsTo: 'other_caller',
        at: null,
      };
    }
  }
}

function afterTalk(tried: Progress, outcome: TalkOutcome, given: ReportCircumstances): ReportDecision {
  const rule = resultRules[outcome.result];
  const followUp = followUpOf(outcome, rule, given);
  const closed: Progress = { ...tried, state: rule.state, result: outcome.result };
  const progress =
    rule.state === 'queued' ? backToQueue({ ...tried, rank: 'retry', nextAt: given.now }, given) : closed;
  return {
    progress,
    numberIsDead: false,
    passTo: null,
    household: rule.household === 'keep' ? null : rule.household,
    followUp,
    leadsTo: followUp ? 'host' : rule.leadsTo,
    at: followUp ? given.calendar.atLocal(followUp.dueOn, 12) : null,
  };
}

function followUpOf(
  outcome: TalkOutcome,
  rule: ResultRule,
  given: ReportCircumstances,
): WantedFollowUp | null {
  const { calendar, now } = given;
  const today = calendar.toLocal(now).date;
  if (outcome.result === 'later') {
    if (outcome.months === null) return null;
    return {
      result: 'later',
      dueOn: monthsAfter(today, outcome.months, calendar),
      interests: [],
      horizon: null,
    };
  }
  if (outcome.result !== 'moving' && outcome.result !== 'interested') return null;
  const horizon = outcome.result === 'interested' ? outcome.horizon : null;
  switch (rule.followUp?.kind) {
    case 'working_days':
      return {
        result: outcome.result,
        dueOn: addWorkingDays(today, rule.followUp.count, calendar),
        interests: outcome.interests,
        horizon,
      };
    case 'days':
      return {
        result: outcome.result,
        dueOn: calendar.addDays(today, rule.followUp.count),
        interests: outcome.interests,
        horizon,
      };
    case 'reminder':
    case undefined:
      return null;
  }
}

function callAgain(
  progress: Progress,
  at: Date,
  given: ReportCircumstances,
): Pick<ReportDecision, 'progress' | 'leadsTo' | 'at'> {
  return {
    progress: {
      ...progress,
      state: 'queued',
      rank: 'callback',
      nextAt: at,
      reservedFor: given.callerId,
      reservedUntil: later(at, callbackGraceMinutes),
    },
    leadsTo: 'callback',
    at,
  };
}

function retryAt(progress: Progress, at: Date): Pick<ReportDecision, 'progress' | 'leadsTo' | 'at'> {
  return { progress: { ...progress, rank: 'retry', nextAt: at }, leadsTo: 'retry', at };
}

function isLimitReached(progress: Progress, rule: AttemptRule, { settings }: ReportCircumstances): boolean {
  if (rule.halves === 0) return false;
  const { hasTriedAll, hasReachedOthers } = exhausted(progress, settings);
  return hasTriedAll || (rule.next.kind === 'agreed_or_another_hour' && hasReachedOthers);
}

function isRepeated(progress: Progress, { next }: AttemptRule): boolean {
  return next.kind === 'another_hour' && next.repeated !== null && progress.messageCount > 1;
}

function anotherHour(progress: Progress, rule: AttemptRule, given: ReportCircumstances): Date {
  const { next } = isRepeated(progress, rule) ? attemptRules.no_answer : rule;
  const minutes = 'minutes' in next ? next.minutes : 0;
  if (next.kind === 'another_hour' && next.sameEveningMinutes !== null && given.settings.retrySameEvening) {
    const tonight = later(given.now, next.sameEveningMinutes);
    if (inHours(tonight, given).getTime() === tonight.getTime()) return tonight;
  }
  const earliest = later(given.now, minutes);
  return firstCallTime(earliest, given.calendar, given.settings, given.now) ?? earliest;
}

function inHours(earliest: Date, { calendar, settings }: ReportCircumstances): Date {
  return firstCallTime(earliest, calendar, settings) ?? earliest;
}

function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}

/** The same day of the month so many months on; the last of the month where it is shorter. */
function monthsAfter(date: string, months: LaterMonths, calendar: Calendar): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const total = year * 12 + (month - 1) + months;
  const first = `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}-01`;
  const wanted = calendar.addDays(first, day - 1);
  return wanted.slice(0, 7) === first.slice(0, 7)
    ? wanted
    : calendar.addDays(`${calendar.addDays(first, 31).slice(0, 7)}-01`, -1);
}
