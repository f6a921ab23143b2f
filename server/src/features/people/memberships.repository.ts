import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import type { Place } from './domain/matching/settle-plan.js';
import { inChunks } from './in-chunks.js';
import { MembershipRow } from './membership.entity.js';

/** Which tip belongs to which person and household, and ever has: rows are closed, never changed. */
@Injectable()
export class MembershipsRepository {
  constructor(private readonly database: Database) {}

  async current(tipIds: readonly string[]): Promise<Place[]> {
    return inChunks(tipIds, (chunk) =>
      this.database.reader.findBy(MembershipRow, { tipId: In(chunk), until: IsNull() }),
    );
  }

  async ofHouseholds(householdIds: readonly string[]): Promise<Place[]> {
    return inChunks(householdIds, (chunk) =>
      this.database.reader.findBy(MembershipRow, { householdId: In(chunk), until: IsNull() }),
    );
  }

  async move(campaignId: string, places: readonly Place[], at: Date, cause: string): Promise<void> {
    for (let start = 0; start < places.length; start += 400) {
      const chunk = places.slice(start, start + 400);
      const tipIds = chunk.map(({ tipId }) => tipId);
      await this.database.writer.update(MembershipRow, { tipId: In(tipIds), until: IsNull() }, { until: at });
      const rows = chunk.map(({ tipId, personId, householdId }) => ({
        id: newId(),
        campaignId,
        tipId,
        personId,
        householdId,
        since: at,
        until: null,
        cause,
      }));
      await this.database.writer.insert(MembershipRow, rows);
    }
  }

  async deleteOfTips(tipIds: readonly string[]): Promise<void> {
    await this.database.writer.delete(MembershipRow, { tipId: In([...tipIds]) });
  }
}
