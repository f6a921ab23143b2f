import type { BoardCard } from '@savner/contract/call-board';
import type { CallHours, HistoryAttempt } from '@savner/contract/calls';
import type { CampaignSettings } from '@savner/contract/campaigns';
import type { TalkResult } from '@savner/contract/rules/call-report';
import type { Actor } from '../../platform/actor.js';
import { seenResult } from './calls.presenter.js';
import { mayChoose, mayLead, mayReturnToQueue } from './calls.policy.js';
import { mayGoBackToQueue, waitsForCoordinator } from './domain/back-to-queue.js';
import type { Calendar } from './domain/call-calendar.js';
import type { CallCase } from './domain/call-case.js';
import { blockOf, boardStateOf } from './domain/case-view.js';
import { whyNotOpenByHand } from './domain/open-by-hand.js';
import type { Viewer } from './domain/outcome-rules.js';
import type { CallHousehold } from './household-source.js';

export interface CardParts {
  readonly callCase: CallCase;
  readonly household: Pick<CallHousehold, 'title' | 'place'>;
  readonly lease: { readonly userId: string; readonly takenAt: Date; readonly expiresAt: Date } | null;
  readonly lastReport: {
    readonly at: Date;
    readonly attempt: HistoryAttempt;
    readonly result: TalkResult | null;
    readonly userId: string;
  } | null;
  readonly nameOf: (userId: string | null) => string;
  readonly isMaybeCalled: boolean;
}

export interface BoardViewer {
  readonly actor: Actor;
  readonly viewer: Viewer;
  readonly room: {
    readonly now: Date;
    readonly calendar: Calendar;
    readonly hours: { readonly opensAt: Date | null };
    readonly campaign: { readonly settings: CampaignSettings };
  };
}

export function presentCard(parts: CardParts, view: BoardViewer): BoardCard {
  const { callCase, household, lease, lastReport, nameOf } = parts;
  const { now, hours } = view.room;
  const holder = lease && { userId: lease.userId, name: nameOf(lease.userId), expiresAt: lease.expiresAt };
  const reservedForName = callCase.reservedFor === null ? null : nameOf(callCase.reservedFor);
  const block = blockOf(callCase, { now, holder, reservedForName, opensAt: hours.opensAt });
  const state = boardStateOf(callCase, block);
  return {
    householdId: callCase.householdId,
    title: household.title,
    place: household.place,
    state,
    block: state === 'done' || state === 'with_host' ? null : block,
    attempts: callCase.halfAttempts / 2,
    lastAttempt: lastReport && {
      at: lastReport.at.toISOString(),
      attempt: lastReport.attempt,
      result: seenResult(lastReport.result, view.viewer),
      callerName: nameOf(lastReport.userId),
    },
    heldBy: lease && {
      userId: lease.userId,
      name: nameOf(lease.userId),
      since: lease.takenAt.toISOString(),
      expiresAt: lease.expiresAt.toISOString(),
    },
    assignedTo:
      callCase.assignedTo === null
        ? null
        : { userId: callCase.assignedTo, name: nameOf(callCase.assignedTo) },
    informBy: view.room.calendar.toLocal(callCase.informBy).date,
    skips: callCase.skips,
    maybeCalled: parts.isMaybeCalled,
    can: actionsOn(parts, block?.reason ?? null, view),
  };
}

export function presentHours(hours: {
  readonly isOpen: boolean;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}): CallHours {
  return {
    isOpen: hours.isOpen,
    opensAt: hours.opensAt?.toISOString() ?? null,
    closesAt: hours.closesAt?.toISOString() ?? null,
  };
}

function actionsOn(parts: CardParts, reason: string | null, { actor, room }: BoardViewer): BoardCard['can'] {
  const { callCase, lease } = parts;
  const can: BoardCard['can'] = [];
  if (lease && mayLead(actor, callCase)) can.push('free');
  if (whyNotOpenByHand(callCase, room.now) === null && mayLead(actor, callCase)) can.push('open_by_hand');
  const isFree = reason === null && callCase.state === 'queued';
  if (isFree && mayChoose(actor, callCase, room.campaign.settings)) can.push('choose');
  const forCoordinator = waitsForCoordinator(callCase);
  if (mayGoBackToQueue(callCase) && mayReturnToQueue(actor, callCase, { forCoordinator }))
    can.push('return_to_queue');
  return can;
}
