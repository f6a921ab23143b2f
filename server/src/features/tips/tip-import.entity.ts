import type { ImportCounts, RowProblem } from '@savner/contract/tips';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

/** A list that was taken in; the same file is one import in a campaign. Holds no personal data beside who did it. */
@Entity('tip_import')
@Index('tip_import_file', ['campaignId', 'sha256'], { unique: true })
export class TipImportRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column({ ...kinds.text, name: 'file_name' })
  fileName!: string;

  @Column(kinds.code)
  sha256!: string;

  @Column({ ...kinds.instant, name: 'imported_at' })
  importedAt!: Date;

  /** Null when it was done from the command line. */
  @Column({ ...kinds.id, name: 'imported_by', nullable: true })
  importedBy!: string | null;

  @Column(kinds.json)
  counts!: ImportCounts;

  /** Row, field and code; never what stood there. */
  @Column({ ...kinds.json, name: 'refused_rows' })
  refusedRows!: RowProblem[];
}
