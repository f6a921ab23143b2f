import type { Role } from '@savner/contract/accounts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';
import type { UserAccount } from './domain/user-account.js';

@Entity('user_account')
@Index('user_account_email', ['email'], { unique: true })
export class UserRow implements UserAccount {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column(kinds.text)
  name!: string;

  @Column({ ...kinds.text, nullable: true })
  email!: string | null;

  @Column({ ...kinds.text, name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column(kinds.json)
  roles!: Role[];

  @Column({ ...kinds.municipality, nullable: true })
  municipality!: string | null;

  @Column(kinds.code)
  state!: UserAccount['state'];

  @Column({ ...kinds.instant, name: 'created_at' })
  createdAt!: Date;

  @Column({ ...kinds.instant, name: 'last_seen_at', nullable: true })
  lastSeenAt!: Date | null;
}
