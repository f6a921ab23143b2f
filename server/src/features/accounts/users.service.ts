import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AppError, notFound } from '../../platform/errors.js';
import { type Actor, isRegional } from '../../platform/actor.js';
import { mayManage } from './accounts.policy.js';
import { AccountsRepository } from './accounts.repository.js';
import { SessionsService } from './sessions.service.js';
import type { UserAccount } from './domain/user-account.js';

/** People with access. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly repository: AccountsRepository,
    private readonly sessions: SessionsService,
  ) {}

  /** Coordinators and administrators see everybody, a mayor those of the own municipality. */
  async list(actor: Actor, municipality: string | undefined): Promise<UserAccount[]> {
    const isWide = isRegional(actor);
    if (!isWide && actor.municipality === null) return [];
    return this.repository.listUsers(isWide ? municipality : (actor.municipality ?? undefined));
  }

  /** Everybody of a municipality, whatever the role and whether or not they still have access. */
  async inMunicipality(municipality: string): Promise<UserAccount[]> {
    return this.repository.listUsers(municipality);
  }

  async find(ids: readonly string[]): Promise<UserAccount[]> {
    return this.repository.findUsers(ids);
  }

  /** Ends the person's access at once. @throws AppError not_found, conflict (oneself) */
  async disable(actor: Actor, userId: string): Promise<void> {
    if (userId === actor.userId) throw new AppError('conflict', 'Du kan ikke stenge din egen tilgang.');
    await this.#managed(actor, userId);
    await this.database.transaction(async () => {
      await this.repository.updateUser(userId, { state: 'disabled' });
      await this.sessions.endAll(userId);
    });
  }

  async endSessions(actor: Actor, userId: string): Promise<void> {
    if (userId !== actor.userId) await this.#managed(actor, userId);
    await this.sessions.endAll(userId);
  }

  async #managed(actor: Actor, userId: string): Promise<UserAccount> {
    const user = await this.repository.findUser(userId);
    if (!user || !mayManage(actor, user)) throw notFound('Brukeren');
    return user;
  }
}
