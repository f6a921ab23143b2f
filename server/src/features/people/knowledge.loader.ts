import type { Knowledge } from './domain/matching/features.js';
import { knownPlaces } from './domain/matching/known-places.js';
import { loadNameLists } from './name-lists.loader.js';

/** What the pure rules need to know of the world: the name lists that come with the product, and a register of postcodes. */
export function loadKnowledge(postcodes: Iterable<readonly [postcode: string, place: string]>): Knowledge {
  return { lists: loadNameLists(), places: knownPlaces(postcodes) };
}
