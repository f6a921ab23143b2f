import type { ImageSlot } from '@savner/contract/card-images';
import type { KeptImage } from '../domain/batch.js';

export interface StoredImage extends KeptImage {
  readonly campaignId: string;
  readonly slot: ImageSlot;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
}

/** A picture made ready for print, not yet kept. */
export interface ReadyImage {
  readonly bytes: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

export type ImageKind = 'photo' | 'signature';

export function kindOf(slot: ImageSlot): ImageKind {
  return slot === 'photo' ? 'photo' : 'signature';
}
