import { type Knowledge, type MatchableTip, makeFeatures, type TipFeatures } from './features.js';
import { type Edge, type Rules, judgePair } from './judge-pair.js';
import { blockingKeys, mostHolders, strengthOf } from './keys.js';
import { Counting, countedLists } from './counting.js';
import { countedPopulation, type Population } from './population.js';
import type { PairDecision } from './component.js';
import type { Resolution } from './resolve.js';
import { resolveAll } from './resolve-all.js';

export interface WholeMatch extends Resolution {
  readonly features: ReadonlyMap<string, TipFeatures>;
  readonly edges: readonly Edge[];
  readonly rules: Rules;
}

/** Matches a whole file in memory, with the same rules as the running campaign. */
export function matchTips(
  tips: readonly MatchableTip[],
  knowledge: Knowledge,
  given: Omit<Rules, 'population'>,
  decisions: readonly PairDecision[] = [],
): WholeMatch {
  const { features: made, population } = countedFeatures(tips, knowledge);
  const rules = { ...given, population };
  const features = new Map(made.map((tip) => [tip.tipId, tip]));
  const edges = [...candidatePairs(made)]
    .map(([a, b]) => judgePair(a, b, rules))
    .filter((edge) => edge !== null);
  const resolution = resolveAll({ tips: [...features.values()], edges, decisions }, rules);
  return { features, edges, ...resolution, rules };
}

/** Tips made comparable, with how common names, municipalities and places are among them. */
export function countedFeatures(
  tips: readonly MatchableTip[],
  knowledge: Knowledge,
): { readonly features: TipFeatures[]; readonly population: Population } {
  const counted = new Counting();
  for (const tip of tips) counted.add(makeFeatures(tip, knowledge));
  const own = { ...knowledge, lists: countedLists(knowledge.lists, counted) };
  return {
    features: tips.map((tip) => makeFeatures(tip, own)),
    population: countedPopulation(counted, (key) => knowledge.places.shareOf(key)),
  };
}

/** Every pair of tips that share a key, once; crowded keys are not followed. */
function* candidatePairs(tips: readonly TipFeatures[]): Generator<readonly [TipFeatures, TipFeatures]> {
  const keysOf = tips.map((tip) => blockingKeys(tip));
  const holders = holdersOf(keysOf);
  for (const [index, tip] of tips.entries()) {
    const sharing = (keysOf[index] ?? []).map((key) => {
      const held = holders.get(key) ?? [];
      return held.length <= mostHolders[strengthOf(key)] ? held : [];
    });
    const partners = new Set(sharing.flat());
    for (const partner of partners) {
      const other = tips[partner];
      if (partner > index && other) yield [tip, other];
    }
  }
}

function holdersOf(keysOf: readonly (readonly number[])[]): Map<number, number[]> {
  const holders = new Map<number, number[]>();
  for (const [index, keys] of keysOf.entries()) {
    for (const key of keys) {
      const known = holders.get(key);
      if (known) known.push(index);
      else holders.set(key, [index]);
    }
  }
  return holders;
}
