import { Inject, Injectable } from '@nestjs/common';
import type { LinkPreview, Role } from '@savner/contract/accounts';
import type { Config } from '../../config/config.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, forbidden, notFound } from '../../platform/errors.js';
import { Events } from '../../platform/events.js';
import type { Actor } from '../../platform/actor.js';
import { newId } from '../../platform/ids.js';
import { Secrets } from '../../platform/secrets.js';
import { CONFIG } from '../../platform/tokens.js';
import { userJoined } from './accounts.events.js';
import { mayInvite, mayManage } from './accounts.policy.js';
import { AccountsRepository } from './accounts.repository.js';
import type { OneTimeLinkRow } from './one-time-link.entity.js';
import { hashPassword } from './passwords.js';
import { type OpenedSession, SessionsService } from './sessions.service.js';
import type { UserAccount } from './domain/user-account.js';

export interface Invitation {
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  readonly municipality: string | null;
}

export interface MadeLink {
  readonly userId: string;
  readonly url: string;
  readonly expiresAt: Date;
}

interface Joining {
  readonly token: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly password?: string | undefined;
}

const firstAdminRoles: readonly Role[] = ['admin', 'coordinator'];
const daysValid = { first_admin: 1, invitation: 14, sign_in: 1 } as const;

/** One-time links: the first administrator, invitations, and signing in again. */
@Injectable()
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly repository: AccountsRepository,
    private readonly sessions: SessionsService,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly events: Events,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The link that makes the first administrator, or null when somebody has access already. Voids earlier ones. */
  async firstAdminLink(): Promise<string | null> {
    if (await this.repository.hasUsers()) return null;
    return this.database.transaction(async () => {
      await this.repository.deleteLinks('first_admin', null);
      return (await this.#make('first_admin', null)).url;
    });
  }

  /** Invites on behalf of `actor`. @throws AppError forbidden, conflict (the address is in use) */
  async invite(actor: Actor, invitation: Invitation): Promise<MadeLink> {
    if (!mayInvite(actor, invitation)) throw forbidden();
    return this.inviteUnchecked(invitation);
  }

  /** For the command line and the demo, which act as the operator. @throws AppError conflict */
  async inviteUnchecked(invitation: Invitation): Promise<MadeLink> {
    return this.database.transaction(async () => {
      if (invitation.email !== null) await this.#refuseTakenEmail(invitation.email);
      const user = invitedUser(invitation, this.clock.now());
      await this.repository.insertUser(user);
      return this.#make('invitation', user.id);
    });
  }

  /** A new link for somebody who is known: joins when not yet joined, else signs in. */
  async renew(actor: Actor, userId: string): Promise<MadeLink> {
    const user = await this.repository.findUser(userId);
    if (!user || user.state === 'disabled' || !mayManage(actor, user)) throw notFound('Brukeren');
    return this.renewUnchecked(user.id);
  }

  async renewUnchecked(userId: string): Promise<MadeLink> {
    return this.database.transaction(async () => {
      const user = await this.repository.findUser(userId);
      if (!user) throw notFound('Brukeren');
      const purpose = user.state === 'invited' ? 'invitation' : 'sign_in';
      await this.repository.deleteLinks(purpose, userId);
      return this.#make(purpose, userId);
    });
  }

  /** A sign-in link that works without choosing a password first: for the demo's visitors. */
  async joinAndMakeSignInLink(invitation: Invitation): Promise<MadeLink> {
    return this.database.transaction(async () => {
      const user: UserAccount = { ...invitedUser(invitation, this.clock.now()), state: 'active' };
      await this.repository.insertUser(user);
      await this.events.tell(userJoined, { userId: user.id });
      return this.#make('sign_in', user.id);
    });
  }

  async read(token: string): Promise<LinkPreview> {
    const link = await this.#openLink(token);
    const user = link.userId === null ? null : await this.repository.findUser(link.userId);
    return {
      purpose: link.purpose,
      name: user?.name ?? null,
      email: user?.email ?? null,
      roles: [...(user?.roles ?? firstAdminRoles)],
      municipality: user?.municipality ?? null,
      expiresAt: link.expiresAt.toISOString(),
    };
  }

  /** Uses a link, once. @throws AppError link_used_or_expired, validation_failed, conflict */
  async use(joining: Joining): Promise<OpenedSession> {
    const link = await this.#openLink(joining.token);
    const passwordHash =
      link.purpose === 'sign_in' ? null : await hashPassword(required('password', joining.password));
    return this.database.transaction(async () => {
      if (!(await this.repository.markLinkUsed(link.id, this.clock.now()))) throw linkGone();
      const user = await this.#userOf(link, joining, passwordHash);
      return this.sessions.open(user);
    });
  }

  async #userOf(link: OneTimeLinkRow, joining: Joining, passwordHash: string | null): Promise<UserAccount> {
    switch (link.purpose) {
      case 'first_admin':
        return this.#makeFirstAdmin(joining, passwordHash);
      case 'invitation':
        return this.#join(link, joining, passwordHash);
      case 'sign_in':
        return this.#knownUser(link);
    }
  }

  async #makeFirstAdmin(joining: Joining, passwordHash: string | null): Promise<UserAccount> {
    if (await this.repository.hasUsers()) throw linkGone();
    const user: UserAccount = {
      ...invitedUser(
        {
          name: required('name', joining.name),
          email: required('email', joining.email),
          roles: firstAdminRoles,
          municipality: null,
        },
        this.clock.now(),
      ),
      passwordHash,
      state: 'active',
    };
    await this.repository.insertUser(user);
    await this.events.tell(userJoined, { userId: user.id });
    return user;
  }

  async #join(link: OneTimeLinkRow, joining: Joining, passwordHash: string | null): Promise<UserAccount> {
    const known = await this.#knownUser(link);
    const email = known.email ?? required('email', joining.email);
    if (known.email === null) await this.#refuseTakenEmail(email);
    const joined: UserAccount = {
      ...known,
      name: joining.name ?? known.name,
      email,
      passwordHash,
      state: 'active',
    };
    await this.repository.updateUser(known.id, {
      name: joined.name,
      email,
      passwordHash,
      state: 'active',
    });
    await this.events.tell(userJoined, { userId: known.id });
    return joined;
  }

  async #knownUser(link: OneTimeLinkRow): Promise<UserAccount> {
    const user = link.userId === null ? null : await this.repository.findUser(link.userId);
    if (!user || user.state === 'disabled') throw linkGone();
    return user;
  }

  async #make(purpose: OneTimeLinkRow['purpose'], userId: string | null): Promise<MadeLink> {
    const now = this.clock.now();
    const token = this.secrets.newToken();
    const expiresAt = new Date(now.getTime() + daysValid[purpose] * 86_400_000);
    await this.repository.insertLink({
      id: newId(),
      tokenHash: this.secrets.tokenHash(token),
      purpose,
      userId,
      createdAt: now,
      expiresAt,
      usedAt: null,
    });
    // The token stands behind #: browsers never send that part, so it reaches no server log.
    return { userId: userId ?? '', url: `${this.config.publicUrl}/app/lenke#${token}`, expiresAt };
  }

  async #openLink(token: string): Promise<OneTimeLinkRow> {
    const link = await this.repository.findOpenLink(this.secrets.tokenHash(token), this.clock.now());
    if (!link) throw linkGone();
    return link;
  }

  async #refuseTakenEmail(email: string): Promise<void> {
    if (!(await this.repository.findUserByEmail(email))) return;
    throw new AppError('conflict', 'E-postadressen er allerede i bruk.', [
      {
        path: 'email',
        code: 'email.taken',
        message: 'Denne e-postadressen har tilgang fra før. Bruk en annen.',
      },
    ]);
  }
}

function invitedUser(invitation: Invitation, createdAt: Date): UserAccount {
  return {
    id: newId(),
    name: invitation.name,
    email: invitation.email,
    passwordHash: null,
    roles: [...invitation.roles],
    municipality: invitation.municipality,
    state: 'invited',
    createdAt,
    lastSeenAt: null,
  };
}

function linkGone(): AppError {
  return new AppError('link_used_or_expired', 'Lenken er brukt eller utløpt. Be om en ny.');
}

const remedies = {
  name: 'Skriv navnet ditt.',
  email: 'Skriv e-postadressen din.',
  password: 'Velg et passord med minst 12 tegn.',
} as const;

function required(field: keyof typeof remedies, value: string | undefined): string {
  if (value !== undefined) return value;
  const message = remedies[field];
  throw new AppError('validation_failed', message, [{ path: field, code: 'required', message }]);
}
