import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

/** A run over every tip of a campaign, and what it came to. */
@Entity('match_run')
@Index('match_run_campaign', ['campaignId', 'startedAt'])
export class MatchRunRow {
  @PrimaryColumn({ ...kinds.id, name: 'job_id' })
  jobId!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  /** Null when it was started from the command line. */
  @Column({ ...kinds.text, name: 'started_by', nullable: true })
  startedBy!: string | null;

  @Column({ ...kinds.instant, name: 'started_at' })
  startedAt!: Date;

  @Column({ ...kinds.integer, nullable: true })
  tips!: number | null;

  @Column({ ...kinds.integer, nullable: true })
  merged!: number | null;

  @Column({ ...kinds.integer, nullable: true })
  parted!: number | null;

  @Column({ ...kinds.integer, name: 'new_questions', nullable: true })
  newQuestions!: number | null;

  /** Tips that share a telephone, an e-mail address or a name and more with so many that not all were compared. */
  @Column({ ...kinds.integer, nullable: true })
  crowded!: number | null;
}
