import type { Attempt, TalkResult } from '@savner/contract/rules/call-report';

/**
 * The outcomes once more, as the domain rules tell them and not as the product has written them down: whoever changes one
 * of the two must look at the other.
 */
export const attemptTable: { readonly [Code in Exclude<Attempt, 'talked'>]: AttemptLine } = {
  no_answer: { halves: 2, restMinutes: 20 * 60 },
  busy: { halves: 1, restMinutes: 30 },
  message_left: { halves: 2, restMinutes: 48 * 60 },
  other_person: { halves: 1, restMinutes: 20 * 60 },
  callback: { halves: 0, restMinutes: 0 },
  wrong_number: { halves: 0, restMinutes: 0 },
  not_in_service: { halves: 0, restMinutes: 0 },
  needs_other_caller: { halves: 0, restMinutes: 0 },
  technical: { halves: 0, restMinutes: 30 },
};

interface AttemptLine {
  /** What it counts to the limit of attempts, in halves. */
  readonly halves: 0 | 1 | 2;
  /** For so long the household is left in peace. */
  readonly restMinutes: number;
}

/** The second time a line was busy, and no answer where the leader allows another try the same evening. */
export const threeHours = 180;
export const mostOtherPersons = 3;
export const skipsForLeader = 3;

export type End = 'with_host' | 'done' | 'sorting';

/** Where a talk leaves the household, and whether everything about it stops. */
export const talkTable: { readonly [Code in TalkResult]: { readonly end: End; readonly stops: boolean } } = {
  moving: { end: 'with_host', stops: false },
  interested: { end: 'with_host', stops: false },
  later: { end: 'done', stops: false },
  not_now: { end: 'done', stops: false },
  home: { end: 'done', stops: false },
  wrong_person: { end: 'sorting', stops: false },
  no_thanks: { end: 'done', stops: true },
  erase: { end: 'done', stops: true },
  deceased: { end: 'done', stops: true },
  protected: { end: 'done', stops: true },
};
