import { Postcodes } from '../campaigns/index.js';
import type { Knowledge } from './domain/matching/features.js';
import { knownPlaces } from './domain/matching/known-places.js';
import { loadNameLists } from './name-lists.loader.js';

/** What the pure rules need to know of the world, from the files that come with the product. */
export function loadKnowledge(postcodes = new Postcodes()): Knowledge {
  return { lists: loadNameLists(), places: knownPlaces(postcodes.entries()) };
}
