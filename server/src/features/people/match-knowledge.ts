import { Injectable } from '@nestjs/common';
import { Postcodes } from '../campaigns/index.js';
import { Secrets } from '../../platform/secrets.js';
import {
  type Knowledge,
  type MatchableTip,
  type TipFeatures,
  makeFeatures,
  matchedText,
} from './domain/matching/features.js';
import { blockingKeys, type KeyStrength, strengthOf } from './domain/matching/keys.js';
import { type KnownPlaces, knownPlaces } from './domain/matching/known-places.js';
import { loadNameLists } from './name-lists.loader.js';

/** The first letter of a stored key. */
export const strengthLetters: Readonly<Record<KeyStrength, string>> = {
  strong: 's',
  weak: 'w',
  weakest: 'y',
  identity: 'i',
};

/** A tip made comparable, with the keys it is found under. */
export interface ComparableTip<Tip extends MatchableTip = MatchableTip> {
  readonly tip: Tip;
  readonly features: TipFeatures;
  readonly keys: readonly string[];
  readonly matchedHash: string;
}

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

  comparable<Tip extends MatchableTip>(campaignId: string, tip: Tip): ComparableTip<Tip> {
    const features = makeFeatures(tip, this);
    return { tip, features, keys: this.keyHashes(campaignId, features), matchedHash: this.matchedHash(tip) };
  }

  /**
   * Keyed hashes of the keys a tip is found under, 126 bits each; those of two campaigns never meet. The first letter
   * tells how strong the key is, and so how many holders it is followed for.
   */
  keyHashes(campaignId: string, features: TipFeatures): string[] {
    const keys = blockingKeys(features);
    const hashes = this.secrets.keyedNumbers(`people.match-key ${campaignId}`, keys);
    return keys.map((key, index) => `${strengthLetters[strengthOf(key)]}${hashes[index] ?? ''}`);
  }

  /** Changes when what matching reads of the tip changes. */
  matchedHash(tip: MatchableTip): string {
    return this.secrets.keyedHash('people.matched-text', matchedText(tip)).slice(0, 22);
  }
}
