import type { PairDecision } from './component.js';
import type { Edge } from './judge-pair.js';

interface Pair {
  readonly a: string;
  readonly b: string;
}

/**
 * The fewest pairs that hold everything together that all of them do, those given first preferred: with the strongest
 * first, no other choice would rest on a weaker pair.
 * @param nodeOf what a tip stands for; pairs with a tip that stands for nothing are left out
 */
export function spanning<P extends Pair>(
  strongestFirst: readonly P[],
  nodeOf: (tipId: string) => string | undefined,
): P[] {
  const parent = new Map<string, string>();
  const root = (node: string): string => {
    let current = node;
    for (let next = parent.get(current); next !== undefined; next = parent.get(current)) current = next;
    return current;
  };
  return strongestFirst.filter(({ a, b }) => {
    const [one, other] = [nodeOf(a), nodeOf(b)];
    if (one === undefined || other === undefined) return false;
    const [rootOfOne, rootOfOther] = [root(one), root(other)];
    if (rootOfOne === rootOfOther) return false;
    parent.set(rootOfOne, rootOfOther);
    return true;
  });
}

/** What somebody has said, then what the program has done by itself, the likeliest first. */
export function personTies<Answer extends Pair>(
  tipIds: readonly string[],
  edges: readonly Edge[],
  answers: readonly Answer[],
): (Answer | Edge)[] {
  const among = new Set(tipIds);
  const automatic = edges.filter(({ band }) => band === 'automatic').sort(likeliestFirst);
  return spanning<Answer | Edge>([...answers, ...automatic], (tip) => (among.has(tip) ? tip : undefined));
}

/** The same of persons that live together; `nodeOf` tells the person of a tip, or the family. */
export function householdTies<Answer extends Pair>(
  nodeOf: (tipId: string) => string | undefined,
  edges: readonly Edge[],
  answers: readonly Answer[],
): (Answer | Edge)[] {
  const sure = edges.filter(({ household }) => household === 'sure').sort(likeliestFirst);
  return spanning<Answer | Edge>([...answers, ...sure], nodeOf);
}

/**
 * For each group of tips that are one person: the probability of the least sure pair that holds it together and that
 * nobody has confirmed. Groups that people have joined are left out.
 */
export function leastSureJoins(
  groups: ReadonlyMap<string, readonly string[]>,
  edges: readonly Edge[],
  decisions: readonly PairDecision[],
): Map<string, number> {
  const groupOf = new Map([...groups].flatMap(([name, tips]) => tips.map((tip) => [tip, name] as const)));
  const within = <P extends Pair>(pairs: readonly P[]) => {
    const found = new Map<string, P[]>();
    for (const pair of pairs) {
      const name = groupOf.get(pair.a);
      if (name === undefined || name !== groupOf.get(pair.b)) continue;
      const known = found.get(name);
      if (known) known.push(pair);
      else found.set(name, [pair]);
    }
    return found;
  };
  const edgesOf = within(edges.filter(({ band }) => band === 'automatic'));
  const answersOf = within(decisions.filter(({ kind, verdict }) => kind === 'person' && verdict === 'same'));
  const least = new Map<string, number>();
  for (const [name, own] of edgesOf) {
    const ties = personTies(groups.get(name) ?? [], own, answersOf.get(name) ?? []);
    const unasked = ties.flatMap((tie) => ('probability' in tie ? [tie.probability] : []));
    if (unasked.length > 0) least.set(name, Math.min(...unasked));
  }
  return least;
}

function likeliestFirst(one: Edge, other: Edge): number {
  return other.bits - one.bits || (`${one.a}|${one.b}` < `${other.a}|${other.b}` ? -1 : 1);
}
