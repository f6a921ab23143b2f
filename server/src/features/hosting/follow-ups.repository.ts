import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { FollowUpWishRow } from './follow-up-wish.entity.js';
import { FollowUpRow } from './follow-up.entity.js';

const atOnce = 500;

@Injectable()
export class FollowUpsRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<FollowUpRow | null> {
    return this.database.reader.findOneBy(FollowUpRow, { id });
  }

  async findOfHousehold(householdId: string): Promise<FollowUpRow | null> {
    return this.database.reader.findOneBy(FollowUpRow, { householdId });
  }

  async ofCampaign(campaignId: string): Promise<FollowUpRow[]> {
    return this.database.reader.find(FollowUpRow, { where: { campaignId }, order: { id: 'ASC' } });
  }

  async findWish(reportId: string): Promise<FollowUpWishRow | null> {
    return this.database.reader.findOneBy(FollowUpWishRow, { reportId });
  }

  /** Oldest first. */
  async wishesOf(followUpIds: readonly string[]): Promise<FollowUpWishRow[]> {
    const found: FollowUpWishRow[] = [];
    for (let start = 0; start < followUpIds.length; start += atOnce) {
      const followUpId = In(followUpIds.slice(start, start + atOnce));
      found.push(...(await this.database.reader.findBy(FollowUpWishRow, { followUpId })));
    }
    return found.sort((a, b) => a.toldAt.getTime() - b.toldAt.getTime());
  }

  async insert(row: FollowUpRow): Promise<void> {
    await this.database.writer.insert(FollowUpRow, row);
  }

  async addWish(row: FollowUpWishRow): Promise<void> {
    await this.database.writer.insert(FollowUpWishRow, row);
  }

  async removeWish(reportId: string): Promise<void> {
    await this.database.writer.delete(FollowUpWishRow, { reportId });
  }

  /** Compare-and-set on the version, which it moves on. Answers whether the row was still as it had been read. */
  async change(
    { id, version }: Pick<FollowUpRow, 'id' | 'version'>,
    values: Partial<Omit<FollowUpRow, 'id' | 'version'>>,
  ): Promise<boolean> {
    const changed = { ...values, version: version + 1 };
    const result = await this.database.writer.update(FollowUpRow, { id, version }, changed);
    return result.affected === 1;
  }

  async remove(id: string): Promise<void> {
    await this.database.writer.delete(FollowUpRow, { id });
  }
}
