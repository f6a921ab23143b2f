import { Column, Entity, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

/** A decision that was taken back; the primary key lets that happen once. */
@Entity('match_undo')
export class MatchUndoRow {
  @PrimaryColumn({ ...kinds.id, name: 'act_id' })
  actId!: string;

  @Column({ ...kinds.id, name: 'undone_by_id' })
  undoneById!: string;

  @Column({ ...kinds.text, name: 'undone_by' })
  undoneBy!: string;

  @Column({ ...kinds.instant, name: 'undone_at' })
  undoneAt!: Date;
}
