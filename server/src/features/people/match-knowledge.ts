import { Injectable } from '@nestjs/common';
import { Postcodes } from '../campaigns/index.js';
import { Secrets } from '../../platform/secrets.js';
import {
  type Knowledge,
  type MatchableTip,
  type TipFeatures,
  matchedText,
} from './domain/matching/features.js';
import { blockingKeys } from './domain/matching/keys.js';
import { loadNameLists } from './name-lists.loader.js';

/** What the pure rules need to know of the world: name lists, postcodes, and a hash that hides what a key says. */
@Injectable()
export class MatchKnowledge implements Knowledge {
  readonly lists = loadNameLists();
  readonly placeOf = (postcode: string) => this.postcodes.placeOf(postcode);

  constructor(
    private readonly postcodes: Postcodes,
    private readonly secrets: Secrets,
  ) {}

  /** Keyed hashes of the keys a tip is found under; those of two campaigns never meet. 132 bits each. */
  keyHashes(campaignId: string, features: TipFeatures): string[] {
    const hashes = blockingKeys(features).map((key) =>
      this.secrets.keyedHash('people.match-key', `${campaignId}|${key}`).slice(0, 22),
    );
    return [...new Set(hashes)];
  }

  /** Changes when what matching reads of the tip changes. */
  matchedHash(tip: MatchableTip): string {
    return this.secrets.keyedHash('people.matched-text', matchedText(tip)).slice(0, 22);
  }
}
