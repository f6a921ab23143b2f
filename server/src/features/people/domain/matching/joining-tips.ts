import type { Edge } from './judge-pair.js';

/** For each tip, those it was joined with unasked. */
export type JoinedWith = ReadonlyMap<string, readonly string[]>;

/** The pairs of one group that were joined by themselves. */
export function joinedWithin(
  group: readonly string[],
  edges: readonly Pick<Edge, 'a' | 'b' | 'band'>[],
): JoinedWith {
  const joined = new Map<string, string[]>(group.map((tip) => [tip, []]));
  for (const { a, b, band } of edges) {
    const [ofA, ofB] = [joined.get(a), joined.get(b)];
    if (band !== 'automatic' || !ofA || !ofB) continue;
    ofA.push(b);
    ofB.push(a);
  }
  return joined;
}

/**
 * The tips that join two of one group, on the shortest way along pairs that were joined unasked; none where the two are
 * such a pair themselves, or nothing of the kind lies between them.
 */
export function tipsBetween(from: string, to: string, joined: JoinedWith): string[] {
  const cameFrom = new Map<string, string>([[from, from]]);
  for (const near of cameFrom.keys()) {
    if (cameFrom.has(to)) break;
    for (const far of joined.get(near) ?? []) if (!cameFrom.has(far)) cameFrom.set(far, near);
  }
  const between: string[] = [];
  for (let tip = cameFrom.get(to); tip !== undefined && tip !== from; tip = cameFrom.get(tip))
    between.unshift(tip);
  return between;
}
