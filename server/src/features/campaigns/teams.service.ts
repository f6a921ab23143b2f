import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TeamMember } from '@savner/contract/campaigns';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { forbidden, notFound } from '../../platform/errors.js';
import { Events } from '../../platform/events.js';
import { type Actor, mayActFor } from '../../platform/actor.js';
import { userJoined, UsersService } from '../accounts/index.js';
import { CampaignsRepository } from './campaigns.repository.js';
import type { StoredCampaign } from './domain/campaign.js';

const defaultCapacity = 10;

type Account = Awaited<ReturnType<UsersService['find']>>[number];

/** A municipality's ringing team in a campaign, led by its mayor. */
@Injectable()
export class TeamsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly repository: CampaignsRepository,
    private readonly users: UsersService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(userJoined, ({ userId }) => this.#joinOpenCampaigns(userId));
  }

  /** The mayor first, then in order of joining; people whose access has ended are left out. */
  async members(campaignId: string, municipality: string): Promise<TeamMember[]> {
    const rows = await this.repository.listMembers(campaignId, municipality);
    const users = new Map(
      (await this.users.find(rows.map((row) => row.userId))).map((user) => [user.id, user]),
    );
    const members = rows.flatMap((row): TeamMember[] => {
      const user = users.get(row.userId);
      if (!user || user.state === 'disabled') return [];
      return [
        {
          userId: row.userId,
          name: user.name,
          isMayor: user.roles.includes('mayor'),
          capacity: row.capacity,
        },
      ];
    });
    return members.sort((a, b) => Number(b.isMayor) - Number(a.isMayor));
  }

  async membersFor(actor: Actor, campaignId: string, municipality: string): Promise<TeamMember[]> {
    if (!mayActFor(actor, municipality)) throw forbidden();
    return this.members(campaignId, municipality);
  }

  /** @throws AppError forbidden, not_found */
  async setCapacity(
    actor: Actor,
    place: { readonly campaignId: string; readonly municipality: string; readonly userId: string },
    capacity: number,
  ): Promise<TeamMember> {
    if (!mayActFor(actor, place.municipality)) throw forbidden();
    await this.database.transaction(async () => {
      const member = await this.repository.findMember(place.campaignId, place.userId);
      if (member?.municipality !== place.municipality) throw notFound('Ringeren');
      await this.repository.setCapacity(place.campaignId, place.userId, capacity);
    });
    const members = await this.members(place.campaignId, place.municipality);
    const changed = members.find((member) => member.userId === place.userId);
    if (!changed) throw notFound('Ringeren');
    return changed;
  }

  /** Puts the callers and mayors its municipalities already have on their teams. In the open transaction; harmless to repeat. */
  async fill(campaign: Pick<StoredCampaign, 'id' | 'municipalities'>): Promise<void> {
    for (const { number } of campaign.municipalities) {
      for (const user of await this.users.inMunicipality(number)) await this.#join(campaign.id, user);
    }
  }

  /** Puts a municipality's callers and mayor on its team in every campaign that is not closed. */
  async #joinOpenCampaigns(userId: string): Promise<void> {
    const [user] = await this.users.find([userId]);
    if (!user) return;
    for (const campaign of await this.repository.list()) {
      const takesPart = campaign.municipalities.some(({ number }) => number === user.municipality);
      if (campaign.state !== 'closed' && takesPart) await this.#join(campaign.id, user);
    }
  }

  async #join(campaignId: string, user: Account): Promise<void> {
    const { id: userId, municipality } = user;
    const rings = user.roles.some((role) => role === 'caller' || role === 'mayor');
    if (!rings || municipality === null || user.state !== 'active') return;
    const member = await this.repository.findMember(campaignId, userId);
    if (member?.municipality === municipality) return;
    const joinedAt = this.clock.now();
    await this.repository.saveMember({
      campaignId,
      userId,
      municipality,
      capacity: defaultCapacity,
      joinedAt,
    });
  }
}
