import { Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

@Entity('match_key')
@Index('match_key_tip', ['tipId'])
export class MatchKeyRow {
  @PrimaryColumn({ ...kinds.code, name: 'key_hash' })
  keyHash!: string;

  @PrimaryColumn({ ...kinds.id, name: 'tip_id' })
  tipId!: string;
}
