import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import type { Place } from './domain/matching/settle-plan.js';
import { inChunks, marks } from './in-chunks.js';
import { MembershipRow } from './membership.entity.js';

interface Moves {
  readonly places: readonly Place[];
  readonly before: readonly Place[];
}

/** Which tip belongs to which person and household, and ever has: rows are closed, never changed. */
@Injectable()
export class MembershipsRepository {
  constructor(private readonly database: Database) {}

  async current(tipIds: readonly string[]): Promise<Place[]> {
    return this.database.rows.find(MembershipRow, 'tipId', tipIds, 'until IS NULL');
  }

  async ofHouseholds(householdIds: readonly string[]): Promise<Place[]> {
    return this.database.rows.find(MembershipRow, 'householdId', householdIds, 'until IS NULL');
  }

  async ofPersons(personIds: readonly string[]): Promise<Place[]> {
    return this.database.rows.find(MembershipRow, 'personId', personIds, 'until IS NULL');
  }

  /** @param before where they are now; those that are nowhere yet are left out of it */
  async move(campaignId: string, { places, before }: Moves, at: Date, cause: string): Promise<void> {
    const housed = new Set(before.map(({ tipId }) => tipId));
    const leaving = places.map(({ tipId }) => tipId).filter((tipId) => housed.has(tipId));
    await inChunks(leaving, async (chunk) => {
      const sql = `UPDATE membership SET until = ? WHERE tip_id IN (${marks(chunk)}) AND until IS NULL`;
      await this.database.store(sql, [at.toISOString(), ...chunk]);
      return [];
    });
    const rows = places.map(({ tipId, personId, householdId }) => ({
      id: newId(),
      campaignId,
      tipId,
      personId,
      householdId,
      since: at,
      until: null,
      cause,
    }));
    await this.database.rows.insert(MembershipRow, rows);
  }

  /**
   * How many tips this cause put together with others, and how many it took apart. A tip that stands alone bears the ids
   * it was born with.
   */
  async countMoves(campaignId: string, cause: string): Promise<{ merged: number; parted: number }> {
    const [row] = await this.database.select<{ moved: number | string; parted: number | string }>(
      `SELECT COUNT(*) AS moved,
              COALESCE(SUM(CASE WHEN m.household_id = f.birth_household_id
                                AND (m.person_id IS NULL OR m.person_id = f.birth_person_id) THEN 1 ELSE 0 END), 0) AS parted
       FROM membership m JOIN tip_feature f ON f.tip_id = m.tip_id
       WHERE m.campaign_id = ? AND m.cause = ?
         AND EXISTS (SELECT 1 FROM membership b WHERE b.tip_id = m.tip_id AND b.until = m.since)`,
      [campaignId, cause],
    );
    const [moved, parted] = [Number(row?.moved ?? 0), Number(row?.parted ?? 0)];
    return { merged: moved - parted, parted };
  }

  async deleteOfTips(tipIds: readonly string[]): Promise<void> {
    await this.database.rows.delete(MembershipRow, 'tipId', tipIds);
  }
}
