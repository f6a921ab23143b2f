import { connectedParts } from './components.js';
import type { Rules } from './judge-pair.js';
import type { Component } from './component.js';
import { type Resolution, resolve } from './resolve.js';

/** Resolves tips part by part: what no edge and no decision joins has nothing to do with each other. */
export function resolveAll({ tips, edges, decisions }: Component, rules: Rules): Resolution {
  const byId = new Map(tips.map((tip) => [tip.tipId, tip]));
  const parts = connectedParts([...byId.keys()], [...edges, ...decisions]);
  const partOf = new Map(parts.flatMap((part, index) => part.map((id) => [id, index] as const)));
  const edgesOf = grouped(edges, (edge) => partOf.get(edge.a));
  const decisionsOf = grouped(decisions, (decision) => partOf.get(decision.a));
  const resolved = parts.map((part, index) =>
    resolve(
      {
        tips: part.map((id) => byId.get(id)).filter((tip) => tip !== undefined),
        edges: edgesOf.get(index) ?? [],
        decisions: decisionsOf.get(index) ?? [],
      },
      rules,
    ),
  );
  return {
    persons: resolved.flatMap(({ persons }) => persons),
    households: resolved.flatMap(({ households }) => households),
    questions: resolved.flatMap(({ questions }) => questions),
  };
}

function grouped<Item>(
  items: readonly Item[],
  part: (item: Item) => number | undefined,
): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const index = part(item);
    if (index === undefined) continue;
    const group = groups.get(index);
    if (group) group.push(item);
    else groups.set(index, [item]);
  }
  return groups;
}
