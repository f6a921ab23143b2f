import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';
import type { MatchModel } from './domain/matching/model.js';

/**
 * The models a campaign has taken into use, the newest row the one that holds; rows are never changed, so that an edge's
 * version can be looked up. Not a campaign setting: those are sent whole by a screen that knows no models.
 */
@Entity('match_model')
@Index('match_model_campaign', ['campaignId', 'id'])
@Index('match_model_version', ['version'])
export class MatchModelRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column(kinds.code)
  version!: string;

  /** Null for the shipped model, which comes with the program. */
  @Column({ ...kinds.json, nullable: true })
  model!: MatchModel | null;

  @Column({ ...kinds.instant, name: 'chosen_at' })
  chosenAt!: Date;
}
