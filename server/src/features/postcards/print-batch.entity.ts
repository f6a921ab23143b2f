import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';
import type { BatchFacts, StoredBatch } from './domain/batch.js';

@Entity('print_batch')
@Index('print_batch_number', ['campaignId', 'number'], { unique: true })
export class PrintBatchRow implements StoredBatch {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column(kinds.integer)
  number!: number;

  @Column(kinds.code)
  state!: StoredBatch['state'];

  @Column(kinds.code)
  template!: string;

  @Column({ ...kinds.code, name: 'template_version' })
  templateVersion!: string;

  @Column(kinds.code)
  language!: StoredBatch['language'];

  @Column(kinds.json)
  municipalities!: string[];

  @Column({ ...kinds.integer, name: 'card_count' })
  cardCount!: number;

  @Column({ ...kinds.integer, name: 'left_out_count' })
  leftOutCount!: number;

  @Column({ ...kinds.instant, name: 'created_at' })
  createdAt!: Date;

  @Column({ ...kinds.text, name: 'created_by' })
  createdBy!: string;

  @Column({ ...kinds.id, name: 'job_id' })
  jobId!: string;

  @Column(kinds.json)
  facts!: BatchFacts;

  @Column({ ...kinds.code, default: 'single' })
  sheet!: StoredBatch['sheet'];

  @Column({ ...kinds.code, default: 'long-edge' })
  flip!: StoredBatch['flip'];

  @Column({ ...kinds.flag, default: false })
  marks!: boolean;

  @Column({ ...kinds.flag, name: 'per_municipality', default: false })
  perMunicipality!: boolean;

  @Column({ ...kinds.integer, name: 'cards_per_file', default: 5000 })
  cardsPerFile!: number;

  @Column({ ...kinds.instant, name: 'files_deleted_at', nullable: true })
  filesDeletedAt!: Date | null;

  @Column({ ...kinds.date, name: 'posted_on', nullable: true })
  postedOn!: string | null;
}
