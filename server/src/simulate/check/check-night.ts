import { checkFigures } from './check-figures.js';
import { checkHolding } from './check-holding.js';
import { checkHouseholds } from './check-households.js';
import { checkReports } from './check-reports.js';
import { checkRules } from './check-rules.js';
import { clockTime, Names, type Night, type Violation } from './night.js';

export interface Verdict {
  readonly violations: readonly Violation[];
  /** Households whose end could not be judged from outside. */
  readonly unclear: number;
}

/** The whole history of a night, judged from outside. Pure. */
export function checkNight(night: Night): Verdict {
  const households = checkHouseholds(night);
  const violations = [
    ...checkHolding(night),
    ...checkRules(night),
    ...checkReports(night),
    ...households.violations,
    ...checkFigures(night),
    ...checkHome(night),
    ...troubles(night),
  ];
  return { violations, unclear: households.unclear };
}

/** Who has gone home holds nobody: at once after signing out, and when time has run out in any case. */
function checkHome(night: Night): Violation[] {
  const names = new Names(night);
  const held = [...night.after.leftInHand, ...night.after.boards].flatMap(({ card }) =>
    card.heldBy
      ? [`${names.household(card.householdId)} by ${card.heldBy.name} since ${card.heldBy.since}`]
      : [],
  );
  const holding = night.after.callers.flatMap(({ callerId, holds }) =>
    holds === null ? [] : [`${names.household(holds)} by ${names.caller(callerId)}, on the start page`],
  );
  return [...held, ...holding].map((what) => ({ check: 'still held', what }));
}

function troubles(night: Night): Violation[] {
  const names = new Names(night);
  return night.troubles.map(({ callerId, at, what }) => ({
    check: 'trouble',
    what: `${names.caller(callerId)} at ${clockTime(at)}: ${what}`,
  }));
}
