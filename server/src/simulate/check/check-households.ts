import type { CaseState } from '@savner/contract/call-board';
import type { HandedOut } from '../journal.js';
import { type HouseholdLife, type LifeEvent, livesOf, type Outcome } from './household-life.js';
import { type BoardHousehold, clockTime, groupBy, Names, type Night, type Violation } from './night.js';
import type { Standing } from './standing.js';

export interface HouseholdFindings {
  readonly violations: readonly Violation[];
  /** Households about which nobody outside can tell the order of events: only that they are there was looked at. */
  readonly unclear: number;
}

/** Every household stands once, in the municipality it had, where its reports lead to. */
export function checkHouseholds(night: Night): HouseholdFindings {
  const names = new Names(night);
  const lives = livesOf(night);
  const boards = groupBy(night.after.boards, ({ card }) => card.householdId);
  const known = new Set(night.before.map(({ card }) => card.householdId));
  let unclear = 0;
  const violations = night.before.flatMap((before): Violation[] => {
    const { householdId } = before.card;
    const [after, ...more] = boards.get(householdId) ?? [];
    if (!after || more.length > 0)
      return [lost(householdId, `it stands ${after ? more.length + 1 : 0} times`)];
    const life = lives.get(householdId);
    const outcome = life?.after(life.events);
    if (outcome === null) unclear += 1;
    return problemsOf(before, after, outcome, night.after.readAt).map((problem) =>
      lost(householdId, `${problem}. ${story(life)}`),
    );
  });
  const strangers = [...boards.keys()].filter((id) => !known.has(id));
  return {
    violations: [...violations, ...strangers.map((id) => lost(id, 'it was not there before'))],
    unclear,
  };

  function lost(householdId: string, what: string): Violation {
    return { check: 'lost household', what: `${names.household(householdId)}: ${what}` };
  }

  function story(life: HouseholdLife | undefined): string {
    const told = [...(life?.handOuts ?? []), ...(life?.events.map(({ what }) => what) ?? [])]
      .sort((left, right) => left.asked - right.asked)
      .map(
        (seen) =>
          `${clockTime(seen.asked)}-${clockTime(seen.answered)} ${names.caller(seen.callerId)} ${tell(seen)}`,
      );
    return `What is known: ${told.join('; ')}`;
  }
}

function tell(seen: HandedOut | LifeEvent['what']): string {
  switch (seen.kind) {
    case 'handed_out':
      return `got it by ${seen.way} until ${clockTime(seen.expiresAt)}`;
    case 'skipped':
      return 'skipped it';
    case 'undone':
      return 'took the report back';
    case 'reported': {
      const { report, answers, wasRepeated } = seen;
      const [answer] = answers;
      const late = answer?.kind === 'stored' && answer.isLate ? ', late' : '';
      const result = report.attempt === 'talked' ? ` ${report.outcome.result}` : '';
      return `reported ${report.attempt}${result}${late}${wasRepeated ? ', answered more than once' : ''}`;
    }
  }
}

function problemsOf(
  before: BoardHousehold,
  after: BoardHousehold,
  outcome: Outcome | undefined,
  now: number,
): string[] {
  if (after.municipality !== before.municipality) return [`it moved to ${after.municipality}`];
  if (outcome === null) return [];
  const { state, attempts, skips } = after.card;
  if (outcome === undefined)
    return state === before.card.state && attempts === before.card.attempts
      ? []
      : [`nobody touched it, and it went from ${before.card.state} to ${state}`];
  const wanted = columnsOf(outcome, now);
  return [
    ...(wanted.includes(state) ? [] : [`it stands in ${state} instead of ${wanted.join(' or ')}`]),
    ...(attempts === outcome.halves / 2
      ? []
      : [`it has ${attempts} attempts instead of ${outcome.halves / 2}`]),
    ...(skips === outcome.skips ? [] : [`it has ${skips} skips instead of ${outcome.skips}`]),
  ];
}

function columnsOf(standing: Standing, now: number): CaseState[] {
  switch (standing.state) {
    case 'done':
    case 'with_host':
      return [standing.state];
    case 'not_reached':
      return [standing.isStopped ? 'blocked' : 'not_reached'];
    case 'needs_coordinator':
      return ['blocked'];
    case 'queued':
      return queuedColumns(standing, now);
  }
}

function queuedColumns(standing: Standing, now: number): CaseState[] {
  if (standing.isStopped || standing.isInSorting || standing.numbers.size === 0) return ['blocked'];
  const waiting = standing.agreed ? 'callback' : 'waiting';
  if (standing.toldAt === 'unknown') return standing.restsUntil > now ? [waiting] : ['callable', waiting];
  return [standing.toldAt !== null && standing.toldAt > now ? waiting : 'callable'];
}
