import type { Outlook } from '@savner/contract/calls';
import type { Attempt, CallReport, TalkResult } from '@savner/contract/rules/call-report';

/**
 * The one table of outcomes: waiting time, what counts to the limit, what it means for the number and what follows.
 * The screen's label for a row is the text of the same code. A code without a row does not compile.
 */
export const attemptRules: { readonly [Code in Exclude<Attempt, 'talked'>]: AttemptRule } = {
  no_answer: {
    halves: 2,
    number: 'keep',
    next: { kind: 'another_hour', minutes: 20 * 60, sameEveningMinutes: 3 * 60, repeated: null },
  },
  busy: { halves: 1, number: 'keep', next: { kind: 'wait', minutes: 30, thenMinutes: 3 * 60 } },
  message_left: {
    halves: 2,
    number: 'keep',
    next: { kind: 'another_hour', minutes: 48 * 60, sameEveningMinutes: null, repeated: 'no_answer' },
  },
  other_person: {
    halves: 1,
    number: 'keep',
    next: { kind: 'agreed_or_another_hour', minutes: 20 * 60, atMost: 3 },
  },
  callback: { halves: 0, number: 'keep', next: { kind: 'agreed' } },
  wrong_number: { halves: 0, number: 'dead', next: { kind: 'next_number' } },
  not_in_service: { halves: 0, number: 'dead', next: { kind: 'next_number' } },
  needs_other_caller: { halves: 0, number: 'keep', next: { kind: 'other_caller' } },
  technical: { halves: 0, number: 'keep', next: { kind: 'wait', minutes: 30, thenMinutes: 30 } },
};

export interface AttemptRule {
  /** What it counts to the campaign's limit of attempts, in halves. */
  readonly halves: 0 | 1 | 2;
  readonly number: 'keep' | 'dead';
  readonly next: NextStep;
}

export type NextStep =
  /**
   * After a wait, at another hour of the day; the same evening where the leader allows it. `repeated`: done once in a
   * campaign, the second time it counts as this.
   */
  | {
      readonly kind: 'another_hour';
      readonly minutes: number;
      readonly sameEveningMinutes: number | null;
      readonly repeated: 'no_answer' | null;
    }
  | { readonly kind: 'wait'; readonly minutes: number; readonly thenMinutes: number }
  | { readonly kind: 'agreed' }
  | { readonly kind: 'agreed_or_another_hour'; readonly minutes: number; readonly atMost: number }
  | { readonly kind: 'next_number' }
  | { readonly kind: 'other_caller' };

/** What a talk leads to: where the case ends, who takes over, and what the household is from then on. */
export const resultRules: { readonly [Code in TalkResult]: ResultRule } = {
  moving: {
    state: 'with_host',
    followUp: { kind: 'working_days', count: 3 },
    household: 'keep',
    leadsTo: 'host',
    seenBy: 'team_and_host',
  },
  interested: {
    state: 'with_host',
    followUp: { kind: 'days', count: 7 },
    household: 'keep',
    leadsTo: 'host',
    seenBy: 'team_and_host',
  },
  later: {
    state: 'done',
    followUp: { kind: 'reminder' },
    household: 'keep',
    leadsTo: 'closed',
    seenBy: 'team_and_host',
  },
  not_now: { state: 'done', followUp: null, household: 'keep', leadsTo: 'closed', seenBy: 'team' },
  no_thanks: { state: 'done', followUp: null, household: 'no_thanks', leadsTo: 'closed', seenBy: 'leader' },
  erase: { state: 'done', followUp: null, household: 'erase', leadsTo: 'erasure', seenBy: 'coordinator' },
  home: { state: 'done', followUp: null, household: 'keep', leadsTo: 'closed', seenBy: 'team_and_host' },
  wrong_person: {
    state: 'queued',
    followUp: null,
    household: 'wrong_person',
    leadsTo: 'sorting',
    seenBy: 'coordinator',
  },
  deceased: {
    state: 'done',
    followUp: null,
    household: 'deceased',
    leadsTo: 'closed',
    seenBy: 'coordinator',
  },
  protected: {
    state: 'done',
    followUp: null,
    household: 'protected',
    leadsTo: 'closed',
    seenBy: 'coordinator',
  },
};

export interface ResultRule {
  readonly state: 'queued' | 'with_host' | 'done';
  /** Null: no host is involved. `reminder`: as many months later as they said yes to, else nobody. */
  readonly followUp:
    | { readonly kind: 'working_days'; readonly count: number }
    | { readonly kind: 'days'; readonly count: number }
    | { readonly kind: 'reminder' }
    | null;
  readonly household: 'keep' | HouseholdStop;
  readonly leadsTo: Outlook['leadsTo'];
  /** Who may see which result it was; everybody else sees that the case is closed. */
  readonly seenBy: 'team_and_host' | 'team' | 'leader' | 'coordinator';
}

/** Whether a report tells something of the household itself, which the room of people must hear. */
export function tellsOfHousehold(report: CallReport): boolean {
  if (Object.values(report.facts).some((fact) => fact !== undefined)) return true;
  return report.attempt === 'talked'
    ? resultRules[report.outcome.result].household !== 'keep'
    : attemptRules[report.attempt].number === 'dead';
}

/** What the rest of the house must be told about the household. */
export type HouseholdStop = 'no_thanks' | 'erase' | 'deceased' | 'protected' | 'wrong_person';

export type Viewer = 'team' | 'leader' | 'host' | 'coordinator';

/** Whether somebody in that role is told which result a talk had. */
export function maySeeResult(result: TalkResult, viewer: Viewer): boolean {
  const { seenBy } = resultRules[result];
  switch (seenBy) {
    case 'team_and_host':
      return true;
    case 'team':
      return viewer !== 'host';
    case 'leader':
      return viewer === 'leader' || viewer === 'coordinator';
    case 'coordinator':
      return viewer === 'coordinator';
  }
}
