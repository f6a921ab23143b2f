import { Postcodes } from '../../campaigns/index.js';
import { shippedModel } from '../domain/matching/model.js';
import { readTipsFile, type RowFault } from '../match-file/tips-file.js';
import { loadNameLists } from '../name-lists.loader.js';
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
export async function estimateFiles(
  files: readonly Uint8Array[],
  { automaticFrom, seed, day }: EstimateFilesOptions,
): Promise<Estimate & { readonly faults: readonly RowFault[] }> {
  const lists = await Promise.all(files.map(readTipsFile));
  const tips = lists.flatMap((list, index) =>
    lists.length === 1 ? list.tips : list.tips.map((tip) => ({ ...tip, id: `${index + 1}:${tip.id}` })),
  );
  const postcodes = new Postcodes();
  const knowledge = { lists: loadNameLists(), placeOf: (postcode: string) => postcodes.placeOf(postcode) };
  const rules = { model: shippedModel, automaticFrom };
  const found = estimate({ tips, decisions: [], knowledge }, rules, seed, day);
  return { ...found, faults: lists.flatMap(({ faults }) => faults) };
}
