import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import type { TipRecord } from '../tips/index.js';
import { featuresVersion, type TipFeatures } from './domain/matching/features.js';
import { type JudgedPair, judgePair } from './domain/matching/judge-pair.js';
import { toStored } from './domain/matching/stored-features.js';
import { MatchKnowledge } from './match-knowledge.js';
import { MatchModels } from './match-models.js';
import { Matching } from './matching.js';

/** A tip made comparable, as it would be stored. */
export interface RehearsedTip {
  readonly features: TipFeatures;
  readonly keys: readonly string[];
  readonly row: { readonly version: number; readonly matched_hash: string; readonly features: string };
}

/** Matching for those who measure it: its own functions, without the job around them. */
@Injectable()
export class MatchRehearsal {
  /** Of the features it makes. */
  readonly version = featuresVersion;

  constructor(
    private readonly knowledge: MatchKnowledge,
    private readonly models: MatchModels,
    private readonly matching: Matching,
  ) {}

  prepare(campaignId: string, tip: TipRecord): RehearsedTip {
    const { features, keys, matchedHash } = this.knowledge.comparable(campaignId, tip);
    const stored = JSON.stringify(toStored(features));
    return { features, keys, row: { version: featuresVersion, matched_hash: matchedHash, features: stored } };
  }

  /** The judge of the campaign's pairs as it is now. */
  async judge(campaign: Campaign): Promise<(one: TipFeatures, other: TipFeatures) => JudgedPair | null> {
    const rules = await this.models.rulesOf(campaign);
    return (one, other) => judgePair(one, other, rules);
  }

  /** Finds and judges, and stores nothing. */
  async lookUp(campaign: Campaign, tip: TipRecord): Promise<JudgedPair[]> {
    return this.matching.lookUp(campaign, tip);
  }

  /** All that the job of a new tip does. */
  async match(campaignId: string, tipId: string): Promise<void> {
    await this.matching.matchTips(campaignId, [tipId], 'matched', () => Promise.resolve());
  }
}
