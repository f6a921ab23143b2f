import { Dice } from '../../../platform/dice.js';
import { TipSample } from '../domain/estimation/tip-sample.js';
import type { MatchableTip } from '../domain/matching/features.js';
import { shippedModel } from '../domain/matching/model.js';
import type { ListSource } from '../match-file/list-source.js';
import { eachTip } from '../match-file/read-tips.js';
import { Postcodes } from '../../campaigns/index.js';
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
 * gets the list's number in front. Very long lists are read twice, and learnt from by a sample.
 * @throws AppError validation_failed, unsupported_media_type
 */
export function estimateFiles(
  files: readonly ListSource[],
  { automaticFrom, seed, day }: EstimateFilesOptions,
): Estimate & { readonly faults: number } {
  const each = (take: (tip: MatchableTip) => void) =>
    files.reduce((faults, file, index) => {
      const own = (tip: MatchableTip) =>
        take(files.length === 1 ? tip : { ...tip, id: `${index + 1}:${tip.id}` });
      return faults + eachTip(file, own);
    }, 0);
  const knowledge = loadKnowledge(new Postcodes().entries());
  const dice = new Dice(seed);
  const sample = new TipSample(knowledge, () => dice.next());
  const faults = each((tip) => sample.offer(tip));
  if (sample.needsSecondReading()) each((tip) => sample.offerAgain(tip));
  const rules = { model: shippedModel, automaticFrom };
  return { ...estimate({ ...sample.sampled(), decisions: [], knowledge }, rules, seed, day), faults };
}
