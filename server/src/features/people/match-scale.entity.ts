import { Column, Entity, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

/** How large a campaign is for matching; counted as tips come and go, since counting a million takes too long. */
@Entity('match_scale')
export class MatchScaleRow {
  @PrimaryColumn({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  /** Tips that have been made comparable. */
  @Column(kinds.integer)
  tips!: number;

  /** The size that pairs are judged by; all of them, once the rematch is done that was asked for when it changed. */
  @Column(kinds.integer)
  size!: number;

  /** The version all its tips have been made comparable by. */
  @Column({ ...kinds.integer, name: 'features_version', default: 0 })
  featuresVersion!: number;
}
