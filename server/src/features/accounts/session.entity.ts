import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

@Entity('user_session')
@Index('user_session_token', ['tokenHash'], { unique: true })
@Index('user_session_user', ['userId'])
export class SessionRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.code, name: 'token_hash' })
  tokenHash!: string;

  @Column({ ...kinds.id, name: 'user_id' })
  userId!: string;

  @Column({ ...kinds.instant, name: 'created_at' })
  createdAt!: Date;

  @Column({ ...kinds.instant, name: 'last_seen_at' })
  lastSeenAt!: Date;

  @Column({ ...kinds.instant, name: 'expires_at' })
  expiresAt!: Date;
}
