import type { HeldHousehold, HistoryAttempt, Outlook } from '@savner/contract/calls';
import type { CallReport, TalkResult } from '@savner/contract/rules/call-report';
import type { HandOutReason } from '@savner/contract/calls';
import type { CallCase } from './domain/call-case.js';
import { maySeeResult, type Viewer } from './domain/outcome-rules.js';
import type { CallHousehold, HouseholdMisser } from './household-source.js';

interface ShownLease {
  readonly id: string;
  readonly expiresAt: Date;
  readonly pinnedAt: Date | null;
  readonly because: HandOutReason;
}

interface ShownReport {
  readonly at: Date;
  readonly attempt: HistoryAttempt;
  readonly result: TalkResult | null;
  readonly userId: string;
  readonly report: CallReport;
}

export interface HeldParts {
  readonly lease: ShownLease;
  readonly callCase: CallCase;
  readonly household: CallHousehold;
  readonly missers: readonly HouseholdMisser[];
  /** Oldest first. */
  readonly reports: readonly ShownReport[];
  readonly unreported: readonly { readonly userId: string; readonly endedAt: Date | null }[];
  readonly nameOf: (userId: string) => string;
  readonly outlook: Outlook[];
}

/** What the caller sees; the only place a number leaves the house through. */
export function presentHeld(parts: HeldParts): HeldHousehold {
  const { lease, callCase, household } = parts;
  return {
    leaseId: lease.id,
    householdId: household.id,
    expiresAt: lease.expiresAt.toISOString(),
    isPinned: lease.pinnedAt !== null,
    because: lease.because,
    title: household.title,
    persons: [...household.persons],
    place: household.place,
    numbers: household.numbers.map((number, index) => ({
      number,
      shown: shownNumber(number),
      isPreferred: index === 0,
    })),
    missers: [...parts.missers],
    cardPostedOn: callCase.cardPostedOn,
    mustReadNotice: callCase.informedAt === null,
    callbackAt: callCase.rank === 'callback' ? (callCase.nextAt?.toISOString() ?? null) : null,
    earlier: earlierOf(parts),
    outlook: parts.outlook,
  };
}

/** The result as somebody in that role may see it: null when it is not for them. */
export function seenResult(result: TalkResult | null, viewer: Viewer): TalkResult | null {
  return result !== null && maySeeResult(result, viewer) ? result : null;
}

export function presentStored(stored: {
  readonly reportId: string;
  readonly isLate: boolean;
  readonly leadsTo: Outlook['leadsTo'];
  readonly at: Date | null;
  readonly canUndo: boolean;
}) {
  const { reportId, isLate, leadsTo, at, canUndo } = stored;
  return { reportId, isLate, leadsTo, at: at?.toISOString() ?? null, canUndo };
}

/** Norwegian numbers in the usual groups (mobile 3-2-3, others in twos); foreign ones as they are. */
export function shownNumber(number: string): string {
  const national = /^\+47(\d{8})$/.exec(number)?.[1];
  if (national === undefined) return number;
  return /^[49]/.test(national)
    ? national.replace(/^(\d{3})(\d{2})(\d{3})$/, '$1 $2 $3')
    : national.replace(/^(\d{2})(\d{2})(\d{2})(\d{2})$/, '$1 $2 $3 $4');
}

function earlierOf({ reports, unreported, nameOf }: HeldParts): HeldHousehold['earlier'] {
  const reported = reports.map((each) => {
    const isOpen = each.result === null || maySeeResult(each.result, 'team');
    return {
      at: each.at.toISOString(),
      attempt: each.attempt,
      result: seenResult(each.result, 'team'),
      callerName: nameOf(each.userId),
      note: isOpen ? each.report.note : '',
    };
  });
  const silent = unreported.flatMap(({ userId, endedAt }) => {
    if (endedAt === null) return [];
    const attempt = 'not_reported' as const;
    return [{ at: endedAt.toISOString(), attempt, result: null, callerName: nameOf(userId), note: '' }];
  });
  return [...reported, ...silent].sort((left, right) => (left.at < right.at ? -1 : 1));
}
