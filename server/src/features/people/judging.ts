import { Injectable } from '@nestjs/common';
import type { TipFeatures } from './domain/matching/features.js';
import { type JudgedPair, judgePair, type Rules } from './domain/matching/judge-pair.js';
import { FeaturesRepository, type KeysOfTips, type Meeting } from './features.repository.js';
import { MatchRepository } from './match.repository.js';

export type FeaturesById = ReadonlyMap<string, TipFeatures>;

/**
 * Finds the pairs that tips make under their keys, and keeps those that say something. A key with many holders is followed
 * to a few of them, or not at all: whoever comes or goes may change whom others are compared with, and those are judged
 * anew, so that the pairs are the same in whatever order tips came and went. Runs in the caller's transaction.
 */
@Injectable()
export class Judging {
  constructor(
    private readonly features: FeaturesRepository,
    private readonly match: MatchRepository,
  ) {}

  /** The pairs a tip would make, without storing anything. */
  async lookUp(
    tipId: string,
    keys: readonly string[],
    own: TipFeatures,
    rules: Rules,
  ): Promise<JudgedPair[]> {
    const { partners } = await this.features.meet(new Map([[tipId, keys]]));
    return judgeAll(partners, await this.#known(partners, new Map([[tipId, own]])), rules);
  }

  /**
   * Stores the pairs of tips that have none stored.
   * @param known features the caller has at hand
   * @returns the tips whose pairs may have changed: these, those to whom they have shifted a crowd, and who was paired
   * with those
   */
  async judge(campaignId: string, own: KeysOfTips, known: FeaturesById, rules: Rules): Promise<string[]> {
    const met = await this.features.meet(own);
    const shifted = await this.#shifted(met.shifts);
    const metAnew = shifted.size > 0 ? await this.features.meet(shifted) : null;
    const partners = new Map([...met.partners, ...(metAnew?.partners ?? [])]);
    const paired = shifted.size > 0 ? await this.match.neighbours([...shifted.keys()]) : [];
    await this.match.deleteEdges([...shifted.keys()]);
    const edges = judgeAll(partners, await this.#known(partners, known), rules);
    await this.match.addEdges(campaignId, edges);
    return [...new Set([...own.keys(), ...shifted.keys(), ...paired])];
  }

  /** The same for tips that have been judged before. */
  async judgeAnew(
    campaignId: string,
    tipIds: readonly string[],
    known: FeaturesById,
    rules: Rules,
  ): Promise<string[]> {
    if (tipIds.length === 0) return [];
    await this.match.deleteEdges(tipIds);
    return this.judge(campaignId, await this.features.keysOf(tipIds), known, rules);
  }

  /** Other tips that would be compared with more, or with others, under a crowded key if these were not there. */
  async shiftedBy(tipIds: readonly string[]): Promise<string[]> {
    if (tipIds.length === 0) return [];
    const { shifts } = await this.features.meet(await this.features.keysOf(tipIds));
    return [...new Set(shifts.flatMap(({ shifted }) => shifted))];
  }

  /** Those of the shifted with an edge that the key may have made. With their keys. */
  async #shifted(shifts: Meeting['shifts']): Promise<KeysOfTips> {
    if (shifts.length === 0) return new Map();
    const all = [...new Set(shifts.flatMap(({ shifted }) => shifted))];
    const joined = await this.match.joinedAmong(
      all,
      shifts.map(({ holders }) => holders),
    );
    return joined.length > 0 ? this.features.keysOf(joined) : new Map();
  }

  /** The features of all who meet. */
  async #known(partners: Meeting['partners'], own: FeaturesById): Promise<FeaturesById> {
    const ids = new Set([...partners].flatMap(([tip, met]) => [tip, ...met]));
    const strangers = await this.features.find([...ids].filter((tip) => !own.has(tip)));
    return new Map([...own, ...strangers.map((row) => [row.tipId, row.features] as const)]);
  }
}

function judgeAll(partners: Meeting['partners'], features: FeaturesById, rules: Rules): JudgedPair[] {
  const edges = new Map<string, JudgedPair>();
  for (const [tip, met] of partners) {
    for (const partner of met) {
      const [one, other] = [features.get(tip), features.get(partner)];
      const edge = one && other ? judgePair(one, other, rules) : null;
      if (edge) edges.set(`${edge.a}|${edge.b}`, edge);
    }
  }
  return [...edges.values()];
}
