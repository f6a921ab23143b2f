import type { BoardCard } from '@savner/contract/call-board';
import type { MyReport } from '@savner/contract/calls';
import { callReport, type CallReportInput } from '@savner/contract/rules/call-report';
import { checkNight } from '../../src/simulate/check/check-night.js';
import type { BoardHousehold, CallerAfterwards, Night } from '../../src/simulate/check/night.js';
import type {
  HandedOut,
  Refused,
  Released,
  Renewed,
  Reported,
  Sighting,
  SignedOut,
  Skipped,
  Undone,
} from '../../src/simulate/journal.js';

/** Times of an invented evening are written as clock times in Norway; a request takes a second. */
export function at(time: string): number {
  return Date.parse(`2026-02-10T${time.length === 5 ? `${time}:00` : time}+01:00`);
}

const second = 1_000;
const seen = (callerId: string, time: string) => ({
  callerId,
  asked: at(time),
  answered: at(time) + second,
});

export function handOut(
  callerId: string,
  householdId: string,
  time: string,
  more: Partial<HandedOut> = {},
): HandedOut {
  return {
    kind: 'handed_out',
    ...seen(callerId, time),
    leaseId: leaseOf(callerId, householdId),
    householdId,
    way: 'next',
    because: 'never_tried',
    expiresAt: at(time) + 30 * 60 * second,
    numbers: ['+4790000001'],
    ...more,
  };
}

export function report(
  callerId: string,
  householdId: string,
  time: string,
  input: CallReportInput,
  more: Partial<Reported> = {},
): Reported {
  const key = `${callerId} ${householdId} ${time}`;
  return {
    kind: 'reported',
    ...seen(callerId, time),
    key,
    leaseId: leaseOf(callerId, householdId),
    householdId,
    number: '+4790000001',
    report: callReport.parse(input),
    answers: [{ kind: 'stored', reportId: `report ${key}`, isLate: false, leadsTo: 'closed', at: null }],
    wasRepeated: false,
    ...more,
  };
}

export function renewal(callerId: string, householdId: string, time: string, until: string): Renewed {
  const leaseId = leaseOf(callerId, householdId);
  return { kind: 'renewed', ...seen(callerId, time), leaseId, expiresAt: at(until) };
}

export function refusal(callerId: string, householdId: string, time: string): Refused {
  return { kind: 'refused', ...seen(callerId, time), leaseId: leaseOf(callerId, householdId) };
}

export function release(callerId: string, householdId: string, time: string): Released {
  return { kind: 'released', ...seen(callerId, time), leaseId: leaseOf(callerId, householdId) };
}

export function skip(callerId: string, householdId: string, time: string): Skipped {
  const leaseId = leaseOf(callerId, householdId);
  return { kind: 'skipped', ...seen(callerId, time), leaseId, householdId, outcome: 'done' };
}

export function undo(of: Reported, time: string): Undone {
  const { callerId, householdId } = of;
  return { kind: 'undone', ...seen(callerId, time), reportId: idOf(of), householdId, outcome: 'done' };
}

export function signOut(callerId: string, time: string): SignedOut {
  return { kind: 'signed_out', ...seen(callerId, time) };
}

/** As the server would list what was acknowledged. */
export function listed(of: Reported): MyReport {
  const { householdId, asked, report: told } = of;
  return {
    id: idOf(of),
    householdId,
    title: householdId,
    at: new Date(asked).toISOString(),
    attempt: told.attempt,
    result: told.attempt === 'talked' ? told.outcome.result : null,
    canUndo: false,
  };
}

export function onBoard(householdId: string, card: Partial<BoardCard> = {}): BoardHousehold {
  return {
    municipality: '3427',
    card: {
      householdId,
      title: householdId,
      place: null,
      state: 'callable',
      block: null,
      attempts: 0,
      lastAttempt: null,
      heldBy: null,
      assignedTo: null,
      informBy: '2026-03-01',
      skips: 0,
      maybeCalled: false,
      can: [],
      ...card,
    },
  };
}

export interface NightWords {
  readonly sightings: readonly Sighting[];
  /** The board afterwards; as before where nothing is said. */
  readonly boards?: readonly BoardHousehold[];
  /** What the callers' lists hold instead of all that was acknowledged. */
  readonly stored?: readonly (readonly [callerId: string, report: MyReport])[];
  readonly change?: (night: Night) => Night;
}

/** Somebody a household can be passed on to by name, which takes an id. */
export const dag = '0190d0d0-0000-7000-8000-000000000000';

const callers = ['Anna', 'Bo', 'Cato', dag];
const households = ['Solli', 'Nyhus'];

/** A night of four callers and two households. What the server tells afterwards fits what was acknowledged, unless told otherwise. */
export function aNight({ sightings, boards = [], stored, change = (night) => night }: NightWords): Night {
  const undone = new Set(sightings.flatMap((each) => (each.kind === 'undone' ? [each.reportId] : [])));
  const acknowledged = sightings
    .filter((each) => each.kind === 'reported')
    .filter((each) => each.answers[0]?.kind === 'stored' && !undone.has(idOf(each)));
  const lists = stored ?? acknowledged.map((each) => [each.callerId, listed(each)] as const);
  const talks = acknowledged.filter((each) => each.report.attempt === 'talked');
  const told = new Map(boards.map((each) => [each.card.householdId, each]));
  return change({
    rules: {
      opensAt: at('17:00'),
      closesAt: at('21:00'),
      latestAt: at('21:00'),
      maxAttempts: 2,
      retrySameEvening: false,
      ties: [{ callerId: 'Cato', householdId: 'Nyhus' }],
    },
    callers: callers.map((name) => ({ id: name, name, municipality: '3427' })),
    before: households.map((id) => onBoard(id)),
    sightings,
    troubles: [],
    after: {
      leftInHand: [],
      boards: households.map((id) => told.get(id) ?? onBoard(id)),
      readAt: at('23:30'),
      counts: [
        {
          ...noCounts,
          called: new Set(acknowledged.map((each) => each.householdId)).size,
          reached: new Set(talks.map((each) => each.householdId)).size,
        },
      ],
      callers: callers.map((callerId): CallerAfterwards => ({
        callerId,
        reports: lists.filter(([by]) => by === callerId).map(([, each]) => each),
        calls: acknowledged.filter((each) => each.callerId === callerId).length,
        talks: talks.filter((each) => each.callerId === callerId).length,
        holds: null,
      })),
    },
  });
}

/** What was found, one line each. */
export function findings(words: NightWords): string[] {
  return checkNight(aNight(words)).violations.map(({ check, what }) => `${check}: ${what}`);
}

const noCounts = {
  municipality: '3427',
  households: 2,
  callable: 0,
  held: 0,
  waiting: 0,
  blocked: 0,
  called: 0,
  reached: 0,
  interested: 0,
  later: 0,
  moving: 0,
  notReached: 0,
  noThanks: 0,
  done: 0,
  remaining: 0,
  wrongNumbers: 0,
  needsCoordinator: 0,
  informed: 0,
};

function leaseOf(callerId: string, householdId: string): string {
  return `lease of ${callerId} on ${householdId}`;
}

function idOf({ answers }: Reported): string {
  const [first] = answers;
  return first?.kind === 'stored' ? first.reportId : '';
}
