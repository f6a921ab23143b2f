import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors.js';
import { Events } from '../../platform/events.js';
import type { Actor } from '../../platform/actor.js';
import { newId } from '../../platform/ids.js';
import { Secrets } from '../../platform/secrets.js';
import { sessionsEnded } from './accounts.events.js';
import { AccountsRepository } from './accounts.repository.js';
import { passwordMatches } from './passwords.js';
import type { SessionRow } from './session.entity.js';
import type { UserAccount } from './domain/user-account.js';

const absoluteLimitHours = 14;
const idleLimitHours = 8;
const touchEveryMinutes = 5;

export interface OpenedSession {
  readonly user: UserAccount;
  readonly token: string;
  readonly secondsValid: number;
}

/** Who is signed in: opens, recognises and ends sessions. Only a hash of the cookie's token is stored. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly repository: AccountsRepository,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /** @throws AppError wrong_credentials, the same for an unknown address and a wrong password */
  async signIn(email: string, password: string): Promise<OpenedSession> {
    const user = await this.repository.findUserByEmail(email);
    const matches = await passwordMatches(user?.passwordHash ?? null, password);
    if (!user || !matches || user.state !== 'active') {
      throw new AppError('wrong_credentials', 'E-postadressen eller passordet er feil.');
    }
    return this.database.transaction(() => this.open(user));
  }

  /** Opens a session in the running transaction. */
  async open(user: UserAccount): Promise<OpenedSession> {
    const now = this.clock.now();
    const token = this.secrets.newToken();
    await this.repository.insertSession({
      id: newId(),
      tokenHash: this.secrets.tokenHash(token),
      userId: user.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: hoursAfter(now, absoluteLimitHours),
    });
    await this.repository.updateUser(user.id, { lastSeenAt: now });
    return { user, token, secondsValid: absoluteLimitHours * 3_600 };
  }

  /** The person behind a cookie, or null; a disabled person and an idle session are nobody. */
  async recognise(token: string): Promise<Actor | null> {
    const now = this.clock.now();
    const session = await this.repository.findSession(this.secrets.tokenHash(token), now);
    if (!session || session.lastSeenAt < hoursAfter(now, -idleLimitHours)) return null;
    const user = await this.repository.findUser(session.userId);
    if (!user || user.state !== 'active') return null;
    await this.#touch(session, now);
    return {
      userId: user.id,
      name: user.name,
      email: user.email,
      roles: user.roles,
      municipality: user.municipality,
      sessionId: session.id,
    };
  }

  async signOut(actor: Actor): Promise<void> {
    await this.database.transaction(async () => {
      await this.repository.deleteSession(actor.sessionId);
      await this.events.tell(sessionsEnded, { userIds: [actor.userId] });
    });
  }

  /** Signs the person out everywhere; sign-in links that are still out there are dead as well. */
  async endAll(userId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.repository.deleteSessionsOf(userId);
      await this.repository.deleteUnusedLinksOf(userId);
      await this.events.tell(sessionsEnded, { userIds: [userId] });
    });
  }

  async #touch(session: SessionRow, now: Date): Promise<void> {
    if (now.getTime() - session.lastSeenAt.getTime() < touchEveryMinutes * 60_000) return;
    await this.database.transaction(() => this.repository.touchSession(session.id, now));
  }
}

function hoursAfter(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000);
}
