import type { HandOutReason } from '@savner/contract/calls';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

export type LeaseEnd =
  'reported' | 'released' | 'skipped' | 'expired' | 'freed' | 'session_ended' | 'household_changed';

/** A household held by one caller. The two partial unique indices are the last word on «nobody is called twice». */
@Entity('call_lease')
@Index('call_lease_one_per_case', ['caseId'], { unique: true, where: 'ended_at IS NULL' })
@Index('call_lease_one_per_caller', ['userId'], { unique: true, where: 'ended_at IS NULL' })
@Index('call_lease_running_out', ['campaignId', 'municipality', 'endedAt', 'expiresAt'])
@Index('call_lease_of_caller', ['userId', 'endedAt'])
export class CallLeaseRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column(kinds.municipality)
  municipality!: string;

  @Column({ ...kinds.id, name: 'case_id' })
  caseId!: string;

  @Column({ ...kinds.id, name: 'household_id' })
  householdId!: string;

  @Column({ ...kinds.id, name: 'user_id' })
  userId!: string;

  @Column(kinds.code)
  because!: HandOutReason;

  @Column({ ...kinds.instant, name: 'taken_at' })
  takenAt!: Date;

  @Column({ ...kinds.instant, name: 'expires_at' })
  expiresAt!: Date;

  /** When the number was tapped: from then on the person may have been called. */
  @Column({ ...kinds.instant, name: 'pinned_at', nullable: true })
  pinnedAt!: Date | null;

  @Column({ ...kinds.instant, name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column({ ...kinds.code, name: 'end_reason', nullable: true })
  endReason!: LeaseEnd | null;
}
