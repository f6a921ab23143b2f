import type { Component, DecisionKind } from './component.js';
import type { Edge } from './judge-pair.js';

/** A pair of groups that only a human can tell apart, shown by its likeliest pair of tips. */
export interface Question {
  readonly kind: DecisionKind;
  readonly a: string;
  readonly b: string;
  readonly probability: number;
}

/** What a rule keeps from being joined unasked is in doubt, however much else agrees: a father and a son share nearly all. */
const mostInDoubt = 0.9;

interface Settled extends Component {
  readonly persons: readonly (readonly string[])[];
  readonly households: readonly (readonly string[])[];
}

/**
 * One question per pair of persons, and per pair of households nobody already asks about as persons.
 * A pair that was refused is not asked again, nor any other pair between the same two groups; those who do not live
 * together are not one person.
 */
export function openQuestions({ edges, decisions, persons, households }: Settled): Question[] {
  const refused = (kind: DecisionKind, groupOf: ReadonlyMap<string, string>) =>
    new Set(
      decisions
        .filter((d) => d.verdict === 'not_same' && d.isCurrent && (d.kind === kind || kind === 'person'))
        .map((d) => groupPair(groupOf, d.a, d.b)),
    );
  const personOf = groupNames(persons);
  const householdOf = groupNames(households);
  const ofPersons = strongest(
    edges.filter((edge) => edge.band !== 'none'),
    personOf,
    refused('person', personOf),
  );
  const askedHouseholds = new Set(ofPersons.map((edge) => groupPair(householdOf, edge.a, edge.b)));
  const ofHouseholds = strongest(
    edges.filter((edge) => edge.household === 'sure' || edge.household === 'review'),
    householdOf,
    new Set([...refused('household', householdOf), ...askedHouseholds]),
  );
  return [
    ...ofPersons.map((edge) => question('person', edge, Math.min(edge.probability, mostInDoubt))),
    ...ofHouseholds.map((edge) => question('household', edge, edge.household === 'sure' ? 0.9 : 0.5)),
  ];
}

function strongest(
  edges: readonly Edge[],
  groupOf: ReadonlyMap<string, string>,
  skip: ReadonlySet<string>,
): Edge[] {
  const best = new Map<string, Edge>();
  for (const edge of edges) {
    if (groupOf.get(edge.a) === groupOf.get(edge.b)) continue;
    const pair = groupPair(groupOf, edge.a, edge.b);
    const known = best.get(pair);
    if (!skip.has(pair) && (!known || isStronger(edge, known))) best.set(pair, edge);
  }
  return [...best.values()];
}

function isStronger(edge: Edge, known: Edge): boolean {
  if (edge.bits !== known.bits) return edge.bits > known.bits;
  return `${edge.a}|${edge.b}` < `${known.a}|${known.b}`;
}

function question(kind: DecisionKind, { a, b }: Edge, probability: number): Question {
  return { kind, a, b, probability };
}

function groupNames(groups: readonly (readonly string[])[]): Map<string, string> {
  return new Map(groups.flatMap((group) => group.map((tip) => [tip, group[0] ?? tip] as const)));
}

function groupPair(groupOf: ReadonlyMap<string, string>, a: string, b: string): string {
  const [one, other] = [groupOf.get(a) ?? a, groupOf.get(b) ?? b];
  return one < other ? `${one}|${other}` : `${other}|${one}`;
}
