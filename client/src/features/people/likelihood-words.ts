import { formatShare } from '../../lib/format/format.js';

/** Nothing is certain: what would be rounded to a hundred per cent is «over 99 %». */
const nearlySure = 0.995;

/** @param over says «over» of a share */
export function likelihoodWords(share: number, over: (share: string) => string): string {
  return share >= nearlySure ? over(formatShare(0.99)) : formatShare(share);
}
