import type { HandedOut } from '../journal.js';
import { type HouseholdLife, livesOf } from './household-life.js';
import { clockTime, Names, type Night, type NightRules, type Violation } from './night.js';
import type { Standing } from './standing.js';

/** Nobody was handed out whom the rules, and what had been reported before, kept from being called. */
export function checkRules(night: Night): Violation[] {
  const names = new Names(night);
  const ties = new Set(night.rules.ties.map((tie) => `${tie.callerId} ${tie.householdId}`));
  return [...livesOf(night).values()].flatMap((life) =>
    life.handOuts.flatMap((handOut) => {
      const isOwn = ties.has(`${handOut.callerId} ${handOut.householdId}`);
      const why = whyNever(handOut, night.rules, isOwn) ?? whyNotThen(life, handOut);
      if (why === null) return [];
      const span = `${clockTime(handOut.asked)}-${clockTime(handOut.answered)}`;
      const who = `${names.household(handOut.householdId)} to ${names.caller(handOut.callerId)} by ${handOut.way}, ${span}`;
      return [{ check: 'called against the rules' as const, what: `${who}: ${why}` }];
    }),
  );
}

function whyNever(handOut: HandedOut, rules: NightRules, isOwn: boolean): string | null {
  const { way, because, asked, answered } = handOut;
  switch (way) {
    case 'undo':
    case 'rang_back':
      return null;
    case 'next':
    case 'chosen': {
      if (way === 'next' && isOwn) return 'it is the caller’s own tip, or the caller';
      const isAgreed = way === 'next' && because === 'callback_due';
      const closes = isAgreed ? rules.latestAt : rules.closesAt;
      if (asked >= closes) return `after ${clockTime(closes)}`;
      return !isAgreed && answered < rules.opensAt ? `before ${clockTime(rules.opensAt)}` : null;
    }
  }
}

/** The reason that stands in every order in which the server may have seen what happened at about the same time. */
function whyNotThen(life: HouseholdLife, handOut: HandedOut): string | null {
  if (handOut.way === 'undo') return null;
  const before = life.events.filter((event) => event.to <= handOut.asked);
  const meanwhile = life.events.filter((event) => event.to > handOut.asked && event.from < handOut.answered);
  const reasons = [...meanwhile.keys(), meanwhile.length].map((count) => {
    const standing = life.after([...before, ...meanwhile.slice(0, count)]);
    return standing && whyNot(standing, handOut);
  });
  return reasons.every((reason) => reason !== null) ? (reasons[0] ?? null) : null;
}

function whyNot(standing: Standing, handOut: HandedOut): string | null {
  if (standing.isStopped) return 'it had said that all contact must stop';
  switch (handOut.way) {
    case 'undo':
      return null;
    case 'rang_back':
      return standing.wasTried ? null : 'nobody had called it';
    case 'chosen':
      return whyNotCallable(standing, handOut);
    case 'next':
      return whyNotCallable(standing, handOut) ?? whyNotOffered(standing, handOut);
  }
}

function whyNotCallable(standing: Standing, { answered }: HandedOut): string | null {
  switch (standing.state) {
    case 'queued':
      break;
    case 'not_reached':
      return `the limit of attempts was reached (${standing.halves / 2})`;
    case 'needs_coordinator':
      return 'it waited for the coordinator';
    case 'with_host':
    case 'done':
      return `it was closed (${standing.state})`;
  }
  if (standing.isInSorting) return 'it was the wrong person';
  if (standing.numbers.size === 0) return 'all its numbers were dead';
  if (answered < standing.restsUntil) return `it had to rest until ${clockTime(standing.restsUntil)}`;
  const { toldAt } = standing;
  return typeof toldAt === 'number' && answered < toldAt ? `the answer said ${clockTime(toldAt)}` : null;
}

function whyNotOffered(standing: Standing, { callerId, answered }: HandedOut): string | null {
  if (standing.keptOff.has(callerId)) return 'this caller had skipped it or passed it on';
  const { agreed, passedTo } = standing;
  if (agreed && agreed.owner !== null && agreed.owner !== callerId && answered < agreed.until)
    return `it was agreed with another caller, whose it was until ${clockTime(agreed.until)}`;
  return !agreed && passedTo !== null && passedTo !== callerId ? 'it was passed on to another caller' : null;
}
