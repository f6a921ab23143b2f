import type { Role } from '@savner/contract/accounts';

/** A person with access, as stored. */
export interface UserAccount {
  id: string;
  name: string;
  email: string | null;
  /** Null until the person has chosen a password. */
  passwordHash: string | null;
  roles: Role[];
  municipality: string | null;
  state: 'invited' | 'active' | 'disabled';
  createdAt: Date;
  lastSeenAt: Date | null;
}
