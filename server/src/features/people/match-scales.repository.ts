import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { featuresVersion } from './domain/matching/features.js';
import { sizeClass } from './domain/matching/population.js';
import { MatchScaleRow } from './match-scale.entity.js';

@Injectable()
export class MatchScalesRepository {
  constructor(private readonly database: Database) {}

  /** The size pairs of the campaign are judged by. */
  async sizeOf(campaignId: string): Promise<number> {
    return (await this.#find(campaignId))?.size ?? sizeClass(0);
  }

  /**
   * Counts tips that have come (or gone, below zero). Under the campaign's lock.
   * @returns the size pairs are judged by from now on, and whether the campaign has outgrown the one before, so that all
   *   its pairs are to be judged anew
   */
  async count(campaignId: string, more: number): Promise<{ size: number; hasGrown: boolean }> {
    const known = await this.#find(campaignId);
    if (more === 0) return { size: known?.size ?? sizeClass(0), hasGrown: false };
    const tips = Math.max(0, (known?.tips ?? 0) + more);
    const before = known?.size ?? sizeClass(0);
    const size = Math.max(before, sizeClass(tips));
    const version = known?.featuresVersion ?? featuresVersion;
    await this.database.rows.upsert(MatchScaleRow, [{ campaignId, tips, size, featuresVersion: version }]);
    return { size, hasGrown: size > before };
  }

  /** Campaigns with tips that were made comparable by another version of the rules. */
  async outdated(): Promise<string[]> {
    const rows = await this.database.select<{ id: string }>(
      'SELECT campaign_id AS id FROM match_scale WHERE features_version <> ?',
      [featuresVersion],
    );
    return rows.map(({ id }) => id);
  }

  /** All its tips have been made comparable by the rules of now. */
  async markCurrent(campaignId: string): Promise<void> {
    await this.database.store('UPDATE match_scale SET features_version = ? WHERE campaign_id = ?', [
      featuresVersion,
      campaignId,
    ]);
  }

  async #find(campaignId: string): Promise<MatchScaleRow | null> {
    const [row] = await this.database.rows.find(MatchScaleRow, 'campaignId', [campaignId]);
    return row ?? null;
  }
}
