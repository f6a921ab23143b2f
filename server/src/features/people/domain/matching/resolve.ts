import type { Component, DecisionKind, PairDecision } from './component.js';
import { correlationClusters } from './correlation-clusters.js';
import { householdLink } from './household-link.js';
import type { Rules } from './judge-pair.js';
import { openQuestions, type Question } from './open-questions.js';
import { scorePair } from './score.js';

/** Groups of tip ids; families named without a given name are in households only. */
export interface Division {
  readonly persons: readonly (readonly string[])[];
  readonly households: readonly (readonly string[])[];
}

export interface Resolution extends Division {
  readonly questions: readonly Question[];
}

/** Divides touched tips into persons, then into households, and says what a human should be asked. */
export function resolve(component: Component, rules: Rules): Resolution {
  const division = divide(component, rules);
  return { ...division, questions: openQuestions({ ...component, ...division }) };
}

/** Divides touched tips into persons, then into households. */
export function divide(component: Component, rules: Rules): Division {
  const persons = personGroups(component, rules);
  return { persons, households: householdGroups(component, persons) };
}

/** Belief is clipped, so that one number shared by a whole family cannot outshout everything else. */
const mostBits = 10;

function personGroups({ tips, edges, decisions }: Component, rules: Rules): string[][] {
  const people = tips.filter((tip) => tip.kind === 'person');
  const byId = new Map(people.map((tip) => [tip.tipId, tip]));
  const reopened = new Set(
    decisions
      .filter((d) => d.kind === 'person' && d.verdict === 'not_same' && !d.isCurrent)
      .map((d) => pairKey(d.a, d.b)),
  );
  const sure = new Map(
    edges
      .filter(({ band }) => band === 'automatic')
      .map(({ a, b, bits }) => [pairKey(a, b), Math.min(mostBits, bits)]),
  );
  const weightOf = remembered((a, b) => {
    const known = reopened.size === 0 ? sure.get(pairKey(a, b)) : undefined;
    if (known !== undefined) return known;
    const [one, other] = [byId.get(a), byId.get(b)];
    if (!one || !other) return -mostBits;
    const score = scorePair(one, other, rules);
    if (score.veto === 'different' || score.levels.year === 'generation') return -mostBits;
    const bits = Math.max(-mostBits, Math.min(mostBits, score.bits));
    return score.veto === 'never_automatic' || reopened.has(pairKey(a, b)) ? Math.min(bits, -1) : bits;
  });
  return correlationClusters({
    items: people.map((tip) => tip.tipId),
    edges: edges
      .filter((edge) => edge.band === 'automatic' && !reopened.has(pairKey(edge.a, edge.b)))
      .map(({ a, b, bits }) => ({ a, b, weight: bits })),
    weightOf,
    together: pairsOf(decisions, 'person', 'same'),
    apart: partedPersons(decisions),
  });
}

const linkBelief = { sure: 8, review: 0, none: 0, apart: -3 } as const;

function householdGroups(
  { tips, edges, decisions }: Component,
  persons: readonly (readonly string[])[],
): string[][] {
  const byId = new Map(tips.map((tip) => [tip.tipId, tip]));
  const weightOf = remembered((a, b) => {
    const [one, other] = [byId.get(a), byId.get(b)];
    return one && other ? linkBelief[householdLink(one, other).level] : linkBelief.apart;
  });
  const ofOnePerson = persons.flatMap((group) =>
    group.slice(1).map((tip) => [group[0] ?? tip, tip] as const),
  );
  return correlationClusters({
    items: tips.map((tip) => tip.tipId),
    edges: edges
      .filter((edge) => edge.household === 'sure')
      .map(({ a, b, bits }) => ({ a, b, weight: linkBelief.sure + Math.max(0, bits) / 1000 })),
    weightOf,
    together: [...ofOnePerson, ...ofPersons(pairsOf(decisions, 'household', 'same'), persons)],
    apart: ofPersons(pairsOf(decisions, 'household', 'not_same'), persons),
  });
}

/** What is said of a tip is said of its whole person, so that no answer can pull a person out of its own home. */
function ofPersons(
  pairs: readonly (readonly [string, string])[],
  persons: readonly (readonly string[])[],
): readonly (readonly [string, string])[] {
  if (pairs.length === 0) return pairs;
  const firstOf = new Map(persons.flatMap((group) => group.map((tip) => [tip, group[0] ?? tip] as const)));
  return pairs
    .map(([a, b]) => [firstOf.get(a) ?? a, firstOf.get(b) ?? b] as const)
    .filter(([a, b]) => a !== b);
}

/** Two that do not live together are not one person either: nobody is at home in two households. */
function partedPersons(decisions: readonly PairDecision[]): (readonly [string, string])[] {
  return [...pairsOf(decisions, 'person', 'not_same'), ...pairsOf(decisions, 'household', 'not_same')];
}

function pairsOf(
  decisions: readonly PairDecision[],
  kind: DecisionKind,
  verdict: PairDecision['verdict'],
): (readonly [string, string])[] {
  return decisions
    .filter((decision) => decision.kind === kind && decision.verdict === verdict && decision.isCurrent)
    .map(({ a, b }) => [a, b] as const);
}

function remembered(weigh: (a: string, b: string) => number): (a: string, b: string) => number {
  const known = new Map<string, number>();
  return (a, b) => {
    const key = pairKey(a, b);
    const weight = known.get(key) ?? weigh(a, b);
    known.set(key, weight);
    return weight;
  };
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}
