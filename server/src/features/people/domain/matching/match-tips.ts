import { type Knowledge, type MatchableTip, makeFeatures, type TipFeatures } from './features.js';
import { type Edge, type Rules, judgePair } from './judge-pair.js';
import { blockingKeys, mostHolders } from './keys.js';
import type { PairDecision } from './component.js';
import type { Resolution } from './resolve.js';
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

/** Every pair of tips that share a key, once; crowded keys are not followed. */
function* candidatePairs(tips: readonly TipFeatures[]): Generator<readonly [TipFeatures, TipFeatures]> {
  const keysOf = tips.map((tip) => blockingKeys(tip));
  const holders = holdersOf(keysOf);
  for (const [index, tip] of tips.entries()) {
    const sharing = (keysOf[index] ?? []).map((key) => holders.get(key) ?? []);
    const partners = new Set(sharing.filter((held) => held.length <= mostHolders).flat());
    for (const partner of partners) {
      const other = tips[partner];
      if (partner > index && other) yield [tip, other];
    }
  }
}

function holdersOf(keysOf: readonly (readonly string[])[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const [index, keys] of keysOf.entries()) {
    for (const key of keys) {
      const known = holders.get(key);
      if (known) known.push(index);
      else holders.set(key, [index]);
    }
  }
  return holders;
}
