import {
  type Attempt,
  callReport,
  type CallReport,
  type CallReportInput,
  interests,
  laterMonths,
  moveHorizons,
  needsNotice,
  type NewFacts,
  reasons,
  type SkipReason,
  type TalkOutcome,
  type TalkResult,
} from '@savner/contract/rules/call-report';
import type { Dice } from '../platform/dice.js';

interface Share {
  readonly share: number;
  /** How long such a call usually takes; half of them take longer. */
  readonly medianSeconds: number;
}

/** How an evening's calls usually go. A code without a row does not compile. */
const attemptShares: { readonly [Code in Attempt]: Share } = {
  talked: { share: 40, medianSeconds: 360 },
  no_answer: { share: 28, medianSeconds: 45 },
  busy: { share: 5, medianSeconds: 20 },
  message_left: { share: 5, medianSeconds: 70 },
  other_person: { share: 5, medianSeconds: 90 },
  callback: { share: 6, medianSeconds: 60 },
  wrong_number: { share: 4, medianSeconds: 50 },
  not_in_service: { share: 3, medianSeconds: 25 },
  needs_other_caller: { share: 2, medianSeconds: 120 },
  technical: { share: 2, medianSeconds: 30 },
};

const resultShares: { readonly [Code in TalkResult]: number } = {
  interested: 18,
  later: 18,
  not_now: 27,
  no_thanks: 11,
  moving: 5,
  home: 6,
  wrong_person: 5,
  erase: 4,
  deceased: 3,
  protected: 3,
};

/** Somebody who rings back is on the line. */
const rangBackShares: { readonly [Code in Attempt]: number } = {
  talked: 80,
  callback: 12,
  needs_other_caller: 5,
  technical: 3,
  no_answer: 0,
  busy: 0,
  message_left: 0,
  other_person: 0,
  wrong_number: 0,
  not_in_service: 0,
};

const skipShares: { readonly [Code in SkipReason]: number } = {
  i_know_them: 6,
  conflict_of_interest: 1,
  someone_else_should_call: 3,
  wrong_municipality: 1,
  other: 1,
};

const chances = {
  facts: 0.08,
  askCoordinator: 0.03,
  note: 0.3,
  reason: 0.2,
  agreedWithOther: 0.3,
  named: 0.5,
};
const spread = 0.7;
const quarter = 15 * 60_000;

export interface CallSituation {
  readonly now: number;
  readonly isRingBack: boolean;
  readonly mustReadNotice: boolean;
  /** The others of the team. */
  readonly colleagues: readonly string[];
  /** A number nobody else has, E.164. */
  readonly newNumber: () => string;
  /** Times somebody might agree to. */
  readonly agreeable: { readonly tonightUntil: number; readonly tomorrow: number };
}

/** What happened on the line, as the caller reports it, and how long it took. */
export function drawReport(
  dice: Dice,
  situation: CallSituation,
): { readonly report: CallReport; readonly seconds: number } {
  const shares = situation.isRingBack ? rangBackShares : mapValues(attemptShares, ({ share }) => share);
  const attempt = dice.weighted(entries(shares));
  const told = { ...outcomeOf(attempt, dice, situation), ...besides(dice, situation) };
  const report = callReport.parse(told);
  const noticeRead = situation.mustReadNotice && needsNotice(report);
  const seconds = logNormal(dice, attemptShares[attempt].medianSeconds);
  return { report: { ...report, noticeRead }, seconds };
}

export function drawSkipReason(dice: Dice): SkipReason {
  return dice.weighted(entries(skipShares));
}

/** Around a median, never less than a tenth of it or more than ten times. */
export function logNormal(dice: Dice, median: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - dice.next())) * Math.cos(2 * Math.PI * dice.next());
  return median * Math.min(10, Math.max(0.1, Math.exp(spread * normal)));
}

function outcomeOf(attempt: Attempt, dice: Dice, situation: CallSituation): CallReportInput {
  switch (attempt) {
    case 'talked':
      return { attempt, outcome: talkOf(dice.weighted(entries(resultShares)), dice) };
    case 'callback':
      return { attempt, callbackAt: agreedTime(dice, situation) };
    case 'other_person':
      return {
        attempt,
        callbackAt: dice.chance(chances.agreedWithOther) ? agreedTime(dice, situation) : null,
      };
    case 'needs_other_caller': {
      const isNamed = dice.chance(chances.named) && situation.colleagues.length > 0;
      return { attempt, toUserId: isNamed ? dice.pick(situation.colleagues) : null };
    }
    case 'no_answer':
    case 'busy':
    case 'message_left':
    case 'wrong_number':
    case 'not_in_service':
    case 'technical':
      return { attempt };
  }
}

function talkOf(result: TalkResult, dice: Dice): TalkOutcome {
  switch (result) {
    case 'interested':
      return { result, interests: [dice.pick(interests)], horizon: dice.pick(moveHorizons) };
    case 'later':
      return { result, months: dice.pick([...laterMonths, null]) };
    case 'moving':
      return { result, interests: [dice.pick(interests)] };
    case 'not_now':
    case 'no_thanks':
    case 'home':
    case 'wrong_person':
    case 'erase':
    case 'deceased':
    case 'protected':
      return { result };
  }
}

function besides(dice: Dice, situation: CallSituation) {
  return {
    reasons: dice.chance(chances.reason) ? [dice.pick(reasons)] : [],
    note: dice.chance(chances.note) ? 'Hyggelig prat om fjellet.' : '',
    askCoordinator: dice.chance(chances.askCoordinator) ? 'Kan du se på adressen?' : null,
    facts: dice.chance(chances.facts) ? newFacts(dice, situation) : {},
  };
}

function newFacts(dice: Dice, { newNumber }: CallSituation): NewFacts {
  if (dice.chance(0.5)) return { phone: newNumber() };
  return { street: `Prøvevegen ${dice.below(99) + 1}`, postcode: '2500', place: 'Tynset' };
}

/** Later tonight where there is time for it, else tomorrow; on a full quarter of an hour. */
function agreedTime(dice: Dice, { now, agreeable }: CallSituation): string {
  const soon = Math.ceil((now + (0.3 + dice.next() * 1.5) * 3_600_000) / quarter) * quarter;
  const isTonight = soon <= agreeable.tonightUntil && dice.chance(0.7);
  return new Date(isTonight ? soon : agreeable.tomorrow + dice.below(12) * quarter).toISOString();
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}

function mapValues<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  change: (value: From) => To,
): Record<Key, To> {
  return Object.fromEntries(entries(record).map(([key, value]) => [key, change(value)])) as Record<Key, To>;
}
