import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

@Entity('person')
@Index('person_household', ['householdId'])
@Index('person_campaign', ['campaignId', 'tipCount'])
@Index('person_joined', ['campaignId', 'joinedAt', 'id'], { where: 'least_sure IS NOT NULL' })
@Index('person_least_sure', ['campaignId', 'leastSure', 'id'], { where: 'least_sure IS NOT NULL' })
export class PersonRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column({ ...kinds.id, name: 'household_id' })
  householdId!: string;

  @Column({ ...kinds.text, name: 'display_name' })
  displayName!: string;

  @Column({ ...kinds.integer, name: 'birth_year', nullable: true })
  birthYear!: number | null;

  @Column({ ...kinds.integer, name: 'tip_count' })
  tipCount!: number;

  @Column({ ...kinds.instant, name: 'created_at' })
  createdAt!: Date;

  @Column({ ...kinds.instant, name: 'retired_at', nullable: true })
  retiredAt!: Date | null;

  /** When the latest tip came to the others; null while there is one only. */
  @Column({ ...kinds.instant, name: 'joined_at', nullable: true })
  joinedAt!: Date | null;

  /** Probability of the least sure join that the program has made by itself; null when it has made none. */
  @Column({ ...kinds.real, name: 'least_sure', nullable: true })
  leastSure!: number | null;
}
