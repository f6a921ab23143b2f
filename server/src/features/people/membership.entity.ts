import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

@Entity('membership')
@Index('membership_open', ['tipId'], { unique: true, where: 'until IS NULL' })
@Index('membership_tip', ['tipId'])
@Index('membership_household', ['householdId'])
@Index('membership_person', ['personId'])
export class MembershipRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column({ ...kinds.id, name: 'tip_id' })
  tipId!: string;

  @Column({ ...kinds.id, name: 'person_id', nullable: true })
  personId!: string | null;

  @Column({ ...kinds.id, name: 'household_id' })
  householdId!: string;

  @Column(kinds.instant)
  since!: Date;

  @Column({ ...kinds.instant, nullable: true })
  until!: Date | null;

  @Column(kinds.code)
  cause!: string;
}
