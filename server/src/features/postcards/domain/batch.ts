import type { ImageFacts } from './card-image.js';
import type { CampaignFacts } from './campaign-values.js';
import type { FileRules } from './print-files.js';

/** What the cards of a batch say about the campaign, as it was when the batch was made. */
export interface BatchFacts extends CampaignFacts {
  /** Origin without a trailing slash, as it is printed and stands in the QR codes. */
  readonly publicUrl: string;
  /** The pictures of the campaign that its cards show; missing for batches from before there were any. */
  readonly images?: BatchImages;
}

/** Which picture, by its content: the file is kept as long as a batch shows it. */
export interface KeptImage extends ImageFacts {
  readonly sha256: string;
}

export interface BatchImages {
  readonly photo: KeptImage | null;
  /** By municipality number. */
  readonly signatures: Readonly<Record<string, KeptImage>>;
}

/** `failed` is not stored: it is a rendering batch whose job has failed, and may be tried again. */
export type StoredBatchState = 'rendering' | 'ready' | 'posted' | 'cancelled';

export interface StoredBatch extends FileRules {
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
  readonly sheet: 'single' | 'a4' | 'sra3';
  readonly flip: 'long-edge' | 'short-edge';
  /** Crop marks. */
  readonly marks: boolean;
  /** When the files of a posted batch were deleted, since somebody on them was erased; null once they are made again. */
  readonly filesDeletedAt: Date | null;
  readonly postedOn: string | null;
}

/**
 * `withdrawn`: the batch was cancelled, or the household was taken out of it before it was posted. `returned`: the post
 * brought it back. `erased`: the people have been erased; nothing of them is kept.
 */
type StoredCardState = 'in_batch' | 'posted' | 'returned' | 'withdrawn' | 'erased';

export type ReturnReason = 'moved' | 'unknown_at_address' | 'no_such_address' | 'refused' | 'other';

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
  /** The household's address as it was; null once erased. */
  readonly address: {
    readonly street: string | null;
    readonly postcode: string | null;
    readonly place: string | null;
    readonly country: string | null;
  } | null;
  readonly postedOn: string | null;
  readonly returnedOn: string | null;
  readonly returnReason: ReturnReason | null;
}

/** Whether a card is in the files when they are made now. */
export function isPrinted({ state }: Pick<StoredCard, 'state'>): boolean {
  return state === 'in_batch' || state === 'posted';
}

/** What has become of a household's card. */
export type CardState =
  | { readonly state: 'none' }
  | { readonly state: 'in_batch' }
  | { readonly state: 'posted'; readonly postedOn: string };

/** @returns what is wrong, as a Norwegian sentence; null when nothing is */
export function problemWithReturn(
  returnedOn: string,
  { postedOn, today }: { readonly postedOn: string; readonly today: string },
): string | null {
  if (returnedOn > today) return 'Datoen er ikke kommet ennå. Skriv dagen kortet kom tilbake.';
  if (returnedOn < postedOn) return `Kortet ble postet ${postedOn}. Det kan ikke ha kommet tilbake før det.`;
  return null;
}

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
