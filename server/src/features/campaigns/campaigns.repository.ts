import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { CampaignRow } from './campaign.entity.js';
import type { StoredCampaign } from './domain/campaign.js';
import { TeamMemberRow } from './team-member.entity.js';

@Injectable()
export class CampaignsRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<StoredCampaign | null> {
    const [row] = await this.database.rows.find(CampaignRow, 'id', [id]);
    return row ?? null;
  }

  async list(): Promise<StoredCampaign[]> {
    return this.database.reader.find(CampaignRow, { order: { startsOn: 'DESC', id: 'DESC' } });
  }

  /** The open campaign that began last, if any. */
  async findOpen(): Promise<StoredCampaign | null> {
    return this.database.reader.findOne(CampaignRow, {
      where: { state: 'open' },
      order: { startsOn: 'DESC', id: 'DESC' },
    });
  }

  async insert(campaign: StoredCampaign): Promise<void> {
    await this.database.writer.insert(CampaignRow, campaign);
  }

  /** Compare-and-set on the version. Answers whether the row was still as it had been read. */
  async replace(campaign: StoredCampaign, readVersion: number): Promise<boolean> {
    const { id, createdAt: _kept, ...values } = campaign;
    const result = await this.database.writer.update(CampaignRow, { id, version: readVersion }, values);
    return result.affected === 1;
  }

  async listMembers(campaignId: string, municipality: string): Promise<TeamMemberRow[]> {
    return this.database.reader.find(TeamMemberRow, {
      where: { campaignId, municipality },
      order: { joinedAt: 'ASC', userId: 'ASC' },
    });
  }

  async findMember(campaignId: string, userId: string): Promise<TeamMemberRow | null> {
    return this.database.reader.findOneBy(TeamMemberRow, { campaignId, userId });
  }

  async saveMember(member: TeamMemberRow): Promise<void> {
    await this.database.writer.upsert(TeamMemberRow, member, ['campaignId', 'userId']);
  }

  async setCapacity(campaignId: string, userId: string, capacity: number): Promise<void> {
    await this.database.writer.update(TeamMemberRow, { campaignId, userId }, { capacity });
  }
}
