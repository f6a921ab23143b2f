import { Injectable } from '@nestjs/common';
import { Postcodes } from '../campaigns/index.js';
import { Secrets } from '../../platform/secrets.js';
import {
  type Knowledge,
  type MatchableTip,
  type TipFeatures,
  matchedText,
} from './domain/matching/features.js';
import { blockingKeys, isWeakKey } from './domain/matching/keys.js';
import { type KnownPlaces, knownPlaces } from './domain/matching/known-places.js';
import { loadNameLists } from './name-lists.loader.js';

/** What the pure rules need to know of the world: name lists, postcodes, and a hash that hides what a key says. */
@Injectable()
export class MatchKnowledge implements Knowledge {
  readonly lists = loadNameLists();
  readonly places: KnownPlaces;
  readonly placeOf = (postcode: string) => this.places.placeOf(postcode);

  constructor(
    postcodes: Postcodes,
    private readonly secrets: Secrets,
  ) {
    this.places = knownPlaces(postcodes.entries());
  }

  /**
   * Keyed hashes of the keys a tip is found under, 126 bits each; those of two campaigns never meet. The first letter
   * tells how many holders it is followed for: `w` for a weak key, `k` for another.
   */
  keyHashes(campaignId: string, features: TipFeatures): string[] {
    return blockingKeys(features).map((key) => {
      const hash = this.secrets.keyedHash('people.match-key', `${campaignId}|${key}`).slice(0, 21);
      return `${isWeakKey(key) ? 'w' : 'k'}${hash}`;
    });
  }

  /** Changes when what matching reads of the tip changes. */
  matchedHash(tip: MatchableTip): string {
    return this.secrets.keyedHash('people.matched-text', matchedText(tip)).slice(0, 22);
  }
}
