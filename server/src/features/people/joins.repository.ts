import { Injectable } from '@nestjs/common';
import type { JoinOrder } from '@savner/contract/people';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { PersonRow } from './person.entity.js';

/** Persons whose tips the program has put together by itself. */
@Injectable()
export class JoinsRepository {
  constructor(private readonly database: Database) {}

  async page(
    campaignId: string,
    order: JoinOrder,
    page: number,
    pageSize: number,
  ): Promise<{ persons: PersonRow[]; total: number }> {
    const [persons, total] = await this.database.reader.findAndCount(PersonRow, {
      where: { campaignId, leastSure: Not(IsNull()) },
      order: order === 'newest' ? { joinedAt: 'DESC', id: 'DESC' } : { leastSure: 'ASC', id: 'ASC' },
      take: pageSize,
      skip: (page - 1) * pageSize,
    });
    return { persons, total };
  }
}
