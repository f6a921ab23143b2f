import type { FollowUpStatus } from '@savner/contract/hosting';
import type { Interest, MoveHorizon } from '@savner/contract/rules/call-report';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

/** A household the host follows until it has moved or said no. */
@Entity('follow_up')
@Index('follow_up_household', ['householdId'], { unique: true })
@Index('follow_up_report', ['reportId'])
@Index('follow_up_list', ['campaignId', 'municipality', 'status', 'dueOn'])
export class FollowUpRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column({ ...kinds.id, name: 'household_id' })
  householdId!: string;

  @Column(kinds.municipality)
  municipality!: string;

  /** The talk that last asked for it. */
  @Column({ ...kinds.id, name: 'report_id' })
  reportId!: string;

  @Column(kinds.code)
  result!: 'moving' | 'interested' | 'later';

  @Column(kinds.json)
  interests!: readonly Interest[];

  @Column({ ...kinds.code, nullable: true })
  horizon!: MoveHorizon | null;

  @Column({ ...kinds.date, name: 'due_on' })
  dueOn!: string;

  @Column(kinds.code)
  status!: FollowUpStatus;

  @Column({ ...kinds.text, name: 'callers_note' })
  callersNote!: string;

  @Column(kinds.text)
  note!: string;

  @Column({ ...kinds.instant, name: 'created_at' })
  createdAt!: Date;

  @Column({ ...kinds.instant, name: 'changed_at' })
  changedAt!: Date;

  @Column(kinds.integer)
  version!: number;
}
