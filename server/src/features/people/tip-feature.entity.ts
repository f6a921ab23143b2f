import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';
import type { StoredFeatures } from './domain/matching/stored-features.js';

@Entity('tip_feature')
@Index('tip_feature_campaign', ['campaignId'])
@Index('tip_feature_birth_person', ['birthPersonId'], { unique: true })
@Index('tip_feature_birth_household', ['birthHouseholdId'], { unique: true })
export class TipFeatureRow {
  @PrimaryColumn({ ...kinds.id, name: 'tip_id' })
  tipId!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column(kinds.integer)
  version!: number;

  @Column({ ...kinds.code, name: 'matched_hash' })
  matchedHash!: string;

  @Column(kinds.json)
  features!: StoredFeatures;

  @Column({ ...kinds.id, name: 'birth_person_id' })
  birthPersonId!: string;

  @Column({ ...kinds.id, name: 'birth_household_id' })
  birthHouseholdId!: string;
}
