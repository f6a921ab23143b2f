import { Column, Entity, PrimaryColumn } from 'typeorm';
import { kinds } from '../../../platform/database/columns.js';
import type { StoredImage } from './stored-image.js';

/** A picture of the campaign; the dots lie in a file named by their SHA-256. */
@Entity('card_image')
export class CardImageRow implements StoredImage {
  @PrimaryColumn({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @PrimaryColumn(kinds.code)
  slot!: string;

  @Column(kinds.code)
  sha256!: string;

  @Column({ ...kinds.integer, name: 'width_px' })
  widthPx!: number;

  @Column({ ...kinds.integer, name: 'height_px' })
  heightPx!: number;

  @Column(kinds.text)
  alternative!: string;

  @Column({ ...kinds.instant, name: 'uploaded_at' })
  uploadedAt!: Date;

  @Column({ ...kinds.text, name: 'uploaded_by' })
  uploadedBy!: string;
}
