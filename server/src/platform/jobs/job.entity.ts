import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../database/columns.js';

export type JobState = 'waiting' | 'running' | 'succeeded' | 'failed' | 'cancelled';

@Entity('job')
@Check('job_state_known', `state IN ('waiting', 'running', 'succeeded', 'failed', 'cancelled')`)
@Index('job_key', ['name', 'key'], { unique: true, where: `state IN ('waiting', 'running', 'succeeded')` })
@Index('job_due', ['state', 'runAt'])
@Index('job_lease', ['state', 'leaseUntil'])
export class JobRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column(kinds.code)
  name!: string;

  @Column({ ...kinds.text, nullable: true })
  key!: string | null;

  @Column(kinds.json)
  payload!: unknown;

  @Column({ ...kinds.id, name: 'campaign_id', nullable: true })
  campaignId!: string | null;

  @Column(kinds.code)
  state!: JobState;

  @Column(kinds.integer)
  done!: number;

  @Column(kinds.integer)
  total!: number;

  /** Tries that ended in an error. */
  @Column(kinds.integer)
  attempts!: number;

  /** Tries whose process disappeared. */
  @Column(kinds.integer)
  interruptions!: number;

  @Column({ ...kinds.instant, name: 'run_at' })
  runAt!: Date;

  @Column({ ...kinds.id, name: 'lease_owner', nullable: true })
  leaseOwner!: string | null;

  @Column({ ...kinds.instant, name: 'lease_until', nullable: true })
  leaseUntil!: Date | null;

  @Column({ ...kinds.text, nullable: true })
  problem!: string | null;

  @Column({ ...kinds.instant, name: 'created_at' })
  createdAt!: Date;

  @Column({ ...kinds.instant, name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
