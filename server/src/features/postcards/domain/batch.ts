import type { CampaignFacts } from './campaign-values.js';

/** What the cards of a batch say about the campaign, as it was when the batch was made. */
export interface BatchFacts extends CampaignFacts {
  /** Origin without a trailing slash, as it is printed and stands in the QR codes. */
  readonly publicUrl: string;
}

/** `failed` is not stored: it is a rendering batch whose job has failed, and may be tried again. */
export type StoredBatchState = 'rendering' | 'ready' | 'posted' | 'cancelled';

export interface StoredBatch {
  readonly id: string;
  readonly campaignId: string;
  readonly number: number;
  readonly state: StoredBatchState;
  readonly template: string;
  readonly templateVersion: string;
  readonly language: 'nb' | 'nn';
  readonly municipalities: string[];
  readonly cardCount: number;
  readonly leftOutCount: number;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly jobId: string;
  readonly facts: BatchFacts;
  readonly fileBytes: number | null;
  readonly filePages: number | null;
  readonly fileSha256: string | null;
  readonly postedOn: string | null;
}

/** `withdrawn`: the batch was cancelled, or the household was taken out of it before it was posted. */
type StoredCardState = 'in_batch' | 'posted' | 'withdrawn';

export interface StoredCard {
  readonly id: string;
  readonly batchId: string;
  readonly campaignId: string;
  readonly householdId: string;
  readonly municipality: string;
  /** Place in the print file, from 1. */
  readonly position: number;
  readonly state: StoredCardState;
  readonly codeHash: string;
  readonly addressLines: string[];
  readonly postcode: string | null;
  readonly postedOn: string | null;
}

/** What has become of a household's card. */
export type CardState =
  | { readonly state: 'none' }
  | { readonly state: 'in_batch' }
  | { readonly state: 'posted'; readonly postedOn: string };

/**
 * Whether a batch may be marked as posted on a date.
 * @param today local date
 * @returns what is wrong, as a Norwegian sentence; null when nothing is
 */
export function problemWithPosting(
  postedOn: string,
  made: { readonly on: string; readonly today: string },
): string | null {
  if (postedOn > made.today) return 'Datoen er ikke kommet ennå. Skriv dagen kortene ble levert til posten.';
  if (postedOn < made.on) return `Partiet ble laget ${made.on}. Kortene kan ikke være postet før det.`;
  return null;
}
