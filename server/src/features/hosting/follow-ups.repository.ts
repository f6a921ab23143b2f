import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { FollowUpRow } from './follow-up.entity.js';
import { openStatuses } from './domain/follow-up-status.js';

@Injectable()
export class FollowUpsRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<FollowUpRow | null> {
    return this.database.reader.findOneBy(FollowUpRow, { id });
  }

  async findOfHousehold(householdId: string): Promise<FollowUpRow | null> {
    return this.database.reader.findOneBy(FollowUpRow, { householdId });
  }

  async findOfReport(reportId: string): Promise<FollowUpRow | null> {
    return this.database.reader.findOneBy(FollowUpRow, { reportId });
  }

  async list(
    campaignId: string,
    municipality: string | undefined,
    show: 'open' | 'all',
  ): Promise<FollowUpRow[]> {
    return this.database.reader.find(FollowUpRow, {
      where: {
        campaignId,
        ...(municipality ? { municipality } : {}),
        ...(show === 'open' ? { status: In([...openStatuses]) } : {}),
      },
      order: { dueOn: 'ASC', id: 'ASC' },
    });
  }

  async countOverdue(campaignId: string, today: string): Promise<number> {
    const where = { campaignId, status: In([...openStatuses]), dueOn: LessThan(today) };
    return this.database.reader.countBy(FollowUpRow, where);
  }

  async insert(row: FollowUpRow): Promise<void> {
    await this.database.writer.insert(FollowUpRow, row);
  }

  /** Compare-and-set on the version, which it moves on. Answers whether the row was still as it had been read. */
  async change(
    { id, version }: FollowUpRow,
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
