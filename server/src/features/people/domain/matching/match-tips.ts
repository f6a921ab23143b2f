import { type Knowledge, type MatchableTip, makeFeatures, type TipFeatures } from './features.js';
import { type Edge, type Rules, judgePair } from './judge-pair.js';
import { blockingKeys, mostHolders } from './keys.js';
import type { PairDecision, Resolution } from './resolve.js';
import { resolveAll } from './resolve-all.js';

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
  const resolution = resolveAll({ tips: [...features.values()], edges, decisions }, rules);
  return { features, edges, ...resolution };
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
