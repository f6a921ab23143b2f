import { Column, Entity, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';
import type { StoredFile } from './domain/print-files.js';

/** A finished file of a batch; the row is there as long as the file is. */
@Entity('print_file')
export class PrintFileRow implements StoredFile {
  @PrimaryColumn({ ...kinds.id, name: 'batch_id' })
  batchId!: string;

  @PrimaryColumn(kinds.integer)
  number!: number;

  @Column({ ...kinds.municipality, nullable: true })
  municipality!: string | null;

  @Column({ ...kinds.integer, name: 'first_card' })
  firstCard!: number;

  @Column(kinds.integer)
  cards!: number;

  @Column(kinds.integer)
  bytes!: number;

  @Column(kinds.integer)
  pages!: number;

  @Column(kinds.code)
  sha256!: string;
}
