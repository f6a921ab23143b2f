import type { knownMunicipalities } from '../../campaigns/index.js';
import type { Knowledge } from '../domain/matching/features.js';
import { loadKnowledge } from '../knowledge.loader.js';

/** What other features know that lists are read by; threads are handed it, since loading those features takes a second. */
export interface Registers {
  readonly postcodes: readonly (readonly [postcode: string, place: string])[];
  readonly municipalities: typeof knownMunicipalities;
}

export interface ListKnowledge extends Knowledge, Pick<Registers, 'municipalities'> {}

export function listKnowledge({ postcodes, municipalities }: Registers): ListKnowledge {
  return { ...loadKnowledge(postcodes), municipalities };
}
