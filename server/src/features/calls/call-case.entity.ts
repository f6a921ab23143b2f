import type { TalkResult } from '@savner/contract/rules/call-report';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';
import type { OwnShare, ProgressState, Share, Standing } from './domain/call-case.js';

/** A household's place in the queue of a campaign: the row «Neste» chooses from. */
@Entity('call_case')
@Index('call_case_household', ['householdId'], { unique: true })
@Index('call_case_queue', [
  'campaignId',
  'municipality',
  'standing',
  'state',
  'queueRank',
  'assignedTo',
  'nextAt',
])
@Index('call_case_lease', ['leaseId'])
@Index('call_case_merged', ['mergedInto'])
@Index('call_case_assigned', ['assignedTo'])
@Index('call_case_reserved', ['reservedFor'])
export class CallCaseRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column({ ...kinds.id, name: 'household_id' })
  householdId!: string;

  @Column(kinds.municipality)
  municipality!: string;

  @Column(kinds.code)
  standing!: Standing;

  @Column(kinds.code)
  state!: ProgressState;

  /** The number of the rank, see queueRanks: the database sorts by it. */
  @Column({ ...kinds.integer, name: 'queue_rank' })
  queueRank!: number;

  @Column({ ...kinds.instant, name: 'next_at', nullable: true })
  nextAt!: Date | null;

  @Column({ ...kinds.id, name: 'assigned_to', nullable: true })
  assignedTo!: string | null;

  @Column({ ...kinds.id, name: 'reserved_for', nullable: true })
  reservedFor!: string | null;

  @Column({ ...kinds.instant, name: 'reserved_until', nullable: true })
  reservedUntil!: Date | null;

  /** The open lease; null when nobody holds it. A lease that has run out is judged when it is read. */
  @Column({ ...kinds.id, name: 'lease_id', nullable: true })
  leaseId!: string | null;

  @Column({ ...kinds.integer, name: 'half_attempts' })
  halfAttempts!: number;

  @Column({ ...kinds.integer, name: 'busy_count' })
  busyCount!: number;

  @Column({ ...kinds.integer, name: 'other_person_count' })
  otherPersonCount!: number;

  @Column({ ...kinds.integer, name: 'message_count' })
  messageCount!: number;

  @Column({ ...kinds.integer })
  skips!: number;

  @Column({ ...kinds.instant, name: 'last_tried_at', nullable: true })
  lastTriedAt!: Date | null;

  @Column({ ...kinds.code, nullable: true })
  result!: TalkResult | null;

  @Column({ ...kinds.instant, name: 'inform_by' })
  informBy!: Date;

  @Column({ ...kinds.flag, name: 'has_address' })
  hasAddress!: boolean;

  @Column({ ...kinds.instant, name: 'informed_at', nullable: true })
  informedAt!: Date | null;

  @Column({ ...kinds.date, name: 'card_posted_on', nullable: true })
  cardPostedOn!: string | null;

  @Column({ ...kinds.instant, name: 'opened_by_hand_at', nullable: true })
  openedByHandAt!: Date | null;

  /** The household that took over when this one was merged away. */
  @Column({ ...kinds.id, name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  /** The household's own share, while the other columns also show those of households merged into it. */
  @Column({ ...kinds.json, nullable: true })
  own!: StoredOwn | null;

  @Column(kinds.integer)
  turn!: number;
}

export type StoredOwn = Omit<OwnShare, 'share'> & { readonly share: Stored<Share> };

/** As JSON keeps it: instants are text. */
export type Stored<Value> = {
  readonly [Key in keyof Value]: Value[Key] extends Date | null ? string | null : Value[Key];
};
