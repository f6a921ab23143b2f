import { Injectable } from '@nestjs/common';
import { UsersService } from '../accounts/index.js';

/** Names of the people who call, for showing beside what they did. */
@Injectable()
export class Callers {
  constructor(private readonly users: UsersService) {}

  /** Names by user id; somebody whose account is gone has an empty name. */
  async names(userIds: readonly (string | null)[]): Promise<(userId: string | null) => string> {
    const ids = [...new Set(userIds.filter((id) => id !== null))];
    const names = new Map((await this.users.find(ids)).map((user) => [user.id, user.name]));
    return (userId) => (userId === null ? '' : (names.get(userId) ?? ''));
  }
}
