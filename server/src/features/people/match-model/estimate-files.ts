import { shippedModel } from '../domain/matching/model.js';
import { readTips } from '../match-file/read-tips.js';
import { loadKnowledge } from '../knowledge.loader.js';
import { estimate, type Estimate } from './estimate-tips.js';

export interface EstimateFilesOptions {
  readonly automaticFrom: number;
  readonly seed: number;
  /** `2026-11-23` */
  readonly day: string;
}

/**
 * Estimates from lists of tips taken as one, against the shipped model; no database, nothing stored. With several lists a tip's id
 * gets the list's number in front.
 * @throws AppError validation_failed, unsupported_media_type
 */
export function estimateFiles(
  files: readonly Uint8Array[],
  { automaticFrom, seed, day }: EstimateFilesOptions,
): Estimate & { readonly faults: number } {
  const lists = files.map((bytes) => readTips({ bytes }));
  const tips = lists.flatMap((list, index) =>
    lists.length === 1 ? list.tips : list.tips.map((tip) => ({ ...tip, id: `${index + 1}:${tip.id}` })),
  );
  const rules = { model: shippedModel, automaticFrom };
  const found = estimate({ tips, decisions: [], knowledge: loadKnowledge() }, rules, seed, day);
  return { ...found, faults: lists.reduce((sum, { faults }) => sum + faults, 0) };
}
