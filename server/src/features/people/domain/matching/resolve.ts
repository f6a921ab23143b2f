import type { Component, DecisionKind, PairDecision } from './component.js';
import { type ClusterTask, correlationClusters } from './correlation-clusters.js';
import type { TipFeatures } from './features.js';
import { fingerprintOf } from './fingerprint.js';
import { householdLink } from './household-link.js';
import type { Rules } from './judge-pair.js';
import { openQuestions, type Question } from './open-questions.js';
import { scorePair } from './score.js';
import { withoutSharedContacts } from './shared-contacts.js';

/** Groups of tip ids; families named without a given name are in households only. */
export interface Division {
  readonly persons: readonly (readonly string[])[];
  readonly households: readonly (readonly string[])[];
}

export interface Resolution extends Division {
  readonly questions: readonly Question[];
}

/** Divides touched tips into persons, then into households, and says what a human should be asked. */
export function resolve(given: Component, rules: Rules): Resolution {
  const component = withoutSharedContacts(given, rules);
  const division = divideBy(component, rules);
  return { ...division, questions: openQuestions({ ...component, ...division }) };
}

/** Divides touched tips into persons, then into households. */
export function divide(component: Component, rules: Rules): Division {
  return divideBy(withoutSharedContacts(component, rules), rules);
}

function divideBy(component: Component, rules: Rules): Division {
  const persons = personGroups(component, rules);
  return { persons, households: householdGroups(component, persons) };
}

/** Two who cannot be one: however many tips that say little fit both, they do not make them one. */
const never = Number.NEGATIVE_INFINITY;

/** Belief is clipped, so that one number shared by a whole family cannot outshout everything else. */
const mostBits = 10;

function personGroups({ tips, edges, decisions, times }: Component, rules: Rules): string[][] {
  const people = tips.filter((tip) => tip.kind === 'person');
  const kindOf = kindsOf(people);
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
  const weightOf = rememberedPairs(people, (a, b) => {
    const known = reopened.size === 0 ? sure.get(pairKey(a, b)) : undefined;
    if (known !== undefined) return known;
    const [one, other] = [byId.get(a), byId.get(b)];
    if (!one || !other) return -mostBits;
    const score = scorePair(one, other, rules);
    if (score.veto === 'different' || score.levels.year === 'generation') return never;
    const bits = Math.max(-mostBits, Math.min(mostBits, score.bits));
    return score.veto === 'never_automatic' || reopened.has(pairKey(a, b)) ? Math.min(bits, -1) : bits;
  });
  return correlationClusters({
    items: people.map((tip) => tip.tipId),
    edges: withoutTosses(
      edges
        .filter((edge) => edge.band === 'automatic' && !reopened.has(pairKey(edge.a, edge.b)))
        .map(({ a, b, bits }) => ({ a, b, weight: bits })),
      weightOf,
      kindOf,
    ),
    weightOf,
    together: [],
    joined: pairsOf(decisions, 'person', 'same'),
    apart: partedPersons(decisions),
    ...weighedTogether(people, times, reopened.size === 0 ? kindOf : undefined),
  });
}

/** Groups of fewer tips are weighed tip by tip, which costs less than telling who says the same. */
const few = 32;

function weighedTogether(
  tips: readonly TipFeatures[],
  times: Component['times'],
  kindOf: ((item: string) => number) | undefined,
): Pick<ClusterTask, 'kindOf' | 'timesOf'> {
  return {
    ...(kindOf && tips.length > few ? { kindOf } : {}),
    ...(times ? { timesOf: (item) => times.get(item) ?? 1 } : {}),
  };
}

/** Tips that say the same are of one kind; looked into when it is asked for. */
function kindsOf(tips: readonly TipFeatures[]): (item: string) => number {
  const byId = new Map(tips.map((tip) => [tip.tipId, tip]));
  const known = new Map<string, number>();
  return (item) => {
    const tip = byId.get(item);
    const kind = known.get(item) ?? (tip ? fingerprintOf(tip) : -1);
    known.set(item, kind);
    return kind;
  };
}

/** So many are looked at in pairs; of more, those who cannot be one with each are found once. */
const fewNear = 8;

/** Bits by which one must fit better than another before the choice between them is made unasked. */
const clearLead = 2;

/**
 * The edges without those of a tip that fits two people about equally well who cannot be one: nobody tosses a coin over
 * whom it is about, and a human is asked. Tips that say just the same stay together: whoever it is, they are about one.
 */
function withoutTosses(
  edges: ClusterTask['edges'],
  weightOf: ClusterTask['weightOf'],
  kindOf: (item: string) => number,
): ClusterTask['edges'] {
  if (edges.length < 2) return edges;
  const fits = new Map<string, { readonly other: string; readonly weight: number }[]>();
  for (const { a, b, weight } of edges) {
    for (const [tip, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = fits.get(tip);
      if (known) known.push({ other, weight });
      else fits.set(tip, [{ other, weight }]);
    }
  }
  const rivalsOf = remembered((tip) =>
    [...fits.keys()].filter((other) => other !== tip && weightOf(tip, other) === never),
  );
  const isToss = (tip: string): boolean => {
    const own = fits.get(tip) ?? [];
    if (own.length < 2) return false;
    const most = Math.max(...own.map(({ weight }) => weight));
    const near = own.filter(({ weight }) => weight > most - clearLead);
    if (near.length > fewNear) {
      const here = new Set(near.map(({ other }) => other));
      return near.some(({ other }) => rivalsOf(other).some((rival) => here.has(rival)));
    }
    return near.some(({ other }, index) =>
      near.slice(index + 1).some((rival) => weightOf(other, rival.other) === never),
    );
  };
  const tossed = new Set([...fits.keys()].filter(isToss));
  if (tossed.size === 0) return edges;
  return edges.filter(({ a, b }) => (!tossed.has(a) && !tossed.has(b)) || kindOf(a) === kindOf(b));
}

const linkBelief = { sure: 8, review: 0, none: 0, apart: -3 } as const;

function householdGroups(
  { tips, edges, decisions, times }: Component,
  persons: readonly (readonly string[])[],
): string[][] {
  const byId = new Map(tips.map((tip) => [tip.tipId, tip]));
  const weightOf = rememberedPairs(tips, (a, b) => {
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
    together: ofOnePerson,
    joined: ofPersons(pairsOf(decisions, 'household', 'same'), persons),
    apart: ofPersons(pairsOf(decisions, 'household', 'not_same'), persons),
    ...weighedTogether(tips, times, kindsOf(tips)),
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

/** Pairs by their numbers: texts of two ids would be made anew for every look. */
function rememberedPairs(
  tips: readonly TipFeatures[],
  weigh: (a: string, b: string) => number,
): (a: string, b: string) => number {
  const numberOf = new Map(tips.map(({ tipId }, index) => [tipId, index]));
  const known = new Map<number, number>();
  return (a, b) => {
    const [one, other] = [numberOf.get(a) ?? -1, numberOf.get(b) ?? -1];
    if (one < 0 || other < 0) return weigh(a, b);
    const key = one < other ? one * tips.length + other : other * tips.length + one;
    const before = known.get(key);
    if (before !== undefined) return before;
    const weight = weigh(a, b);
    known.set(key, weight);
    return weight;
  };
}

function remembered<Value>(find: (item: string) => Value): (item: string) => Value {
  const known = new Map<string, Value>();
  return (item) => {
    const before = known.get(item);
    if (before !== undefined) return before;
    const value = find(item);
    known.set(item, value);
    return value;
  };
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}
