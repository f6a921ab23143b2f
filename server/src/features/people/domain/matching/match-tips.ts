import { type Knowledge, type MatchableTip, makeFeatures, type TipFeatures } from './features.js';
import { type Edge, type Rules, judgePair } from './judge-pair.js';
import { Crowd } from './crowd.js';
import { fingerprintOf } from './fingerprint.js';
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

/** Matches a whole list in memory; how common names, municipalities and places are is counted in it. */
export function matchTips(
  tips: readonly MatchableTip[],
  knowledge: Knowledge,
  given: Omit<Rules, 'population'>,
  decisions: readonly PairDecision[] = [],
): WholeMatch {
  const { features, population } = countedFeatures(tips, knowledge);
  return matchFeatures(features, { ...given, population }, decisions);
}

/**
 * Matches a whole campaign in memory, by the rules it is matched by one tip at a time.
 * @param contentOf what the campaign orders a crowd by (`crowd.ts`)
 */
export function matchByRules(
  tips: readonly MatchableTip[],
  knowledge: Knowledge,
  rules: Rules,
  decisions: readonly PairDecision[] = [],
  contentOf?: (tip: MatchableTip) => string,
): WholeMatch {
  const made = tips.map((tip) => makeFeatures(tip, knowledge));
  const contents = contentOf && new Map(tips.map((tip) => [tip.id, contentOf(tip)]));
  return matchFeatures(made, rules, decisions, contents && (({ tipId }) => contents.get(tipId) ?? ''));
}

function matchFeatures(
  made: readonly TipFeatures[],
  rules: Rules,
  decisions: readonly PairDecision[],
  contentOf: (tip: TipFeatures) => string | number = fingerprintOf,
): WholeMatch {
  const features = new Map(made.map((tip) => [tip.tipId, tip]));
  const edges: Edge[] = [];
  for (const [a, b] of candidatePairs(made, contentOf)) {
    const edge = judgePair(a, b, rules);
    if (edge) edges.push(edge);
  }
  const resolution = resolveAll({ tips: [...features.values()], edges, decisions }, rules);
  return { features, edges, ...resolution, rules };
}

/** Tips made comparable, with how common names, municipalities and places are among them. */
export function countedFeatures(
  tips: readonly MatchableTip[],
  knowledge: Knowledge,
): { readonly features: TipFeatures[]; readonly population: Population } {
  const counting = new Counting();
  for (const tip of tips) counting.add(makeFeatures(tip, knowledge));
  const counted = counting.counted();
  const own = { ...knowledge, lists: countedLists(knowledge.lists, counted) };
  return {
    features: tips.map((tip) => makeFeatures(tip, own)),
    population: countedPopulation(counted, (key) => knowledge.places.shareOf(key)),
  };
}

/** Every pair of tips that share a key, once; of crowded identity keys those with a hub, of other crowded keys none. */
function* candidatePairs(
  tips: readonly TipFeatures[],
  contentOf: (tip: TipFeatures) => string | number,
): Generator<readonly [TipFeatures, TipFeatures]> {
  const keysOf = tips.map((tip) => blockingKeys(tip));
  const holders = holdersOf(keysOf);
  const crowds = crowdsAmong(holders, (index) => {
    const tip = tips[index];
    return tip ? contentOf(tip) : '';
  });
  for (const [index, tip] of tips.entries()) {
    const partners = new Set<number>();
    for (const key of keysOf[index] ?? []) {
      const held = holders.get(key) ?? [];
      const followed =
        held.length <= mostHolders[strengthOf(key)] ? held : crowds.get(key)?.partnersOf(index);
      for (const partner of followed ?? []) if (partner > index) partners.add(partner);
    }
    for (const partner of partners) {
      const other = tips[partner];
      if (other) yield [tip, other];
    }
  }
}

function crowdsAmong(
  holders: ReadonlyMap<number, readonly number[]>,
  contentOf: (index: number) => string | number,
): Map<number, Crowd<number>> {
  const crowds = new Map<number, Crowd<number>>();
  for (const [key, held] of holders) {
    if (strengthOf(key) === 'identity' && held.length > mostHolders.identity)
      crowds.set(key, new Crowd(held, contentOf));
  }
  return crowds;
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
