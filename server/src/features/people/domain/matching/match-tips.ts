import { type Knowledge, type MatchableTip, makeFeatures, type TipFeatures } from './features.js';
import { type Edge, type Rules, judgePair } from './judge-pair.js';
import { blockingKeys, mostHolders } from './keys.js';
import { type Resolution, type PairDecision, resolve } from './resolve.js';

export interface WholeMatch extends Resolution {
  readonly features: ReadonlyMap<string, TipFeatures>;
  readonly edges: readonly Edge[];
}

/** Matches a whole file in memory, with the same rules as the running campaign. */
export function matchTips(
  tips: readonly MatchableTip[],
  knowledge: Knowledge,
  rules: Rules,
  decisions: readonly PairDecision[] = [],
): WholeMatch {
  const features = new Map(tips.map((tip) => [tip.id, makeFeatures(tip, knowledge)]));
  const edges = [...candidatePairs([...features.values()])]
    .map(([a, b]) => judgePair(a, b, rules))
    .filter((edge) => edge !== null);
  const parts = components([...features.keys()], edges, decisions);
  const resolved = parts.map((ids) => {
    const inside = new Set(ids);
    return resolve(
      {
        tips: ids.map((id) => features.get(id)).filter((tip) => tip !== undefined),
        edges: edges.filter((edge) => inside.has(edge.a)),
        decisions: decisions.filter((decision) => inside.has(decision.a)),
      },
      rules,
    );
  });
  return {
    features,
    edges,
    persons: resolved.flatMap((part) => part.persons),
    households: resolved.flatMap((part) => part.households),
    questions: resolved.flatMap((part) => part.questions),
  };
}

/** Every pair of tips that share a key, once. */
function* candidatePairs(tips: readonly TipFeatures[]): Generator<readonly [TipFeatures, TipFeatures]> {
  const holders = new Map<string, number[]>();
  const keysOf = tips.map((tip) => blockingKeys(tip));
  keysOf.forEach((keys, index) => {
    for (const key of keys) {
      const known = holders.get(key);
      if (known) known.push(index);
      else holders.set(key, [index]);
    }
  });
  for (const [index, tip] of tips.entries()) {
    const partners = new Set<number>();
    for (const key of keysOf[index] ?? []) {
      const sharing = holders.get(key) ?? [];
      if (sharing.length > 1 && sharing.length <= mostHolders)
        for (const other of sharing) if (other > index) partners.add(other);
    }
    for (const partner of partners) {
      const other = tips[partner];
      if (other) yield [tip, other];
    }
  }
}

function components(
  ids: readonly string[],
  edges: readonly { readonly a: string; readonly b: string }[],
  decisions: readonly PairDecision[],
): string[][] {
  const parent = new Map(ids.map((id) => [id, id]));
  const root = (id: string): string => {
    let current = id;
    for (let next = parent.get(current) ?? current; next !== current; next = parent.get(current) ?? current) {
      parent.set(current, parent.get(next) ?? next);
      current = next;
    }
    return current;
  };
  for (const { a, b } of [...edges, ...decisions])
    if (parent.has(a) && parent.has(b)) parent.set(root(a), root(b));
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const name = root(id);
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  return [...groups.values()];
}
