import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { MatchModelRow } from './match-model.entity.js';

@Injectable()
export class MatchModelsRepository {
  constructor(private readonly database: Database) {}

  /** The one that holds; ids made later sort later. */
  async newest(campaignId: string): Promise<MatchModelRow | null> {
    const rows = await this.database.rows.find(
      MatchModelRow,
      'campaignId',
      [campaignId],
      'id = (SELECT MAX(newer.id) FROM match_model newer WHERE newer.campaign_id = match_model.campaign_id)',
    );
    return rows[0] ?? null;
  }

  async withVersion(version: string): Promise<MatchModelRow | null> {
    return this.database.reader.findOneBy(MatchModelRow, { version });
  }

  async add(row: MatchModelRow): Promise<void> {
    await this.database.writer.insert(MatchModelRow, row);
  }
}
