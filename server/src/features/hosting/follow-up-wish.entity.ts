import type { FollowUpStatus } from '@savner/contract/hosting';
import type { Interest, MoveHorizon } from '@savner/contract/rules/call-report';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

/** What one talk asked a host for; the latest of a follow-up counts, and goes with its report when that is undone. */
@Entity('follow_up_wish')
@Index('follow_up_wish_follow_up', ['followUpId'])
export class FollowUpWishRow {
  @PrimaryColumn({ ...kinds.id, name: 'report_id' })
  reportId!: string;

  @Column({ ...kinds.id, name: 'follow_up_id' })
  followUpId!: string;

  @Column(kinds.code)
  result!: 'moving' | 'interested' | 'later';

  @Column(kinds.json)
  interests!: readonly Interest[];

  @Column({ ...kinds.code, nullable: true })
  horizon!: MoveHorizon | null;

  @Column({ ...kinds.text, name: 'callers_note' })
  callersNote!: string;

  /** What the follow-up stood at before this talk; null when the talk began it. */
  @Column({ ...kinds.code, name: 'status_before', nullable: true })
  statusBefore!: FollowUpStatus | null;

  @Column({ ...kinds.date, name: 'due_before', nullable: true })
  dueBefore!: string | null;

  @Column({ ...kinds.instant, name: 'told_at' })
  toldAt!: Date;
}
