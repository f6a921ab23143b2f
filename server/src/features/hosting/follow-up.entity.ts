import type { FollowUpStatus } from '@savner/contract/hosting';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

/**
 * A host's work with a household until it has moved or said no. It stays with the household it was made for; when that is
 * merged into another, it is read as the other's, and an undone merge needs no repair.
 */
@Entity('follow_up')
@Index('follow_up_household', ['householdId'], { unique: true })
@Index('follow_up_campaign', ['campaignId'])
export class FollowUpRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column({ ...kinds.id, name: 'household_id' })
  householdId!: string;

  @Column({ ...kinds.date, name: 'due_on' })
  dueOn!: string;

  @Column(kinds.code)
  status!: FollowUpStatus;

  @Column(kinds.text)
  note!: string;

  @Column({ ...kinds.instant, name: 'created_at' })
  createdAt!: Date;

  @Column({ ...kinds.instant, name: 'changed_at' })
  changedAt!: Date;

  @Column(kinds.integer)
  version!: number;
}
