import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

@Entity('one_time_link')
@Index('one_time_link_token', ['tokenHash'], { unique: true })
export class OneTimeLinkRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.code, name: 'token_hash' })
  tokenHash!: string;

  @Column(kinds.code)
  purpose!: 'first_admin' | 'invitation' | 'sign_in';

  @Column({ ...kinds.id, name: 'user_id', nullable: true })
  userId!: string | null;

  @Column({ ...kinds.instant, name: 'created_at' })
  createdAt!: Date;

  @Column({ ...kinds.instant, name: 'expires_at' })
  expiresAt!: Date;

  @Column({ ...kinds.instant, name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
