import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { UserAccount } from './domain/user-account.js';
import { OneTimeLinkRow } from './one-time-link.entity.js';
import { SessionRow } from './session.entity.js';
import { UserRow } from './user.entity.js';

@Injectable()
export class AccountsRepository {
  constructor(private readonly database: Database) {}

  async findUser(id: string): Promise<UserAccount | null> {
    return this.database.reader.findOneBy(UserRow, { id });
  }

  async findUsers(ids: readonly string[]): Promise<UserAccount[]> {
    return this.database.reader.findBy(UserRow, { id: In([...ids]) });
  }

  async findUserByEmail(email: string): Promise<UserAccount | null> {
    return this.database.reader.findOneBy(UserRow, { email });
  }

  async listUsers(municipality?: string): Promise<UserAccount[]> {
    return this.database.reader.find(UserRow, {
      where: municipality === undefined ? {} : { municipality },
      order: { createdAt: 'ASC' },
    });
  }

  async hasUsers(): Promise<boolean> {
    return this.database.reader.existsBy(UserRow, {});
  }

  async insertUser(user: UserAccount): Promise<void> {
    await this.database.writer.insert(UserRow, user);
  }

  async updateUser(
    id: string,
    change: Partial<Pick<UserAccount, 'name' | 'email' | 'passwordHash' | 'state' | 'lastSeenAt'>>,
  ) {
    await this.database.writer.update(UserRow, { id }, change);
  }

  async insertSession(session: SessionRow): Promise<void> {
    await this.database.writer.insert(SessionRow, session);
  }

  async findSession(tokenHash: string, now: Date): Promise<SessionRow | null> {
    return this.database.reader.findOneBy(SessionRow, { tokenHash, expiresAt: MoreThan(now) });
  }

  async touchSession(id: string, lastSeenAt: Date): Promise<void> {
    await this.database.writer.update(SessionRow, { id }, { lastSeenAt });
  }

  async deleteSession(id: string): Promise<void> {
    await this.database.writer.delete(SessionRow, { id });
  }

  async deleteSessionsOf(userId: string): Promise<void> {
    await this.database.writer.delete(SessionRow, { userId });
  }

  async insertLink(link: OneTimeLinkRow): Promise<void> {
    await this.database.writer.insert(OneTimeLinkRow, link);
  }

  async findOpenLink(tokenHash: string, now: Date): Promise<OneTimeLinkRow | null> {
    return this.database.reader.findOneBy(OneTimeLinkRow, {
      tokenHash,
      usedAt: IsNull(),
      expiresAt: MoreThan(now),
    });
  }

  /** Compare-and-set: only one of two simultaneous uses gets true. */
  async markLinkUsed(id: string, usedAt: Date): Promise<boolean> {
    const result = await this.database.writer.update(OneTimeLinkRow, { id, usedAt: IsNull() }, { usedAt });
    return result.affected === 1;
  }

  /** Every one-time link of a person that has not been used. */
  async deleteUnusedLinksOf(userId: string): Promise<void> {
    await this.database.writer.delete(OneTimeLinkRow, { userId, usedAt: IsNull() });
  }

  async deleteLinks(purpose: OneTimeLinkRow['purpose'], userId: string | null): Promise<void> {
    await this.database.writer.delete(OneTimeLinkRow, { purpose, userId: userId ?? IsNull() });
  }
}
