import { type Actor, isRegional } from '../../platform/actor.js';
import type { StoredBatch } from './domain/batch.js';

/** Coordinators see every batch; a mayor those with cards of the own municipality. */
export function maySeeBatch(actor: Actor, batch: StoredBatch): boolean {
  if (isRegional(actor)) return true;
  return actor.municipality !== null && batch.municipalities.includes(actor.municipality);
}
